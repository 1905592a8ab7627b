-------------------------------- MODULE Idle --------------------------------
(* Nothing to say, and is the other side alive?

   A connection on which nobody sends. One user wants to know whether the other side is still
   there, for a while or for good, and the other may go without being heard.

   Generated from models/idle.yaml: do not edit. *)
EXTENDS Tcp

VARIABLES
  tcb,     \* the control block of each endpoint
  socket,  \* what its mechanism holds, and what its user has seen
  net,     \* the segments on their way to it, in order
  faults,  \* how many disturbances may still happen
  calls    \* how many calls its user may still make

vars == <<tcb, socket, net, faults, calls>>

Endpoints == {"A", "B"}
Peer(p) == IF p = "A" THEN "B" ELSE "A"

\* What the surroundings may offer as ISN.
Offered_ISN(p) == IF p = "A" THEN {15} ELSE {7}

Init ==
  /\ tcb = [A |-> NoTcb, B |-> NoTcb]
  /\ socket = [A |-> FreshSocket, B |-> FreshSocket]
  /\ net = [A |-> <<>>, B |-> <<>>]
  /\ faults = 1
  /\ calls = [A |-> [OPEN |-> 1, ABORT |-> 1],
              B |-> [OPEN |-> 1, SET_KEEP_ALIVE |-> 2]]

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
  UNION {OnSegment(Begin(tcb[p], socket[p], segment), Arriving(segment), isn) : isn \in Offered_ISN(p)}

Receive(p) ==
  /\ net[p] # <<>>
  /\ \E w \in Arrivals(p, Head(net[p])) :
       /\ Happens(p, w)
       /\ net' = [net EXCEPT ![p] = Tail(@), ![Peer(p)] = @ \o w.out]
  /\ UNCHANGED <<faults, calls>>

Disturb(p, channel) ==
  /\ faults > 0
  /\ faults' = faults - 1
  /\ net' = [net EXCEPT ![p] = channel]
  /\ UNCHANGED <<tcb, socket, calls>>

LoseTo(p) == net[p] # <<>> /\ Disturb(p, Lose(net[p]))
DuplicateTo(p) == net[p] # <<>> /\ Disturb(p, Duplicate(net[p]))
DelayTo(p) == Len(net[p]) > 1 /\ Disturb(p, Delay(net[p]))

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

\* Before the assumption allows it.
RetransmissionEarly(p) ==
  /\ faults > 0
  /\ "retransmission" \in tcb[p].ARMED
  /\ ~RetransmissionTimeoutPossible(p)
  /\ faults' = faults - 1
  /\ Retransmission(p)

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

KeepAlive(p) ==
  /\ \E w \in OnKeepAlive(Begin(tcb[p], socket[p], NoSegment)) :
       /\ Happens(p, w)
       /\ Sends(p, w)
  /\ UNCHANGED calls

KeepAliveTimeoutPossible(p) ==
  /\ "keep-alive" \in tcb[p].ARMED
  /\ Quiet

KeepAliveTimeout(p) ==
  /\ KeepAliveTimeoutPossible(p)
  /\ KeepAlive(p)
  /\ UNCHANGED faults

-------------------------------------------------------------------------------
(* User calls. One that is refused, or has to wait, is no step; see InVainChangesNothing. *)

UserOpen(p, CALL, states) ==
  /\ calls[p].OPEN > 0
  /\ tcb[p].STATE \in states
  /\ LET before == Called("OPEN", socket[p])
     IN \E w \in UNION {OnOpen(Begin(tcb[p], before, NoSegment), CALL, isn) : isn \in Offered_ISN(p)} :
          /\ ~InVain(w, tcb[p], before)
          /\ Happens(p, w)
          /\ Sends(p, w)
  /\ calls' = [calls EXCEPT ![p].OPEN = @ - 1]
  /\ UNCHANGED faults

UserAbort(p, EVENT, states) ==
  /\ calls[p].ABORT > 0
  /\ tcb[p].STATE \in states
  /\ LET before == Called("ABORT", socket[p])
     IN \E w \in OnAbort(Begin(tcb[p], before, NoSegment)) :
          /\ ~InVain(w, tcb[p], before)
          /\ Happens(p, w)
          /\ Sends(p, w)
  /\ calls' = [calls EXCEPT ![p].ABORT = @ - 1]
  /\ UNCHANGED faults

UserSetKeepAlive(p, CALL, states) ==
  /\ calls[p].SET_KEEP_ALIVE > 0
  /\ tcb[p].STATE \in states
  /\ LET before == Called("SET-KEEP-ALIVE", socket[p])
     IN \E w \in OnSetKeepAlive(Begin(tcb[p], before, NoSegment), CALL) :
          /\ ~InVain(w, tcb[p], before)
          /\ Happens(p, w)
          /\ Sends(p, w)
  /\ calls' = [calls EXCEPT ![p].SET_KEEP_ALIVE = @ - 1]
  /\ UNCHANGED faults

-------------------------------------------------------------------------------
(* The whole. *)

\* Where it is right that nothing more happens.
MayEnd ==
  \/ tcb.A.STATE = "ESTABLISHED" /\ tcb.B.STATE = "ESTABLISHED"
  \/ tcb.A.STATE = "CLOSED" \/ tcb.B.STATE = "CLOSED"

Done == Quiet /\ MayEnd /\ UNCHANGED vars

ReceiveA == /\ Receive("A")
ReceiveB == /\ Receive("B")
OpenActiveA == /\ UserOpen("A", [OPENING |-> "active"], {"CLOSED"})
AbortA == /\ UserAbort("A", NoSegment, {"ESTABLISHED"})
OpenPassiveB == /\ UserOpen("B", [OPENING |-> "passive"], {"CLOSED"})
SetKeepAliveTRUEB == /\ UserSetKeepAlive("B", [KEEP_ALIVE |-> TRUE], {"SYN-RECEIVED", "ESTABLISHED"})
SetKeepAliveFALSEB == /\ UserSetKeepAlive("B", [KEEP_ALIVE |-> FALSE], {"SYN-RECEIVED", "ESTABLISHED"})
RetransmissionTimeoutA == /\ RetransmissionTimeout("A")
RetransmissionTimeoutB == /\ RetransmissionTimeout("B")
RetransmissionEarlyA == /\ RetransmissionEarly("A")
RetransmissionEarlyB == /\ RetransmissionEarly("B")
PersistTimeoutA == /\ PersistTimeout("A")
PersistTimeoutB == /\ PersistTimeout("B")
TimeWaitTimeoutA == /\ TimeWaitTimeout("A")
TimeWaitTimeoutB == /\ TimeWaitTimeout("B")
KeepAliveTimeoutA == /\ KeepAliveTimeout("A")
KeepAliveTimeoutB == /\ KeepAliveTimeout("B")
LoseToA == /\ LoseTo("A")
LoseToB == /\ LoseTo("B")
DuplicateToA == /\ DuplicateTo("A")
DuplicateToB == /\ DuplicateTo("B")
DelayToA == /\ DelayTo("A")
DelayToB == /\ DelayTo("B")

Next ==
  \/ ReceiveA
  \/ ReceiveB
  \/ OpenActiveA
  \/ AbortA
  \/ OpenPassiveB
  \/ SetKeepAliveTRUEB
  \/ SetKeepAliveFALSEB
  \/ RetransmissionTimeoutA
  \/ RetransmissionTimeoutB
  \/ RetransmissionEarlyA
  \/ RetransmissionEarlyB
  \/ PersistTimeoutA
  \/ PersistTimeoutB
  \/ TimeWaitTimeoutA
  \/ TimeWaitTimeoutB
  \/ KeepAliveTimeoutA
  \/ KeepAliveTimeoutB
  \/ LoseToA
  \/ LoseToB
  \/ DuplicateToA
  \/ DuplicateToB
  \/ DelayToA
  \/ DelayToB
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
  /\ <>[]~(KeepAliveTimeoutPossible("A")) \/ []<><<Expired("A", "keep-alive")>>_vars
  /\ []<>~(net.B # <<>>) \/ []<><<Received("B")>>_vars
  /\ <>[]~(RetransmissionTimeoutPossible("B")) \/ []<><<Expired("B", "retransmission")>>_vars
  /\ []<>~(PersistTimeoutPossible("B")) \/ []<><<Expired("B", "persist")>>_vars
  /\ []<>~(TimeWaitTimeoutPossible("B")) \/ []<><<Expired("B", "time-wait")>>_vars
  /\ <>[]~(KeepAliveTimeoutPossible("B")) \/ []<><<Expired("B", "keep-alive")>>_vars

Spec == Init /\ [][Next]_vars /\ Fairness

-------------------------------------------------------------------------------
(* What holds in every state. *)

TypeOK == \A p \in Endpoints : IsTcb(tcb[p])

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
InvKeepAliveHolds == \A p \in Endpoints : InvKeepAlive(tcb[p])
InvNoKeepAliveHolds == \A p \in Endpoints : InvNoKeepAlive(tcb[p])
InvNoPersistHolds == \A p \in Endpoints : InvNoPersist(tcb[p])
ProfileRcvBufferHolds == \A p \in Endpoints : ProfileRcvBuffer(tcb[p])
ProfileMssHolds == \A p \in Endpoints : ProfileMss(tcb[p])
ProfileInitialWindowHolds == \A p \in Endpoints : ProfileInitialWindow(tcb[p])
ProfileChallengeHolds == \A p \in Endpoints : ProfileChallenge(tcb[p])
ProfileKeepAliveHolds == \A p \in Endpoints : ProfileKeepAlive(tcb[p])
ProfileDuplicateThresholdHolds == \A p \in Endpoints : ProfileDuplicateThreshold(tcb[p])
InvQuietHolds == \A p \in Endpoints : InvQuiet(tcb[p])

\* A call that is refused, or has to wait, changes nothing. That its rows fired is noted here. What is on the way matters
\* to no call, so it is enough to try them when nothing is.
InVainChangesNothing ==
  Quiet =>
    \A p \in Endpoints :
      /\ \A w \in UNION {OnOpen(Begin(tcb[p], socket[p], NoSegment), [OPENING |-> "active"], isn) : isn \in Offered_ISN(p)} :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>
      /\ \A w \in UNION {OnOpen(Begin(tcb[p], socket[p], NoSegment), [OPENING |-> "passive"], isn) : isn \in Offered_ISN(p)} :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>
      /\ \A w \in OnAbort(Begin(tcb[p], socket[p], NoSegment)) :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>
      /\ \A w \in OnSetKeepAlive(Begin(tcb[p], socket[p], NoSegment), [KEEP_ALIVE |-> TRUE]) :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>
      /\ \A w \in OnSetKeepAlive(Begin(tcb[p], socket[p], NoSegment), [KEEP_ALIVE |-> FALSE]) :
           InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\ w.tcb = tcb[p] /\ w.out = <<>>

\* models/safety.yaml:4
\* nothing is on the way or outstanding, so both ends count alike
S2Agree ==
  (/\ Quiet
   /\ tcb.A.STATE = "ESTABLISHED"
   /\ tcb.B.STATE = "ESTABLISHED"
   /\ flight(tcb.A) = 0
   /\ flight(tcb.B) = 0) =>
  (tcb.A.SND_NXT = tcb.B.RCV_NXT /\ tcb.B.SND_NXT = tcb.A.RCV_NXT)

\* models/safety.yaml:9
\* what is expected has been sent, and what is acknowledged has arrived, across the wrap of the
\* sequence space
S4InOrder ==
  \A p \in Endpoints :
    (tcb[p].STATE = "ESTABLISHED" /\ tcb[Peer(p)].STATE = "ESTABLISHED") =>
    (tcb[p].SND_UNA \preceq tcb[Peer(p)].RCV_NXT /\ tcb[Peer(p)].RCV_NXT \preceq tcb[p].SND_NXT)

\* models/safety.yaml:14, RFC 9293 section 3.4
\* each byte that the user gave takes one number or waits for one, SYN and FIN take one each
S4Counted ==
  \A p \in Endpoints :
    ~(tcb[p].STATE \in {"CLOSED", "LISTEN"}) =>
    tcb[p].SND_NXT \oplus tcb[p].SND_QUEUED =
      tcb[p].ISS \oplus 1 \oplus socket[p].sent \oplus (IF tcb[p].SND_FIN THEN 1 ELSE 0)

\* models/safety.yaml:20, RFC 9293 section 3.4
\* RCV.NXT moves by what is delivered and by the FIN, and so never back
S5Counted ==
  \A p \in Endpoints :
    ~(tcb[p].STATE \in {"CLOSED", "LISTEN", "SYN-SENT"}) =>
    tcb[p].RCV_NXT =
      tcb[p].IRS \oplus 1 \oplus Len(socket[p].delivered) \oplus
      (IF Told(socket[p], "peer-closed") THEN 1 ELSE 0)

\* models/safety.yaml:26, RFC 9293 SHLD-14
\* the right edge that the sender knows was promised once, and a promised edge never moves left
S5RightEdge ==
  \A p \in Endpoints :
    (tcb[p].STATE = "ESTABLISHED" /\ tcb[Peer(p)].STATE = "ESTABLISHED") =>
    tcb[p].SND_UNA \oplus tcb[p].SND_WND \preceq tcb[Peer(p)].RCV_NXT \oplus tcb[Peer(p)].RCV_WND

\* models/safety.yaml:32
\* no more is promised than there is room for
S5Buffer ==
  \A p \in Endpoints :
    tcb[p].RCV_WND + tcb[p].RCV_UNREAD <= RCV_BUFFER

\* models/safety.yaml:35
\* bytes arrive in order, each once, as they were sent
S6Intact ==
  \A p \in Endpoints :
    Intact(socket[p], socket[Peer(p)])

\* models/safety.yaml:36
\* what arrived is either taken or waits to be taken
S6Taken ==
  \A p \in Endpoints :
    tcb[p].STATE # "CLOSED" => socket[p].taken + tcb[p].RCV_UNREAD = Len(socket[p].delivered)

\* models/safety.yaml:39, RFC 9293 section 3.10.3
\* what arrived before an orderly close may still be taken after it
S6Left ==
  \A p \in Endpoints :
    (tcb[p].STATE = "CLOSED" /\ Told(socket[p], "closed") /\ Told(socket[p], "peer-closed")) =>
    socket[p].taken + socket[p].left = Len(socket[p].delivered)

\* models/safety.yaml:43, RFC 9293 section 3.10.7.4
\* a reset amid the stream flushes all queues
S6Flushed ==
  \A p \in Endpoints :
    (tcb[p].STATE = "CLOSED" /\ Told(socket[p], "reset") /\ ~Told(socket[p], "peer-closed")) =>
    socket[p].left = 0

\* models/safety.yaml:47, RFC 9293 MUST-12
\* a user that is told `closed` has got everything across
S7Closed ==
  \A p \in Endpoints :
    Told(socket[p], "closed") => Len(socket[Peer(p)].delivered) = socket[p].sent

\* models/safety.yaml:51
\* the end of the stream comes after all of it
S7EndOfStream ==
  \A p \in Endpoints :
    Told(socket[p], "peer-closed") => Len(socket[p].delivered) = socket[Peer(p)].sent

\* models/safety.yaml:54
\* a SYN, text or FIN that is not acknowledged is sent again at last, in every state
S8Retransmission ==
  \A p \in Endpoints :
    (tcb[p].STATE # "CLOSED" /\ flight(tcb[p]) > 0) => "retransmission" \in tcb[p].ARMED

\* models/safety.yaml:57, RFC 9293 MUST-36
\* text that waits for a window, with nothing outstanding, is tried again at last
S8Persist ==
  \A p \in Endpoints :
    (/\ tcb[p].STATE \in {"ESTABLISHED", "CLOSE-WAIT", "FIN-WAIT-1", "CLOSING", "LAST-ACK"}
     /\ tcb[p].SND_QUEUED > 0
     /\ flight(tcb[p]) = 0) =>
    "persist" \in tcb[p].ARMED

\* models/safety.yaml:63
S8TimeWait ==
  \A p \in Endpoints :
    tcb[p].STATE = "TIME-WAIT" => "time-wait" \in tcb[p].ARMED

\* models/safety.yaml:65
S8None ==
  \A p \in Endpoints :
    tcb[p].STATE \in {"CLOSED", "LISTEN"} =>
    (/\ "retransmission" \notin tcb[p].ARMED
     /\ "persist" \notin tcb[p].ARMED
     /\ "time-wait" \notin tcb[p].ARMED
     /\ "keep-alive" \notin tcb[p].ARMED)

\* models/safety.yaml:69, RFC 9293 section 3.8.4
\* who wants to know whether the other side is alive asks at last
S8KeepAlive ==
  \A p \in Endpoints :
    (/\ tcb[p].KEEP_ALIVE
     /\ tcb[p].STATE \in {"ESTABLISHED",
                          "FIN-WAIT-1",
                          "FIN-WAIT-2",
                          "CLOSE-WAIT",
                          "CLOSING",
                          "LAST-ACK"}) =>
    "keep-alive" \in tcb[p].ARMED

\* models/safety.yaml:75
S8One ==
  \A p \in Endpoints :
    ~("retransmission" \in tcb[p].ARMED /\ "persist" \in tcb[p].ARMED)

\* models/safety.yaml:76, RFC 9293 MUST-11
S13ListenAfterPassive ==
  \A p \in Endpoints :
    tcb[p].STATE = "LISTEN" => (tcb[p].OPENED = "passive" /\ ~socket[p].bound)

\* models/safety.yaml:79
\* we take leave only when our user asked for it
S14ClosedByUser ==
  \A p \in Endpoints :
    tcb[p].STATE \in {"FIN-WAIT-1", "FIN-WAIT-2", "CLOSING", "LAST-ACK", "TIME-WAIT"} =>
    tcb[p].SND_CLOSED

\* models/safety.yaml:83
S14ClosedByPeer ==
  \A p \in Endpoints :
    tcb[p].STATE \in {"CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"} =>
    Told(socket[p], "peer-closed")

\* models/safety.yaml:85, RFC 6298 section 3
\* what is timed is on its way
S15Timed ==
  \A p \in Endpoints :
    tcb[p].RTT_TIMING =>
    (tcb[p].SND_UNA \prec tcb[p].RTT_SEQ /\ tcb[p].RTT_SEQ \preceq tcb[p].SND_NXT)

\* models/safety.yaml:89
\* an acknowledgement that is owed leaves within the event
NothingOwed ==
  \A p \in Endpoints :
    ~tcb[p].ACK_OWED

\* models/idle.yaml:41, RFC 9293 MUST-29
\* an acknowledgement may be lost, so no single keep-alive decides; and who has gone answers with a
\* reset
S14NobodyGivesUp ==
  \A p \in Endpoints :
    ~(Told(socket[p], "connected") /\ Told(socket[p], "timed-out"))

-------------------------------------------------------------------------------
(* What happens at last. *)

\* models/idle.yaml:46
\* who asks learns at last that the other side has gone, though its reset was lost
L5HalfOpen ==
  (tcb.A.STATE = "CLOSED" /\ tcb.B.STATE = "ESTABLISHED" /\ tcb.B.KEEP_ALIVE) ~>
  (tcb.B.STATE = "CLOSED" \/ ~tcb.B.KEEP_ALIVE)

\* models/idle.yaml:49
\* no end acknowledges acknowledgements for ever
L6Quiet ==
  [](<>Quiet)

-------------------------------------------------------------------------------
(* What some reachable state must show, so that nothing holds only because nothing happens. *)

\* models/idle.yaml:51
WitnessAsked ==
  (tcb.B.KEEP_ALIVE_SENT > 0 /\ tcb.A.STATE = "ESTABLISHED")
  => Witnessed("asked")

\* models/idle.yaml:52
\* the first answer, or the first keep-alive, was lost
WitnessAskedTwice ==
  (tcb.B.KEEP_ALIVE_SENT = 2)
  => Witnessed("asked-twice")

\* models/idle.yaml:53
\* the reset was lost
WitnessHalfOpen ==
  (Quiet /\ tcb.A.STATE = "CLOSED" /\ tcb.B.STATE = "ESTABLISHED")
  => Witnessed("half-open")

\* models/idle.yaml:54
WitnessFoundOut ==
  (calls.A.ABORT = 0 /\ faults = 0 /\ Told(socket.B, "reset"))
  => Witnessed("found-out")

===============================================================================
