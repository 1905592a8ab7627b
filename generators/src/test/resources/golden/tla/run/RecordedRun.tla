-------------------------------- MODULE RecordedRun --------------------------------
(* Does the code do what the tables say? Each step takes a line of a recorded run (module Lines), lets the tables do the same
   event in the control block as the line before has left it, and compares. Times are left out: a guard that reads one is a free
   choice, and one of its outcomes has to be the line's.

   Generated from the tables of tcp: do not edit. *)
EXTENDS Tcp, Recorded, Lines

VARIABLES
  at,    \* how many lines were taken
  tcb,   \* the control block behind the last of them, as the run has it
  wrong  \* what the tables have in place of the last line; nothing while they agree

vars == <<at, tcb, wrong>>

Offered_ISN == Lines[at + 1].isn

\* All that the tables may do: one outcome where no time has a say.
Outcomes(before, line) ==
  LET w == Begin(before, <<>>, NoSegment)
  IN CASE line.event = "segment" -> OnSegment(w, line.fields, Offered_ISN)
       [] line.event = "report" -> OnReport(w, line.fields)
       [] line.event = "OPEN" -> OnOpen(w, line.fields, Offered_ISN)
       [] line.event = "SEND" -> OnSend(w, line.fields)
       [] line.event = "RECEIVE" -> OnReceive(w, line.fields)
       [] line.event = "CLOSE" -> OnClose(w)
       [] line.event = "ABORT" -> OnAbort(w)
       [] line.event = "STATUS" -> OnStatus(w)
       [] line.event = "TUNE" -> OnTune(w, line.fields)
       [] line.event = "timer retransmission" -> OnRetransmission(w)
       [] line.event = "timer persist" -> OnPersist(w)
       [] line.event = "timer time-wait" -> OnTimeWait(w)
       [] line.event = "timer fin-wait-2" -> OnFinWait2(w)
       [] line.event = "timer delayed-ack" -> OnDelayedAck(w)
       [] line.event = "timer user" -> OnUser(w)
       [] line.event = "timer keep-alive" -> OnKeepAlive(w)

\* The control block with what the line says of it.
Changed(tcb_, set) ==
  LET value(name) == IF name \in DOMAIN set THEN set[name] ELSE tcb_[name]
  IN [STATE |-> value("STATE"),
      ARMED |-> value("ARMED"),
      OPENED |-> value("OPENED"),
      ISS |-> value("ISS"),
      SND_UNA |-> value("SND_UNA"),
      SND_NXT |-> value("SND_NXT"),
      SND_WND |-> value("SND_WND"),
      SND_WL1 |-> value("SND_WL1"),
      SND_WL2 |-> value("SND_WL2"),
      SND_WND_MAX |-> value("SND_WND_MAX"),
      SND_MSS |-> value("SND_MSS"),
      SND_QUEUED |-> value("SND_QUEUED"),
      SND_CLOSED |-> value("SND_CLOSED"),
      SND_URG |-> value("SND_URG"),
      SND_UP |-> value("SND_UP"),
      SND_NAGLE |-> value("SND_NAGLE"),
      SND_R2 |-> value("SND_R2"),
      SND_R2_SYN |-> value("SND_R2_SYN"),
      SND_SYN |-> value("SND_SYN"),
      SND_FIN |-> value("SND_FIN"),
      IRS |-> value("IRS"),
      RCV_NXT |-> value("RCV_NXT"),
      RCV_WND |-> value("RCV_WND"),
      RCV_UNREAD |-> value("RCV_UNREAD"),
      RCV_URG |-> value("RCV_URG"),
      RCV_UP |-> value("RCV_UP"),
      RCV_HELD |-> value("RCV_HELD"),
      RCV_FIN |-> value("RCV_FIN"),
      RCV_FIN_SEQ |-> value("RCV_FIN_SEQ"),
      ACK_OWED |-> value("ACK_OWED"),
      RTT_MEASURED |-> value("RTT_MEASURED"),
      RTT_TIMING |-> value("RTT_TIMING"),
      RTT_SEQ |-> value("RTT_SEQ"),
      RETRIES |-> value("RETRIES"),
      REPORTS |-> value("REPORTS"),
      USER_TIMED |-> value("USER_TIMED"),
      KEEP_ALIVE |-> value("KEEP_ALIVE"),
      KEEP_ALIVE_SENT |-> value("KEEP_ALIVE_SENT"),
      CHALLENGES |-> value("CHALLENGES"),
      CWND |-> value("CWND"),
      SSTHRESH |-> value("SSTHRESH"),
      DUPLICATES |-> value("DUPLICATES"),
      RECOVERING |-> value("RECOVERING"),
      RECOVER |-> value("RECOVER")]

\* Too many rows are not written down, but counted.
Rows(w, line) ==
  IF line.omitted = 0
  THEN w.rows = line.rows
  ELSE Len(w.rows) = Len(line.rows) + line.omitted /\ SubSeq(w.rows, 1, Len(line.rows)) = line.rows

Agrees(w, line, after) ==
  /\ Rows(w, line)
  /\ w.tcb = after
  /\ w.out = line.out
  /\ w.socket = line.told
  /\ w.refused = line.refused

Init ==
  /\ at = 0
  /\ tcb = NoTcb
  /\ wrong = {}

Next ==
  \/ /\ at < Len(Lines)
     /\ wrong = {}
     /\ at' = at + 1
     /\ LET line == Lines[at + 1]
            before == CASE line.from = "before" -> tcb
                        [] line.from = "start" -> NoTcb
                        [] line.from = "given" -> Changed(NoTcb, line.given)
            after == Changed(before, line.set)
            outcomes == Outcomes(before, line)
        IN /\ tcb' = after
           /\ wrong' = IF \E w \in outcomes : Agrees(w, line, after)
                       THEN {}
                       ELSE {[rows |-> w.rows, tcb |-> w.tcb, out |-> w.out, told |-> w.socket, refused |-> w.refused] :
                              w \in outcomes}
  \/ /\ at = Len(Lines)
     /\ UNCHANGED vars

\* The tables do what the line says.
Agreed == wrong = {}

InvFlightHolds == InvFlight(tcb)
InvRcvWndHolds == InvRcvWnd(tcb)
InvSndWndHolds == InvSndWnd(tcb)
InvIssHolds == InvIss(tcb)
InvSynHolds == InvSyn(tcb)
InvFinHolds == InvFin(tcb)
InvFinAcknowledgedHolds == InvFinAcknowledged(tcb)
InvOpenHolds == InvOpen(tcb)
InvSynInFlightHolds == InvSynInFlight(tcb)
InvSynAcknowledgedHolds == InvSynAcknowledged(tcb)
InvRetransmissionHolds == InvRetransmission(tcb)
InvPersistHolds == InvPersist(tcb)
InvMssHolds == InvMss(tcb)
InvFinLastHolds == InvFinLast(tcb)
InvOwedHolds == InvOwed(tcb)
InvAtOnceHolds == InvAtOnce(tcb)
InvNoDelayedAckHolds == InvNoDelayedAck(tcb)
InvUserHolds == InvUser(tcb)
InvNoUserHolds == InvNoUser(tcb)
InvKeepAliveHolds == InvKeepAlive(tcb)
InvNoKeepAliveHolds == InvNoKeepAlive(tcb)
InvNoFinWait2Holds == InvNoFinWait2(tcb)
InvNoPersistHolds == InvNoPersist(tcb)
ProfileRcvBufferHolds == ProfileRcvBuffer(tcb)
ProfileMssHolds == ProfileMss(tcb)
ProfileInitialWindowHolds == ProfileInitialWindow(tcb)
ProfilePatienceHolds == ProfilePatience(tcb)
ProfileChallengeHolds == ProfileChallenge(tcb)
ProfileKeepAliveHolds == ProfileKeepAlive(tcb)
ProfileDuplicateThresholdHolds == ProfileDuplicateThreshold(tcb)
InvQuietHolds == InvQuiet(tcb)

===============================================================================
