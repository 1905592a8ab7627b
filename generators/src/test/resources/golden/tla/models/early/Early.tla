-------------------------------- MODULE Early --------------------------------
(* CLOSE before the SYN is acknowledged, and forged acknowledgements of nothing

   The user that is called closes at once, so that a SYN and a FIN are in flight together, and a
   third party repeats the number before the SYN.

   Generated from models/early.yaml: do not edit. *)
EXTENDS Tcp

VARIABLES
  tcb,     \* the control block of each endpoint
  socket,  \* what its mechanism holds, and what its user has seen
  net,     \* the segments on their way to it, in order
  faults,  \* how many disturbances may still happen
  calls    \* how many calls its user may still make, and how often it may crash

vars == <<tcb, socket, net, faults, calls>>

Endpoints == {"A", "B"}
Peer(p) == IF p = "A" THEN "B" ELSE "A"

\* What the surroundings offer as ISN.
Offered_ISN(p) == Offer_ISN(socket[p], IF p = "A" THEN 15 ELSE 12)

Init ==
  /\ tcb = [A |-> NoTcb, B |-> NoTcb]
  /\ socket = [A |-> FreshSocket, B |-> FreshSocket]
  /\ net = [A |-> <<>>, B |-> <<>>]
  /\ faults = 3
  /\ calls = [A |-> [OPEN |-> 1, CRASH |-> 0],
              B |-> [OPEN |-> 1, CLOSE |-> 1, CRASH |-> 0]]

\* No segment is on its way.
Quiet == \A p \in Endpoints : net[p] = <<>>

\* All that an event at p brings about; what it sends is on its way afterwards.
Happens(p, w) ==
  /\ Fired(w.rows)
  /\ tcb' = [tcb EXCEPT ![p] = w.tcb]
  /\ socket' = [socket EXCEPT ![p] = w.socket]
Sends(p, w) == net' = [net EXCEPT ![Peer(p)] = @ \o w.out]

-------------------------------------------------------------------------------
(* Segments. *)

\* The outcomes of the arrival of a segment at p.
Arrivals(p, segment) ==
  OnSegment(Begin(tcb[p], socket[p], segment), Arriving(segment), Offered_ISN(p))

Receive(p) ==
  /\ net[p] # <<>>
  /\ \E w \in Arrivals(p, Head(net[p])) :
       /\ Happens(p, w)
       /\ net' = [net EXCEPT ![p] = w.back \o Tail(@), ![Peer(p)] = @ \o w.out]
  /\ UNCHANGED <<faults, calls>>

\* That costs a fault.
Disturb(p, channel) ==
  /\ faults' = faults - 1
  /\ net' = [net EXCEPT ![p] = channel]
  /\ UNCHANGED <<tcb, socket, calls>>

LoseTo(p) == faults > 0 /\ net[p] # <<>> /\ Disturb(p, Lose(net[p]))

\* Segments that nobody sent, made up by somebody who knows this much of p. They arrive next.
Forgeries(p) ==
  {[SEQ |-> tcb[p].RCV_NXT,
    ACK |-> tcb[p].SND_UNA,
    CTL |-> {"ACK"},
    WND |-> 0, MSS |-> 0, UP |-> 0, TEXT |-> <<>>]}

ForgeTo(p) == faults > 0 /\ \E segment \in Forgeries(p) : Disturb(p, <<segment>> \o net[p])

-------------------------------------------------------------------------------
(* Timers: an armed one may expire, under the timing assumption that the model names. *)

Retransmission(p) ==
  /\ \E w \in OnRetransmission(Begin(tcb[p], socket[p], NoSegment)) :
       /\ Happens(p, w)
       /\ Sends(p, w)
  /\ UNCHANGED calls

RetransmissionTimeoutPossible(p) ==
  /\ "retransmission" \in tcb[p].ARMED
  /\ Quiet

RetransmissionTimeout(p) ==
  /\ RetransmissionTimeoutPossible(p)
  /\ Retransmission(p)
  /\ UNCHANGED faults

Persist(p) ==
  /\ \E w \in OnPersist(Begin(tcb[p], socket[p], NoSegment)) :
       /\ Happens(p, w)
       /\ Sends(p, w)
  /\ UNCHANGED calls

PersistTimeoutPossible(p) ==
  /\ "persist" \in tcb[p].ARMED
  /\ Quiet

PersistTimeout(p) ==
  /\ PersistTimeoutPossible(p)
  /\ Persist(p)
  /\ UNCHANGED faults

TimeWait(p) ==
  /\ \E w \in OnTimeWait(Begin(tcb[p], socket[p], NoSegment)) :
       /\ Happens(p, w)
       /\ Sends(p, w)
  /\ UNCHANGED calls

TimeWaitTimeoutPossible(p) ==
  /\ "time-wait" \in tcb[p].ARMED
  /\ Quiet
  /\ "retransmission" \notin tcb[Peer(p)].ARMED

TimeWaitTimeout(p) ==
  /\ TimeWaitTimeoutPossible(p)
  /\ TimeWait(p)
  /\ UNCHANGED faults

-------------------------------------------------------------------------------
(* User calls. One that is refused, or has to wait, is no step; see InVainChangesNothing. *)

UserOpen(p, CALL, states) ==
  /\ calls[p].OPEN > 0
  /\ tcb[p].STATE \in states
  /\ LET before == Called("OPEN", socket[p])
     IN \E w \in OnOpen(Begin(tcb[p], before, NoSegment), CALL, Offered_ISN(p)) :
          /\ ~InVain(w, tcb[p], before)
          /\ Happens(p, w)
          /\ Sends(p, w)
  /\ calls' = [calls EXCEPT ![p].OPEN = @ - 1]
  /\ UNCHANGED faults

UserClose(p, EVENT, states) ==
  /\ calls[p].CLOSE > 0
  /\ tcb[p].STATE \in states
  /\ LET before == Called("CLOSE", socket[p])
     IN \E w \in OnClose(Begin(tcb[p], before, NoSegment)) :
          /\ ~InVain(w, tcb[p], before)
          /\ Happens(p, w)
          /\ Sends(p, w)
  /\ calls' = [calls EXCEPT ![p].CLOSE = @ - 1]
  /\ UNCHANGED faults

-------------------------------------------------------------------------------
(* The whole. *)

\* Where it is right that nothing more happens.
MayEnd ==
  \/ tcb.A.STATE = "ESTABLISHED" /\ tcb.B.STATE = "ESTABLISHED"
  \/ tcb.A.STATE = "CLOSE-WAIT"
  \/ tcb.A.STATE = "CLOSED" \/ tcb.B.STATE = "CLOSED"

Done == Quiet /\ MayEnd /\ UNCHANGED vars

ReceiveA == /\ Receive("A")
ReceiveB == /\ Receive("B")
OpenActiveA == /\ UserOpen("A", [OPENING |-> "active"], {"CLOSED"})
OpenPassiveB == /\ UserOpen("B", [OPENING |-> "passive"], {"CLOSED"})
CloseB == /\ UserClose("B", NoSegment, {"SYN-RECEIVED"})
RetransmissionTimeoutA == /\ RetransmissionTimeout("A")
RetransmissionTimeoutB == /\ RetransmissionTimeout("B")
PersistTimeoutA == /\ PersistTimeout("A")
PersistTimeoutB == /\ PersistTimeout("B")
TimeWaitTimeoutA == /\ TimeWaitTimeout("A")
TimeWaitTimeoutB == /\ TimeWaitTimeout("B")
LoseToA == /\ LoseTo("A")
LoseToB == /\ LoseTo("B")
ForgeToA == /\ ForgeTo("A")
ForgeToB == /\ ForgeTo("B")

Next ==
  \/ ReceiveA
  \/ ReceiveB
  \/ OpenActiveA
  \/ OpenPassiveB
  \/ CloseB
  \/ RetransmissionTimeoutA
  \/ RetransmissionTimeoutB
  \/ PersistTimeoutA
  \/ PersistTimeoutB
  \/ TimeWaitTimeoutA
  \/ TimeWaitTimeoutB
  \/ LoseToA
  \/ LoseToB
  \/ ForgeToA
  \/ ForgeToB
  \/ Done

(* Fairness, said of what is possible in a state and of what has changed: TLC decides that in a fraction of the time that
   ENABLED and whole actions would take. *)

Received(p) == faults' = faults /\ Len(net'[p]) < Len(net[p])

Expired(p, timer) ==
  /\ timer \in tcb[p].ARMED
  /\ faults' = faults
  /\ calls' = calls
  /\ net'[p] = net[p]
  /\ tcb'[p] # tcb[p] \/ Len(net'[Peer(p)]) > Len(net[Peer(p)])

Fairness ==
  /\ []<>~(net.A # <<>>) \/ []<><<Received("A")>>_vars
  /\ <>[]~(RetransmissionTimeoutPossible("A")) \/ []<><<Expired("A", "retransmission")>>_vars
  /\ []<>~(PersistTimeoutPossible("A")) \/ []<><<Expired("A", "persist")>>_vars
  /\ []<>~(TimeWaitTimeoutPossible("A")) \/ []<><<Expired("A", "time-wait")>>_vars
  /\ []<>~(net.B # <<>>) \/ []<><<Received("B")>>_vars
  /\ <>[]~(RetransmissionTimeoutPossible("B")) \/ []<><<Expired("B", "retransmission")>>_vars
  /\ []<>~(PersistTimeoutPossible("B")) \/ []<><<Expired("B", "persist")>>_vars
  /\ []<>~(TimeWaitTimeoutPossible("B")) \/ []<><<Expired("B", "time-wait")>>_vars

Spec == Init /\ [][Next]_vars /\ Fairness

-------------------------------------------------------------------------------
(* Segments and steps, for what is claimed of them. *)

\* Those on their way to p, as p will read them.
ArrivingAt(p) == {Arriving(net[p][i]) : i \in DOMAIN net[p]}

\* A segment arrives at p. One that is handed on is next on its way again.
HandsOn(p) == socket[p].first = <<>> /\ socket'[p].first # <<>>
Arrives(p) == faults' = faults /\ (Len(net'[p]) < Len(net[p]) \/ HandsOn(p))

\* That segment; one of nothing where none does.
Arrived(p) == IF Arrives(p) THEN Arriving(Head(net[p])) ELSE NothingArrives

\* It hears what the network reports; and what that is, or nothing.
Hears(p) == FALSE
Heard(p) == [TYPE |-> 0, CODE |-> 0, SEQ |-> 0, MTU |-> 0]

\* It crashes; or its user makes a call.
Crashes(p) == calls'[p].CRASH # calls[p].CRASH
Asks(p) == calls'[p] # calls[p] /\ ~Crashes(p)

\* What is new on its way to the peer is from p, unless somebody disturbs the channel, which p does not notice.
NewAt(p) == Len(net[p]) + 1 .. Len(net'[p])
Acts(p) == faults' = faults \/ tcb'[p] # tcb[p]
HowManySentBy(p) == IF Acts(p) THEN Cardinality(NewAt(Peer(p))) ELSE 0
SentBy(p) == IF Acts(p) THEN {Arriving(net'[Peer(p)][i]) : i \in NewAt(Peer(p))} ELSE {}

-------------------------------------------------------------------------------
(* What holds in every state. *)

TypeOK == \A p \in Endpoints : IsTcb(tcb[p])

\* Rows that cannot fire here are left out of Tcp, and with them the other timers.
OnlyTheseAreArmed == \A p \in Endpoints : tcb[p].ARMED \subseteq {"retransmission", "persist", "time-wait"}

NoConnectionNoTcb == \A p \in Endpoints : tcb[p].STATE = "CLOSED" => tcb[p] = NoTcb

\* In which states both ends are at once is noted here.
StatesNoted == Paired(tcb.A.STATE, tcb.B.STATE)

InvFlightHolds == \A p \in Endpoints : InvFlight(tcb[p])
InvRcvWndHolds == \A p \in Endpoints : InvRcvWnd(tcb[p])
InvSndWndHolds == \A p \in Endpoints : InvSndWnd(tcb[p])
InvIssHolds == \A p \in Endpoints : InvIss(tcb[p])
InvSynHolds == \A p \in Endpoints : InvSyn(tcb[p])
InvFinHolds == \A p \in Endpoints : InvFin(tcb[p])
InvFinAcknowledgedHolds == \A p \in Endpoints : InvFinAcknowledged(tcb[p])
InvOpenHolds == \A p \in Endpoints : InvOpen(tcb[p])
InvSynInFlightHolds == \A p \in Endpoints : InvSynInFlight(tcb[p])
InvSynAcknowledgedHolds == \A p \in Endpoints : InvSynAcknowledged(tcb[p])
InvRetransmissionHolds == \A p \in Endpoints : InvRetransmission(tcb[p])
InvPersistHolds == \A p \in Endpoints : InvPersist(tcb[p])
InvMssHolds == \A p \in Endpoints : InvMss(tcb[p])
InvFinLastHolds == \A p \in Endpoints : InvFinLast(tcb[p])
InvOwedHolds == \A p \in Endpoints : InvOwed(tcb[p])
InvAtOnceHolds == \A p \in Endpoints : InvAtOnce(tcb[p])
InvNoDelayedAckHolds == \A p \in Endpoints : InvNoDelayedAck(tcb[p])
InvUserHolds == \A p \in Endpoints : InvUser(tcb[p])
InvNoUserHolds == \A p \in Endpoints : InvNoUser(tcb[p])
InvKeepAliveHolds == \A p \in Endpoints : InvKeepAlive(tcb[p])
InvNoKeepAliveHolds == \A p \in Endpoints : InvNoKeepAlive(tcb[p])
InvNoFinWait2Holds == \A p \in Endpoints : InvNoFinWait2(tcb[p])
InvNoPersistHolds == \A p \in Endpoints : InvNoPersist(tcb[p])
ProfileRcvBufferHolds == \A p \in Endpoints : ProfileRcvBuffer(tcb[p])
ProfileMssHolds == \A p \in Endpoints : ProfileMss(tcb[p])
ProfileInitialWindowHolds == \A p \in Endpoints : ProfileInitialWindow(tcb[p])
ProfilePatienceHolds == \A p \in Endpoints : ProfilePatience(tcb[p])
ProfileChallengeHolds == \A p \in Endpoints : ProfileChallenge(tcb[p])
ProfileKeepAliveHolds == \A p \in Endpoints : ProfileKeepAlive(tcb[p])
ProfileDuplicateThresholdHolds == \A p \in Endpoints : ProfileDuplicateThreshold(tcb[p])
InvQuietHolds == \A p \in Endpoints : InvQuiet(tcb[p])

\* A call that is refused, or has to wait, changes nothing. That its rows fired is noted here. What is on the way matters
\* to no call, so it is enough to try them when nothing is.
InVainChangesNothing ==
  Quiet =>
    \A p \in Endpoints :
      /\ \A w \in OnOpen(Begin(tcb[p], socket[p], NoSegment), [OPENING |-> "active"], Offered_ISN(p)) :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>
      /\ \A w \in OnOpen(Begin(tcb[p], socket[p], NoSegment), [OPENING |-> "passive"], Offered_ISN(p)) :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>
      /\ \A w \in OnClose(Begin(tcb[p], socket[p], NoSegment)) :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>

\* models/safety.yaml:4, RFC 9293 section 3.4
\* each byte that the user gave takes one number or waits for one, SYN and FIN take one each
S4Counted ==
  \A p \in Endpoints :
    (~(tcb[p].STATE \in {"CLOSED", "LISTEN"}) /\ Applies("s4-counted")) =>
    tcb[p].SND_NXT \oplus tcb[p].SND_QUEUED =
      tcb[p].ISS \oplus 1 \oplus socket[p].sent \oplus (IF tcb[p].SND_FIN THEN 1 ELSE 0)

\* models/safety.yaml:10, RFC 9293 section 3.4
\* RCV.NXT moves by what is delivered and by the FIN, and so never back
S5Counted ==
  \A p \in Endpoints :
    (~(tcb[p].STATE \in {"CLOSED", "LISTEN", "SYN-SENT"}) /\ Applies("s5-counted")) =>
    tcb[p].RCV_NXT =
      tcb[p].IRS \oplus 1 \oplus Len(socket[p].delivered) \oplus
      (IF Told(socket[p], "peer-closed") THEN 1 ELSE 0)

\* models/safety.yaml:16
\* no more is promised than there is room for
S5Buffer ==
  \A p \in Endpoints :
    tcb[p].RCV_WND + tcb[p].RCV_UNREAD <= RCV_BUFFER

\* models/safety.yaml:19
\* what arrived is either taken or waits to be taken
S6Taken ==
  \A p \in Endpoints :
    (tcb[p].STATE # "CLOSED" /\ Applies("s6-taken")) =>
    socket[p].taken + tcb[p].RCV_UNREAD = Len(socket[p].delivered)

\* models/safety.yaml:22, RFC 9293 section 3.10.3
\* what arrived before an orderly close may still be taken after it
S6Left ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE = "CLOSED"
     /\ Told(socket[p], "closed")
     /\ Told(socket[p], "peer-closed")
     /\ Applies("s6-left")) =>
    socket[p].taken + socket[p].left = Len(socket[p].delivered)

\* models/safety.yaml:26, RFC 9293 section 3.10.7.4
\* a reset amid the stream flushes all queues
S6Flushed ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE = "CLOSED"
     /\ Told(socket[p], "reset")
     /\ ~Told(socket[p], "peer-closed")
     /\ Applies("s6-flushed")) =>
    socket[p].left = 0

\* models/safety.yaml:30
\* a SYN, text or FIN that is not acknowledged is sent again at last, in every state
S8Retransmission ==
  \A p \in Endpoints :
    (tcb[p].STATE # "CLOSED" /\ flight(tcb[p]) > 0 /\ Applies("s8-retransmission")) =>
    "retransmission" \in tcb[p].ARMED

\* models/safety.yaml:33, RFC 9293 MUST-36
\* text that waits for a window, with nothing outstanding, is tried again at last
S8Persist ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE \in {"ESTABLISHED", "CLOSE-WAIT", "FIN-WAIT-1", "CLOSING", "LAST-ACK"}
     /\ tcb[p].SND_QUEUED > 0
     /\ flight(tcb[p]) = 0
     /\ Applies("s8-persist")) =>
    "persist" \in tcb[p].ARMED

\* models/safety.yaml:39
S8TimeWait ==
  \A p \in Endpoints :
    (tcb[p].STATE = "TIME-WAIT" /\ Applies("s8-time-wait")) => "time-wait" \in tcb[p].ARMED

\* models/safety.yaml:41
\* where nobody will receive any more, nobody waits without end for the other side's FIN
S8FinWait2 ==
  \A p \in Endpoints :
    (tcb[p].STATE = "FIN-WAIT-2" /\ CLOSE_UNREAD_RESETS /\ Applies("s8-fin-wait-2")) =>
    "fin-wait-2" \in tcb[p].ARMED

\* models/safety.yaml:44
S8None ==
  \A p \in Endpoints :
    (tcb[p].STATE \in {"CLOSED", "LISTEN"} /\ Applies("s8-none")) =>
    (/\ "retransmission" \notin tcb[p].ARMED
     /\ "persist" \notin tcb[p].ARMED
     /\ "time-wait" \notin tcb[p].ARMED
     /\ "keep-alive" \notin tcb[p].ARMED
     /\ "fin-wait-2" \notin tcb[p].ARMED
     /\ "user" \notin tcb[p].ARMED)

\* models/safety.yaml:48, RFC 9293 section 3.8.4
\* who wants to know whether the other side is alive asks at last
S8KeepAlive ==
  \A p \in Endpoints :
    (/\ tcb[p].KEEP_ALIVE
     /\ tcb[p].STATE \in {"ESTABLISHED",
                          "FIN-WAIT-1",
                          "FIN-WAIT-2",
                          "CLOSE-WAIT",
                          "CLOSING",
                          "LAST-ACK"}
     /\ Applies("s8-keep-alive")) =>
    "keep-alive" \in tcb[p].ARMED

\* models/safety.yaml:54
S8One ==
  \A p \in Endpoints :
    ~("retransmission" \in tcb[p].ARMED /\ "persist" \in tcb[p].ARMED)

\* models/safety.yaml:55, RFC 9293 MUST-11
S13ListenAfterPassive ==
  \A p \in Endpoints :
    (tcb[p].STATE = "LISTEN" /\ Applies("s13-listen-after-passive")) =>
    (tcb[p].OPENED = "passive" /\ ~socket[p].bound)

\* models/safety.yaml:58
\* we take leave only when our user asked for it
S14ClosedByUser ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE \in {"FIN-WAIT-1", "FIN-WAIT-2", "CLOSING", "LAST-ACK", "TIME-WAIT"}
     /\ Applies("s14-closed-by-user")) =>
    tcb[p].SND_CLOSED

\* models/safety.yaml:62
S14ClosedByPeer ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE \in {"CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"}
     /\ Applies("s14-closed-by-peer")) =>
    Told(socket[p], "peer-closed")

\* models/safety.yaml:64, RFC 9293 MUST-12
S14OneEnding ==
  \A p \in Endpoints :
    (Told(socket[p], "reset") /\ Applies("s14-one-ending")) =>
    (~Told(socket[p], "refused") /\ ~Told(socket[p], "timed-out"))

\* models/safety.yaml:68, RFC 9293 MUST-12
\* what was once open is not refused
S14OneOtherEnding ==
  \A p \in Endpoints :
    (Told(socket[p], "refused") /\ Applies("s14-one-other-ending")) =>
    (~Told(socket[p], "timed-out") /\ ~Told(socket[p], "connected"))

\* models/safety.yaml:72, RFC 9293 MUST-62
\* what is urgent was given to be sent, and is not acknowledged
UrgentGiven ==
  \A p \in Endpoints :
    (tcb[p].SND_URG /\ Applies("urgent-given")) =>
    (/\ tcb[p].SND_UNA \prec tcb[p].SND_UP
     /\ tcb[p].SND_UP \preceq tcb[p].SND_NXT \oplus tcb[p].SND_QUEUED)

\* models/safety.yaml:76, RFC 6298 section 3
\* what is timed is on its way
S15Timed ==
  \A p \in Endpoints :
    (tcb[p].RTT_TIMING /\ Applies("s15-timed")) =>
    (tcb[p].SND_UNA \prec tcb[p].RTT_SEQ /\ tcb[p].RTT_SEQ \preceq tcb[p].SND_NXT)

\* models/safety.yaml:80, RFC 9293 section 3.8.6.3
\* an acknowledgement that is owed leaves at last; where none is delayed, within the event
\* (inv-at-once)
NothingOwed ==
  \A p \in Endpoints :
    tcb[p].ACK_OWED = "nothing" \/ "delayed-ack" \in tcb[p].ARMED

\* models/safety.yaml:84
\* who comes back to LISTEN has forgotten all of the peer that went, and will be as patient with
\* the next
S13ListensAnew ==
  \A p \in Endpoints :
    (tcb[p].STATE = "LISTEN" /\ Applies("s13-listens-anew")) =>
    (/\ tcb[p].RETRIES = 0
     /\ flight(tcb[p]) = 0
     /\ tcb[p].SND_QUEUED = 0
     /\ tcb[p].RCV_NXT = tcb[p].IRS
     /\ tcb[p].RCV_WND = RCV_BUFFER)

\* models/safety.yaml:89, RFC 5681 section 3.1
\* with less nothing could be sent, and so nothing acknowledged
CwndASegment ==
  \A p \in Endpoints :
    (/\ CONGESTION = "newreno"
     /\ tcb[p].STATE \in {"ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "CLOSING", "LAST-ACK"}
     /\ ~tcb[p].SND_SYN
     /\ Applies("cwnd-a-segment")) =>
    tcb[p].CWND >= tcb[p].SND_MSS

\* models/once.yaml:5
\* nothing is on the way or outstanding, so both ends count alike
S2Agree ==
  (/\ Quiet
   /\ tcb.A.STATE = "ESTABLISHED"
   /\ tcb.B.STATE = "ESTABLISHED"
   /\ flight(tcb.A) = 0
   /\ flight(tcb.B) = 0
   /\ Applies("s2-agree")) =>
  (tcb.A.SND_NXT = tcb.B.RCV_NXT /\ tcb.B.SND_NXT = tcb.A.RCV_NXT)

\* models/once.yaml:10
\* what is expected has been sent, and what is acknowledged has arrived, across the wrap of the
\* sequence space
S4InOrder ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE = "ESTABLISHED"
     /\ tcb[Peer(p)].STATE = "ESTABLISHED"
     /\ Applies("s4-in-order")) =>
    (tcb[p].SND_UNA \preceq tcb[Peer(p)].RCV_NXT /\ tcb[Peer(p)].RCV_NXT \preceq tcb[p].SND_NXT)

\* models/once.yaml:15, RFC 9293 SHLD-14
\* the right edge that the sender knows was promised once, and a promised edge never moves left
S5RightEdge ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE = "ESTABLISHED"
     /\ tcb[Peer(p)].STATE = "ESTABLISHED"
     /\ Applies("s5-right-edge")) =>
    tcb[p].SND_UNA \oplus tcb[p].SND_WND \preceq tcb[Peer(p)].RCV_NXT \oplus tcb[Peer(p)].RCV_WND

\* models/once.yaml:21
\* bytes arrive in order, each once, as they were sent
S6Intact ==
  \A p \in Endpoints :
    Intact(socket[p], socket[Peer(p)])

\* models/once.yaml:22, RFC 9293 MUST-12
\* a user that is told `closed` has got everything across
S7Closed ==
  \A p \in Endpoints :
    (Told(socket[p], "closed") /\ Applies("s7-closed")) =>
    Len(socket[Peer(p)].delivered) = socket[p].sent

\* models/once.yaml:26
\* the end of the stream comes after all of it
S7EndOfStream ==
  \A p \in Endpoints :
    (Told(socket[p], "peer-closed") /\ Applies("s7-end-of-stream")) =>
    Len(socket[p].delivered) = socket[Peer(p)].sent

\* models/early.yaml:46, RFC 5681 section 2
\* an acknowledgement that acknowledges not even the SYN is no duplicate, neither counted nor a
\* reason to send again
SynBeforeFin ==
  \A p \in Endpoints :
    (tcb[p].SND_SYN /\ Applies("syn-before-fin")) => (tcb[p].DUPLICATES = 0 /\ ~tcb[p].RECOVERING)

\* models/early.yaml:50, RFC 6582 section 3.2 step 1
\* wherever in the sequence space the connection begins, nothing counts as lost before it has begun
RecoverFromTheStart ==
  \A p \in Endpoints :
    (tcb[p].SND_SYN /\ Applies("recover-from-the-start")) =>
    (tcb[p].ISS \preceq tcb[p].RECOVER /\ tcb[p].RECOVER \preceq tcb[p].SND_NXT)

-------------------------------------------------------------------------------
(* What holds of every step. *)

\* models/safety.yaml:96, RFC 9293 SHLD-14
\* what is expected next never goes back, and the edge that was promised never moves left
S5NeverBack ==
  [][\A p \in Endpoints :
       (/\ tcb[p].STATE \in {"SYN-RECEIVED",
                             "ESTABLISHED",
                             "FIN-WAIT-1",
                             "FIN-WAIT-2",
                             "CLOSE-WAIT",
                             "CLOSING",
                             "LAST-ACK",
                             "TIME-WAIT"}
        /\ ~(tcb'[p].STATE \in {"CLOSED", "LISTEN"})
        /\ Applies("s5-never-back")) =>
       (/\ tcb[p].RCV_NXT \preceq tcb'[p].RCV_NXT
        /\ tcb[p].RCV_NXT \oplus tcb[p].RCV_WND \preceq
             tcb'[p].RCV_NXT \oplus tcb'[p].RCV_WND)]_vars

\* models/safety.yaml:103, RFC 9293 section 3.5.2
S9NoResetForAReset ==
  [][\A p \in Endpoints :
       (Arrives(p) /\ Arrived(p).RST /\ Applies("s9-no-reset-for-a-reset")) =>
       ~(\E SEG \in SentBy(p) : SEG.RST)]_vars

\* models/safety.yaml:106, RFC 9293 section 3.10.7.1
S9ClosedAnswers ==
  [][\A p \in Endpoints :
       (Arrives(p) /\ tcb[p].STATE = "CLOSED" /\ ~Arrived(p).RST /\ Applies("s9-closed-answers")) =>
       (\E SEG \in SentBy(p) : SEG.RST)]_vars

\* models/safety.yaml:109, RFC 9293 section 3.5.2 group 2
\* who has not begun, or waits for the acknowledgement of its SYN, resets a connection that is none
S9WrongAck ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ Arrived(p).CTL_ACK
        /\ ~Arrived(p).RST
        /\ (tcb[p].STATE = "LISTEN" \/ (tcb[p].STATE = "SYN-SENT" /\ ~new_ack(tcb[p], Arrived(p))))
        /\ Applies("s9-wrong-ack")) =>
       ((\E SEG \in SentBy(p) : SEG.RST) /\ tcb'[p].STATE = tcb[p].STATE)]_vars

\* models/safety.yaml:116, RFC 9293 section 3.10.7.4
\* an acceptable segment that takes no number may let text or a FIN go, but is never answered
S12NoAckForAnAck ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ tcb[p].STATE \in {"ESTABLISHED",
                             "FIN-WAIT-1",
                             "FIN-WAIT-2",
                             "CLOSE-WAIT",
                             "CLOSING",
                             "LAST-ACK",
                             "TIME-WAIT"}
        /\ acceptable(tcb[p], Arrived(p))
        /\ SEG_LEN(Arrived(p)) = 0
        /\ Arrived(p).CTL_ACK
        /\ ~Arrived(p).RST
        /\ ack_in_range(tcb[p], Arrived(p))
        /\ Applies("s12-no-ack-for-an-ack")) =>
       (\A SEG \in SentBy(p) : SEG_LEN(SEG) > 0)]_vars

\* models/safety.yaml:124, RFC 6298 section 3
\* a segment that is sent again is not timed any more; what leaves behind it for the first time may
\* be
S15Karn ==
  [][\A p \in Endpoints :
       (/\ tcb[p].RTT_TIMING
        /\ ~(tcb'[p].STATE \in {"CLOSED", "LISTEN"})
        /\ (\E SEG \in SentBy(p) : /\ SEG.SEQ \prec tcb[p].RTT_SEQ
                                   /\ SEG.SEQ \oplus SEG_LEN(SEG) \succeq tcb[p].RTT_SEQ
                                   /\ SEG.SEQ \prec tcb[p].SND_NXT)
        /\ Applies("s15-karn")) =>
       (~tcb'[p].RTT_TIMING \/ tcb[p].SND_NXT \prec tcb'[p].RTT_SEQ)]_vars

\* models/safety.yaml:131, RFC 5961 section 3.2
\* a RST that is not exactly the next number changes nothing
S17InexactReset ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ Arrived(p).RST
        /\ Arrived(p).SEQ # tcb[p].RCV_NXT
        /\ tcb[p].STATE \in {"SYN-RECEIVED",
                             "ESTABLISHED",
                             "FIN-WAIT-1",
                             "FIN-WAIT-2",
                             "CLOSE-WAIT",
                             "CLOSING",
                             "LAST-ACK",
                             "TIME-WAIT"}
        /\ Applies("s17-inexact-reset")) =>
       (/\ tcb'[p].STATE = tcb[p].STATE
        /\ tcb'[p].SND_UNA = tcb[p].SND_UNA
        /\ tcb'[p].SND_WND = tcb[p].SND_WND
        /\ tcb'[p].RCV_NXT = tcb[p].RCV_NXT
        /\ (\A SEG \in SentBy(p) : SEG_LEN(SEG) = 0))]_vars

\* models/safety.yaml:139
ToldConnected ==
  [][\A p \in Endpoints :
       (/\ Told(socket'[p], "connected")
        /\ ~Told(socket[p], "connected")
        /\ Applies("told-connected")) =>
       (Arrives(p) /\ ~Arrived(p).RST)]_vars

\* models/safety.yaml:141
\* nobody is told so but where a RST came, where its own user wants it, where it resets for text
\* that nobody will take, or where the network says that nobody is there
ToldReset ==
  [][\A p \in Endpoints :
       (/\ (\/ (Told(socket'[p], "reset") /\ ~Told(socket[p], "reset"))
            \/ (Told(socket'[p], "refused") /\ ~Told(socket[p], "refused")))
        /\ Applies("told-reset")) =>
       (\/ (Arrives(p) /\ Arrived(p).RST)
        \/ Asks(p)
        \/ (\E SEG \in SentBy(p) : SEG.RST)
        \/ (Hears(p) /\ hard_error(Heard(p))))]_vars

\* models/safety.yaml:148, RFC 9293 MUST-20 SHLD-9
\* nobody is given up without warning, but by a time that its user has set
S14TroubleFirst ==
  [][\A p \in Endpoints :
       (/\ Told(socket'[p], "timed-out")
        /\ ~Told(socket[p], "timed-out")
        /\ ~tcb[p].USER_TIMED
        /\ Applies("s14-trouble-first")) =>
       Told(socket[p], "trouble")]_vars

\* models/safety.yaml:152
ToldTimedOut ==
  [][\A p \in Endpoints :
       (/\ Told(socket'[p], "timed-out")
        /\ ~Told(socket[p], "timed-out")
        /\ Applies("told-timed-out")) =>
       (~Arrives(p) /\ ~Asks(p))]_vars

\* models/safety.yaml:154, RFC 9293 section 3.10.3
\* once the peer has said all, nothing takes it from the user
S6LeftAtLast ==
  [][\A p \in Endpoints :
       (/\ tcb[p].STATE \in {"CLOSING", "LAST-ACK", "TIME-WAIT"}
        /\ tcb'[p].STATE = "CLOSED"
        /\ (Arrives(p) \/ Asks(p))
        /\ Applies("s6-left-at-last")) =>
       socket'[p].left = Len(socket[p].delivered) - socket[p].taken]_vars

\* models/safety.yaml:160, RFC 9293 MUST-13
\* who closes first goes through TIME-WAIT, unless it resets for text that nobody will take
S10Waits ==
  [][\A p \in Endpoints :
       (/\ tcb[p].STATE \in {"FIN-WAIT-1", "FIN-WAIT-2", "CLOSING"}
        /\ Arrives(p)
        /\ ~Arrived(p).RST
        /\ Applies("s10-waits")) =>
       (tcb'[p].STATE # "CLOSED" \/ (\E SEG \in SentBy(p) : SEG.RST))]_vars

\* models/safety.yaml:166, RFC 1337
\* where RSTs are ignored in TIME-WAIT, only its time or a new SYN ends it
S10NotAssassinated ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ tcb[p].STATE = "TIME-WAIT"
        /\ Arrived(p).RST
        /\ ~TIME_WAIT_RESET
        /\ Applies("s10-not-assassinated")) =>
       tcb'[p].STATE = "TIME-WAIT"]_vars

\* models/safety.yaml:170, RFC 9293 MUST-11
\* a connection that never came to be leaves the listener listening
S13Returns ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ tcb[p].STATE = "SYN-RECEIVED"
        /\ tcb[p].OPENED = "passive"
        /\ Arrived(p).RST
        /\ Arrived(p).SEQ = tcb[p].RCV_NXT
        /\ tcb[p].RCV_WND > 0
        /\ Applies("s13-returns")) =>
       tcb'[p].STATE = "LISTEN"]_vars

\* models/safety.yaml:177
\* a connection ends when both users closed it, or by abort, reset or timeout
S14Closes ==
  [][\A p \in Endpoints :
       (tcb[p].STATE # "CLOSED" /\ tcb'[p].STATE = "CLOSED" /\ Applies("s14-closes")) =>
       (\/ Asks(p)
        \/ Crashes(p)
        \/ (Arrives(p) /\ Arrived(p).RST)
        \/ (\E SEG \in SentBy(p) : SEG.RST)
        \/ Told(socket'[p], "timed-out")
        \/ (Hears(p) /\ hard_error(Heard(p)))
        \/ (tcb[p].SND_CLOSED /\ Told(socket[p], "peer-closed") /\ Told(socket'[p], "closed"))
        \/ (tcb[p].STATE = "FIN-WAIT-2" /\ CLOSE_UNREAD_RESETS))]_vars

\* models/safety.yaml:184, RFC 9293 MUST-12
\* whose connection ends is told how
S14EndingTold ==
  [][\A p \in Endpoints :
       (/\ tcb[p].STATE # "CLOSED"
        /\ tcb'[p].STATE = "CLOSED"
        /\ ~Crashes(p)
        /\ Applies("s14-ending-told")) =>
       (\/ Told(socket'[p], "reset")
        \/ Told(socket'[p], "refused")
        \/ Told(socket'[p], "timed-out")
        \/ Told(socket'[p], "closed"))]_vars

\* models/safety.yaml:190, RFC 9293 MUST-20 MUST-23
\* what a timeout sends again is counted, so that it comes to an end
S8Counted ==
  [][\A p \in Endpoints :
       (/\ ~Arrives(p)
        /\ ~Asks(p)
        /\ ~Hears(p)
        /\ (\E SEG \in SentBy(p) : SEG_LEN(SEG) > 0 /\ SEG.SEQ \prec tcb[p].SND_NXT)
        /\ Applies("s8-counted")) =>
       (/\ tcb'[p].RETRIES = tcb[p].RETRIES + 1
        /\ tcb[p].RETRIES < (IF tcb[p].SND_SYN THEN R2_SYN ELSE R2))]_vars

\* models/safety.yaml:196, RFC 9293 section 3.10.7.4
\* text that is next in order is taken at once
S5TextTaken ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ tcb[p].STATE \in {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
        /\ acceptable(tcb[p], Arrived(p))
        /\ ~Arrived(p).RST
        /\ ~Arrived(p).SYN
        /\ Arrived(p).CTL_ACK
        /\ ack_in_range(tcb[p], Arrived(p))
        /\ Arrived(p).TEXT > 0
        /\ Arrived(p).SEQ \preceq tcb[p].RCV_NXT
        /\ (tcb[p].STATE = "ESTABLISHED" \/ ~CLOSE_UNREAD_RESETS)
        /\ Applies("s5-text-taken")) =>
       end_new(tcb[p], Arrived(p)) \preceq tcb'[p].RCV_NXT]_vars

\* models/safety.yaml:204, RFC 9293 SHLD-31
\* text ahead of a gap is kept
S5TextHeld ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ tcb[p].STATE \in {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
        /\ acceptable(tcb[p], Arrived(p))
        /\ ~Arrived(p).RST
        /\ ~Arrived(p).SYN
        /\ Arrived(p).CTL_ACK
        /\ ack_in_range(tcb[p], Arrived(p))
        /\ tcb[p].RCV_NXT \prec Arrived(p).SEQ
        /\ first_new(tcb[p], Arrived(p)) \prec end_new(tcb[p], Arrived(p))
        /\ (tcb[p].STATE = "ESTABLISHED" \/ ~CLOSE_UNREAD_RESETS)
        /\ Applies("s5-text-held")) =>
       ~(tcb'[p].RCV_HELD = {})]_vars

\* models/safety.yaml:212, RFC 9293 section 3.10.7.4 eighth check
\* a FIN that is in order is taken at once
S7FinTaken ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ tcb[p].STATE \in {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
        /\ acceptable(tcb[p], Arrived(p))
        /\ ~Arrived(p).RST
        /\ ~Arrived(p).SYN
        /\ Arrived(p).CTL_ACK
        /\ ack_in_range(tcb[p], Arrived(p))
        /\ Arrived(p).FIN
        /\ Arrived(p).SEQ \preceq tcb[p].RCV_NXT
        /\ (/\ tcb[p].RCV_NXT \preceq Arrived(p).SEQ \oplus Arrived(p).TEXT
            /\ Arrived(p).SEQ \oplus Arrived(p).TEXT \prec tcb[p].RCV_NXT \oplus tcb[p].RCV_WND)
        /\ (tcb[p].STATE = "ESTABLISHED" \/ ~CLOSE_UNREAD_RESETS \/ Arrived(p).TEXT = 0)
        /\ Applies("s7-fin-taken")) =>
       Told(socket'[p], "peer-closed")]_vars

\* models/safety.yaml:221, RFC 9293 MUST-66
\* a probe of a closed window is answered at once, or with its batch
S8ProbeAnswered ==
  [][\A p \in Endpoints :
       (/\ Arrives(p)
        /\ tcb[p].STATE \in {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
        /\ tcb[p].RCV_WND = 0
        /\ SEG_LEN(Arrived(p)) > 0
        /\ Arrived(p).SEQ = tcb[p].RCV_NXT
        /\ ~Arrived(p).RST
        /\ ~Arrived(p).SYN
        /\ Arrived(p).CTL_ACK
        /\ Applies("s8-probe-answered")) =>
       (HowManySentBy(p) > 0 \/ tcb'[p].ACK_OWED = "soon")]_vars

\* models/safety.yaml:228, RFC 9293 MUST-58
\* text that leaves carries the acknowledgement that is owed
S12AcknowledgedOnce ==
  [][\A p \in Endpoints :
       ((\E SEG \in SentBy(p) : SEG_LEN(SEG) = 0) /\ Applies("s12-acknowledged-once")) =>
       ~(\E SEG \in SentBy(p) : SEG_LEN(SEG) > 0 /\ tcb[p].SND_NXT \preceq SEG.SEQ)]_vars

\* models/safety.yaml:235, RFC 6298 section 3; 9293 MUST-18
\* a full segment that is sent for the first time is timed, if nothing else is; but not a probe of
\* a closed window
S15SomethingTimed ==
  [][\A p \in Endpoints :
       (/\ tcb[p].STATE \in {"ESTABLISHED", "CLOSE-WAIT"}
        /\ (Arrives(p) \/ Asks(p))
        /\ (\E SEG \in SentBy(p) : SEG.TEXT = tcb[p].SND_MSS /\ tcb[p].SND_NXT \preceq SEG.SEQ)
        /\ Applies("s15-something-timed")) =>
       tcb'[p].RTT_TIMING]_vars

-------------------------------------------------------------------------------
(* What happens at last. *)

\* models/early.yaml:55
\* no end acknowledges acknowledgements for ever
L6Quiet ==
  [](<>Quiet)

-------------------------------------------------------------------------------
(* What some reachable state must show, so that nothing holds only because nothing happens. *)

\* models/early.yaml:57
\* both are in flight
WitnessSynAndFin ==
  (tcb.B.SND_SYN /\ tcb.B.SND_FIN)
  => Witnessed("syn-and-fin")

\* models/early.yaml:58
\* once the SYN is acknowledged, the same segment does count
WitnessFinAgain ==
  (tcb.B.RECOVERING /\ ~tcb.B.SND_SYN)
  => Witnessed("fin-again")

===============================================================================
