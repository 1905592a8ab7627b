------------------------------ MODULE OpenByHand ------------------------------
(***************************************************************************)
(* The model open (../open.yaml) once more, written by hand beside         *)
(* RFC 9293, as somebody would who has no generator: two ends that open a  *)
(* connection, over a channel that loses, repeats and delays. It has only  *)
(* what can happen there: no text, no FIN, no urgent data, one size of     *)
(* segments. `./lockstep bench check` holds the speed of the generated     *)
(* module against this one, and a test wants both to have the same number  *)
(* of states.                                                              *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
  N,       \* sequence numbers are 0 .. N - 1
  BUFFER,  \* the receive window, bytes
  R1, R2,  \* retransmissions before trouble is told, and before giving up
  FAULTS   \* disturbances in one run

VARIABLES tcb, told, bound, net, faults, calls
vars == <<tcb, told, bound, net, faults, calls>>

Ends == {"A", "B"}
Peer(p) == IF p = "A" THEN "B" ELSE "A"
ISN(p) == IF p = "A" THEN 15 ELSE 7

(* Section 3.4. *)
Half == N \div 2
Diff(a, b) == ((a - b + Half) % N) - Half
Next1(a) == (a + 1) % N
Before(a, b) == Diff(a, b) < 0
AtMost(a, b) == Diff(a, b) <= 0

Segment(seq, ack, ctl, wnd) == [seq |-> seq, ack |-> ack, ctl |-> ctl, wnd |-> wnd]
Is(s, bit) == bit \in s.ctl
Len1(s) == IF Is(s, "SYN") THEN 1 ELSE 0

NoTcb ==
  [state |-> "CLOSED", active |-> FALSE, timer |-> FALSE, retries |-> 0,
   una |-> 0, nxt |-> 0, wnd |-> 0, wl1 |-> 0, wl2 |-> 0,
   rcvNxt |-> 0, rcvWnd |-> 0,
   timing |-> FALSE, measured |-> FALSE, challenges |-> 0]

Listening == [NoTcb EXCEPT !.state = "LISTEN", !.rcvWnd = BUFFER]

InWindow(t, n) == AtMost(t.rcvNxt, n) /\ Before(n, (t.rcvNxt + t.rcvWnd) % N)

\* First check of section 3.10.7.4, of segments without text; an empty one right behind the window counts.
Acceptable(t, s) == InWindow(t, s.seq) \/ (Len1(s) = 0 /\ s.seq = (t.rcvNxt + t.rcvWnd) % N)

AcksSyn(t, s) == Before(t.una, s.ack) /\ AtMost(s.ack, t.nxt)

Init ==
  /\ tcb = [p \in Ends |-> NoTcb]
  /\ told = [p \in Ends |-> {}]
  /\ bound = [p \in Ends |-> FALSE]
  /\ net = [p \in Ends |-> <<>>]
  /\ faults = FAULTS
  /\ calls = [OpenA |-> 1, OpenB |-> 1, AbortB |-> 1]

Quiet == \A p \in Ends : net[p] = <<>>

-------------------------------------------------------------------------------
(* A segment arrives at p: it has left the channel, and answers come behind    *)
(* what is on the way to the peer.                                             *)

Becomes(p, t, news, b, answers) ==
  /\ tcb' = [tcb EXCEPT ![p] = t]
  /\ told' = [told EXCEPT ![p] = news]
  /\ bound' = [bound EXCEPT ![p] = b]
  /\ net' = [net EXCEPT ![p] = Tail(@), ![Peer(p)] = @ \o answers]

Stays(p, answers) ==
  /\ net' = [net EXCEPT ![p] = Tail(@), ![Peer(p)] = @ \o answers]
  /\ UNCHANGED <<tcb, told, bound>>

Reset(s) == <<Segment(s.ack, 0, {"RST"}, 0)>>
Ack(t) == <<Segment(t.nxt, t.rcvNxt, {"ACK"}, t.rcvWnd)>>

\* Section 3.10.7.1.
ArrivesClosed(p, s) ==
  Stays(p, IF Is(s, "RST") THEN <<>>
           ELSE IF Is(s, "ACK") THEN Reset(s)
           ELSE <<Segment(0, (s.seq + Len1(s)) % N, {"RST", "ACK"}, 0)>>)

\* Section 3.10.7.2.
ArrivesListen(p, s) ==
  IF Is(s, "RST") THEN Stays(p, <<>>)
  ELSE IF Is(s, "ACK") THEN Stays(p, Reset(s))
  ELSE IF ~Is(s, "SYN") THEN Stays(p, <<>>)
  ELSE LET t == [tcb[p] EXCEPT !.state = "SYN-RECEIVED", !.timer = TRUE, !.timing = TRUE,
                   !.una = ISN(p), !.nxt = Next1(ISN(p)), !.rcvNxt = Next1(s.seq),
                   !.wnd = s.wnd, !.wl1 = s.seq, !.wl2 = ISN(p)]
       IN Becomes(p, t, told[p], TRUE, <<Segment(t.una, t.rcvNxt, {"SYN", "ACK"}, t.rcvWnd)>>)

\* Our SYN is acknowledged.
Opened(t, s) ==
  [t EXCEPT !.state = "ESTABLISHED", !.timer = FALSE, !.retries = 0, !.una = s.ack, !.wnd = s.wnd,
     !.wl1 = s.seq, !.wl2 = s.ack, !.measured = @ \/ t.timing, !.timing = FALSE]

\* Section 3.10.7.3.
ArrivesSynSent(p, s) ==
  LET t == tcb[p]
  IN IF Is(s, "ACK") /\ ~AcksSyn(t, s) THEN Stays(p, IF Is(s, "RST") THEN <<>> ELSE Reset(s))
     ELSE IF Is(s, "RST")
     THEN IF Is(s, "ACK") THEN Becomes(p, NoTcb, told[p] \cup {"refused"}, FALSE, <<>>) ELSE Stays(p, <<>>)
     ELSE IF ~Is(s, "SYN") THEN Stays(p, <<>>)
     ELSE IF Is(s, "ACK")
     THEN LET u == [Opened(t, s) EXCEPT !.rcvNxt = Next1(s.seq)]
          IN Becomes(p, u, told[p] \cup {"connected"}, bound[p], Ack(u))
     ELSE LET u == [t EXCEPT !.state = "SYN-RECEIVED", !.timing = FALSE, !.rcvNxt = Next1(s.seq),
                      !.wnd = s.wnd, !.wl1 = s.seq, !.wl2 = t.una]
          IN Becomes(p, u, told[p], bound[p], <<Segment(u.una, u.rcvNxt, {"SYN", "ACK"}, u.rcvWnd)>>)

\* RFC 5961: one challenge is allowed, then time has to pass; whether it has, nobody knows here.
Challenge(p) ==
  \/ Becomes(p, [tcb[p] EXCEPT !.challenges = 1], told[p], bound[p], Ack(tcb[p]))
  \/ tcb[p].challenges = 1 /\ Stays(p, <<>>)

ListensAgain(p) == Becomes(p, [Listening EXCEPT !.measured = tcb[p].measured], {}, FALSE, <<>>)

ResetArrives(p, s) ==
  LET t == tcb[p]
  IN IF s.seq # t.rcvNxt
     THEN IF InWindow(t, s.seq) THEN Challenge(p) ELSE Stays(p, <<>>)
     ELSE IF t.state # "SYN-RECEIVED" THEN Becomes(p, NoTcb, told[p] \cup {"reset"}, FALSE, <<>>)
     ELSE IF t.active THEN Becomes(p, NoTcb, told[p] \cup {"refused"}, FALSE, <<>>)
     ELSE ListensAgain(p)

Newer(t, s) == Before(t.wl2, s.ack) \/ Before(t.wl1, s.seq) \/ (t.wl1 = s.seq /\ AtMost(t.wl2, s.ack))

AckArrives(p, s) ==
  LET t == tcb[p]
  IN IF t.state = "SYN-RECEIVED"
     THEN IF AcksSyn(t, s) THEN Becomes(p, Opened(t, s), told[p] \cup {"connected"}, bound[p], <<>>)
          ELSE Stays(p, Reset(s))
     ELSE IF ~(AtMost((t.una - t.wnd) % N, s.ack) /\ AtMost(s.ack, t.nxt)) THEN Challenge(p)
     ELSE IF s.ack = t.una /\ Newer(t, s)
     THEN Becomes(p, [t EXCEPT !.wnd = s.wnd, !.wl1 = s.seq, !.wl2 = s.ack], told[p], bound[p], <<>>)
     ELSE Stays(p, <<>>)

\* Section 3.10.7.4, of what has no text and no FIN.
ArrivesOtherwise(p, s) ==
  LET t == tcb[p]
  IN IF ~Acceptable(t, s)
     THEN IF Is(s, "RST") THEN Stays(p, <<>>)
          ELSE IF Is(s, "SYN") /\ t.state # "SYN-RECEIVED" THEN Challenge(p)
          ELSE Stays(p, Ack(t))
     ELSE IF Is(s, "RST") THEN ResetArrives(p, s)
     ELSE IF Is(s, "SYN")
     THEN IF t.state = "SYN-RECEIVED" /\ ~t.active THEN ListensAgain(p) ELSE Challenge(p)
     ELSE IF ~Is(s, "ACK") THEN Stays(p, <<>>)
     ELSE AckArrives(p, s)

Receive(p) ==
  /\ net[p] # <<>>
  /\ LET s == Head(net[p])
     IN CASE tcb[p].state = "CLOSED" -> ArrivesClosed(p, s)
          [] tcb[p].state = "LISTEN" -> ArrivesListen(p, s)
          [] tcb[p].state = "SYN-SENT" -> ArrivesSynSent(p, s)
          [] OTHER -> ArrivesOtherwise(p, s)
  /\ UNCHANGED <<faults, calls>>

-------------------------------------------------------------------------------
(* Users.                                                                      *)

Sends(p, segments) == net' = [net EXCEPT ![Peer(p)] = @ \o segments]

OpenActive(p, call) ==
  /\ calls[call] > 0 /\ tcb[p].state = "CLOSED"
  /\ calls' = [calls EXCEPT ![call] = @ - 1]
  /\ tcb' = [tcb EXCEPT ![p] = [NoTcb EXCEPT !.state = "SYN-SENT", !.active = TRUE, !.timer = TRUE, !.timing = TRUE,
                                   !.una = ISN(p), !.nxt = Next1(ISN(p)), !.rcvWnd = BUFFER]]
  /\ told' = [told EXCEPT ![p] = {}]
  /\ Sends(p, <<Segment(ISN(p), 0, {"SYN"}, BUFFER)>>)
  /\ UNCHANGED <<bound, faults>>

OpenPassive ==
  /\ calls.OpenB > 0 /\ tcb.B.state = "CLOSED"
  /\ calls' = [calls EXCEPT !.OpenB = @ - 1]
  /\ tcb' = [tcb EXCEPT !.B = Listening]
  /\ told' = [told EXCEPT !.B = {}]
  /\ UNCHANGED <<bound, net, faults>>

Abort ==
  /\ calls.AbortB > 0 /\ tcb.B.state # "CLOSED"
  /\ calls' = [calls EXCEPT !.AbortB = @ - 1]
  /\ tcb' = [tcb EXCEPT !.B = NoTcb]
  /\ told' = [told EXCEPT !.B = @ \cup {"reset"}]
  /\ bound' = [bound EXCEPT !.B = FALSE]
  /\ Sends("B", IF tcb.B.state \in {"LISTEN", "SYN-SENT"} THEN <<>>
                ELSE <<Segment(tcb.B.nxt, 0, {"RST"}, tcb.B.rcvWnd)>>)
  /\ UNCHANGED faults

-------------------------------------------------------------------------------
(* The retransmission timer, and who disturbs the channel.                     *)

Expires(p) ==
  LET t == tcb[p]
  IN /\ IF t.retries >= R2
        THEN /\ tcb' = [tcb EXCEPT ![p] = NoTcb]
             /\ told' = [told EXCEPT ![p] = @ \cup {"timed-out"}]
             /\ bound' = [bound EXCEPT ![p] = FALSE]
             /\ UNCHANGED net
        ELSE /\ tcb' = [tcb EXCEPT ![p].retries = @ + 1, ![p].timing = FALSE]
             /\ told' = [told EXCEPT ![p] = IF t.retries = R1 THEN @ \cup {"trouble"} ELSE @]
             /\ Sends(p, IF t.state = "SYN-SENT" THEN <<Segment(t.una, 0, {"SYN"}, t.rcvWnd)>>
                         ELSE <<Segment(t.una, t.rcvNxt, {"SYN", "ACK"}, t.rcvWnd)>>)
             /\ UNCHANGED bound
     /\ UNCHANGED calls

Timeout(p) == tcb[p].timer /\ Quiet /\ Expires(p) /\ UNCHANGED faults
TooEarly(p) == tcb[p].timer /\ ~Quiet /\ faults > 0 /\ faults' = faults - 1 /\ Expires(p)

Disturb(p, channel) ==
  /\ faults > 0
  /\ faults' = faults - 1
  /\ net' = [net EXCEPT ![p] = channel]
  /\ UNCHANGED <<tcb, told, bound, calls>>

Lose(p) == net[p] # <<>> /\ Disturb(p, Tail(net[p]))
Duplicate(p) == net[p] # <<>> /\ Disturb(p, Append(net[p], Head(net[p])))
Delay(p) == Len(net[p]) > 1 /\ Disturb(p, Append(Tail(net[p]), Head(net[p])))

Done ==
  /\ Quiet
  /\ \/ \A p \in Ends : tcb[p].state = "ESTABLISHED"
     \/ \E p \in Ends : tcb[p].state = "CLOSED"
  /\ UNCHANGED vars

Next ==
  \/ OpenActive("A", "OpenA")
  \/ OpenActive("B", "OpenB")
  \/ OpenPassive
  \/ Abort
  \/ \E p \in Ends : Receive(p) \/ Timeout(p) \/ TooEarly(p) \/ Lose(p) \/ Duplicate(p) \/ Delay(p)
  \/ Done

Spec == Init /\ [][Next]_vars

===============================================================================
