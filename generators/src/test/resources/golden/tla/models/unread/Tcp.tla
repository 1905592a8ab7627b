-------------------------------- MODULE Tcp --------------------------------
(* Transmission Control Protocol, RFC 9293.

   Generated from the tables of tcp: do not edit. Each row is two operators, what must hold for it to
   fire and what it does; its name is the row's id. *)
EXTENDS TcpMechanism

(* Parameters: each is a SHOULD or MAY, or a place where stacks differ. *)
CONSTANT RCV_BUFFER              \* space for text received and not yet taken by the user
CONSTANT RCV_STEP                \* the window opens in steps of at least this size: min(RCV.BUFFER / 2, Eff.snd.MSS); RFC 9293 MUST-39
CONSTANT MSS_RECEIVE             \* the MSS option we send, and the most that we send ourselves: the link's MTU less 40; RFC 9293 MUST-65 MUST-67 MUST-16
CONSTANT MSS_DEFAULT             \* the peer's MSS when it sends no option, or one of 0; RFC 9293 MUST-15
CONSTANT MSS_MIN                 \* the least segment text we cut to, however little the peer's option asks for
CONSTANT NAGLE                   \* a short segment waits while anything is unacknowledged; what SND.NAGLE begins as; RFC 9293 SHLD-7 MUST-17
CONSTANT ACCEPT_EDGE             \* an empty segment right behind our window is acceptable, so that its acknowledgement counts; RFC 9293 A.2
CONSTANT ACK_RANGE               \* an acknowledgement that is older than a window makes its segment unacceptable, so that who injects text or a FIN has to guess SEG.ACK, too; else half of all numbers would do; RFC 5961 section 5.2; 9293 MAY-12
CONSTANT R1                      \* retransmissions in vain before IP and the user hear of trouble; at least 3; RFC 9293 MUST-20 SHLD-10
CONSTANT R2_SYN                  \* retransmissions of a SYN before giving up; at least 3 minutes; RFC 9293 MUST-23
CONSTANT R2                      \* retransmissions before giving up; at least 100 seconds; what SND.R2 begins as; RFC 9293 SHLD-11 MUST-21
CONSTANT CLOSE_UNREAD_RESETS     \* who closes will not receive any more, so that text nobody has taken, or that arrives later, is lost and the other side hears so by a RST; RFC 9293 section 3.6.1 MAY-1 SHLD-3; 2525 section 2.17
CONSTANT RESET_IN_WINDOW         \* a RST of ours has the last number that the other side's window holds, if SND.NXT lies beyond; RFC 9293 section 3.10.5
CONSTANT DELAY_ACK               \* when what has arrived is acknowledged: before its own event is over, when the link has handed over all that had come, or besides only every second full segment; RFC 9293 section 3.8.6.3 SHLD-18 MUST-59
CONSTANT CHALLENGE_ACK_LIMIT     \* so many challenge acknowledgements of one connection are sent while less than CHALLENGE.ACK.PERIOD lies between one and the next; RFC 5961 section 7
CONSTANT KEEP_ALIVE_PROBES       \* so many keep-alives in a row without an answer end the connection; Linux has 9, BSD 8; RFC 9293 MUST-29
CONSTANT KEEP_ALIVE_OCTET        \* a keep-alive carries one octet of garbage, for peers that answer no other; RFC 9293 SHLD-12 MAY-6
CONSTANT HARD_ABORTS             \* a hard error aborts a connection in the synchronized states, too, as RFC 1122 section 4.2.3.9 has it; RFC 9293 SHLD-26; 5927 section 5.2
CONSTANT TIME_WAIT_REUSE         \* a SYN beyond all that the old connection received ends TIME-WAIT and opens a new one; RFC 9293 MAY-2; 6191 section 2
CONSTANT TIME_WAIT_RESET         \* a RST with exactly the next number ends TIME-WAIT; RFC 9293 section 3.10.7.4 second check; 1337
CONSTANT CONGESTION              \* RFC 9293 MUST-19
CONSTANT INITIAL_WINDOW          \* segments; 5681 allows 2 to 4; RFC 6928 section 2
CONSTANT INITIAL_WINDOW_BYTES    \* bytes in the initial window at most, unless two segments are more; RFC 6928 section 2 (1)
CONSTANT INITIAL_WINDOW_RETRIES  \* with more retransmissions of the SYN the initial window is one segment; 5681 section 3.1 has 0; RFC 6928 section 2
CONSTANT BYTE_COUNTING           \* slow start grows by what is acknowledged, at most a segment; else by a segment for each acknowledgement; RFC 5681 section 3.1 (2)
CONSTANT DEFLATE_TO_FLIGHT       \* after fast recovery the window is one segment more than what is in flight, at most ssthresh; else ssthresh; RFC 6582 section 3.2 step 3
CONSTANT DUPLICATE_THRESHOLD     \* RFC 5681 section 3.2

-------------------------------------------------------------------------------
(* The control block. *)

States ==
  {"CLOSED",
   "LISTEN",
   "SYN-SENT",
   "SYN-RECEIVED",
   "ESTABLISHED",
   "FIN-WAIT-1",
   "FIN-WAIT-2",
   "CLOSE-WAIT",
   "CLOSING",
   "LAST-ACK",
   "TIME-WAIT"}

Timers == {"retransmission", "persist", "time-wait", "fin-wait-2", "delayed-ack", "user", "keep-alive"}

Opening == {"passive", "active"}
Control == {"FIN", "SYN", "RST", "PSH", "ACK", "URG"}
CongestionControl == {"none", "newreno"}
Acknowledging == {"at-once", "batched", "delayed"}
Owing == {"nothing", "later", "soon"}
News == {"connected", "peer-closed", "closed", "reset", "refused", "timed-out", "trouble", "urgent"}
Refusal == {"no-connection", "already-exists", "closing", "unspecified", "illegal"}
Option == {"reports", "nagle", "patience", "keep-alive", "user-timeout"}

\* No connection: every variable has its start value, no timer is armed.
NoTcb ==
  [STATE |-> "CLOSED",
   ARMED |-> {},
   OPENED |-> "passive",
   ISS |-> 0,
   SND_UNA |-> 0,
   SND_NXT |-> 0,
   SND_WND |-> 0,
   SND_WL1 |-> 0,
   SND_WL2 |-> 0,
   SND_WND_MAX |-> 0,
   SND_MSS |-> MSS_DEFAULT,
   SND_QUEUED |-> 0,
   SND_CLOSED |-> FALSE,
   SND_URG |-> FALSE,
   SND_UP |-> 0,
   SND_NAGLE |-> NAGLE,
   SND_R2 |-> R2,
   SND_R2_SYN |-> R2_SYN,
   SND_SYN |-> FALSE,
   SND_FIN |-> FALSE,
   IRS |-> 0,
   RCV_NXT |-> 0,
   RCV_WND |-> 0,
   RCV_UNREAD |-> 0,
   RCV_URG |-> FALSE,
   RCV_UP |-> 0,
   RCV_HELD |-> {},
   RCV_FIN |-> FALSE,
   RCV_FIN_SEQ |-> 0,
   ACK_OWED |-> "nothing",
   RTT_MEASURED |-> FALSE,
   RTT_TIMING |-> FALSE,
   RTT_SEQ |-> 0,
   RETRIES |-> 0,
   REPORTS |-> TRUE,
   USER_TIMED |-> FALSE,
   KEEP_ALIVE |-> FALSE,
   KEEP_ALIVE_SENT |-> 0,
   CHALLENGES |-> 0,
   CWND |-> 0,
   SSTHRESH |-> 0,
   DUPLICATES |-> 0,
   RECOVERING |-> FALSE,
   RECOVER |-> 0]

IsTcb(tcb) ==
  /\ tcb.STATE \in States
  /\ tcb.ARMED \subseteq Timers
  /\ tcb.OPENED \in Opening
  /\ tcb.ISS \in SeqNumbers
  /\ tcb.SND_UNA \in SeqNumbers
  /\ tcb.SND_NXT \in SeqNumbers
  /\ tcb.SND_WND \in Sizes
  /\ tcb.SND_WL1 \in SeqNumbers
  /\ tcb.SND_WL2 \in SeqNumbers
  /\ tcb.SND_WND_MAX \in Sizes
  /\ tcb.SND_MSS \in Sizes
  /\ tcb.SND_QUEUED \in Sizes
  /\ tcb.SND_CLOSED \in BOOLEAN
  /\ tcb.SND_URG \in BOOLEAN
  /\ tcb.SND_UP \in SeqNumbers
  /\ tcb.SND_NAGLE \in BOOLEAN
  /\ tcb.SND_R2 \in Sizes
  /\ tcb.SND_R2_SYN \in Sizes
  /\ tcb.SND_SYN \in BOOLEAN
  /\ tcb.SND_FIN \in BOOLEAN
  /\ tcb.IRS \in SeqNumbers
  /\ tcb.RCV_NXT \in SeqNumbers
  /\ tcb.RCV_WND \in Sizes
  /\ tcb.RCV_UNREAD \in Sizes
  /\ tcb.RCV_URG \in BOOLEAN
  /\ tcb.RCV_UP \in SeqNumbers
  /\ tcb.RCV_HELD \in SUBSET SeqNumbers
  /\ tcb.RCV_FIN \in BOOLEAN
  /\ tcb.RCV_FIN_SEQ \in SeqNumbers
  /\ tcb.ACK_OWED \in Owing
  /\ tcb.RTT_MEASURED \in BOOLEAN
  /\ tcb.RTT_TIMING \in BOOLEAN
  /\ tcb.RTT_SEQ \in SeqNumbers
  /\ tcb.RETRIES \in Sizes
  /\ tcb.REPORTS \in BOOLEAN
  /\ tcb.USER_TIMED \in BOOLEAN
  /\ tcb.KEEP_ALIVE \in BOOLEAN
  /\ tcb.KEEP_ALIVE_SENT \in Sizes
  /\ tcb.CHALLENGES \in Sizes
  /\ tcb.CWND \in Sizes
  /\ tcb.SSTHRESH \in Sizes
  /\ tcb.DUPLICATES \in Sizes
  /\ tcb.RECOVERING \in BOOLEAN
  /\ tcb.RECOVER \in SeqNumbers

Delete(w) == [Forget(w) EXCEPT !.tcb = NoTcb]

-------------------------------------------------------------------------------
(* Definitions. *)

\* tcp/vocabulary.yaml:368, RFC 9293 section 3.4
SEG_LEN(SEG) ==
  SEG.TEXT + (IF SEG.SYN THEN 1 ELSE 0) + (IF SEG.FIN THEN 1 ELSE 0)

\* tcp/vocabulary.yaml:373, RFC 9293 section 3.4
in_window(tcb, AT) ==
  tcb.RCV_NXT \preceq AT /\ AT \prec tcb.RCV_NXT \oplus tcb.RCV_WND

\* tcp/vocabulary.yaml:378, RFC 9293 section 3.10.7.4 first check MUST-66
acceptable(tcb, SEG) ==
  IF SEG_LEN(SEG) = 0
  THEN \/ in_window(tcb, SEG.SEQ)
       \/ (SEG.SEQ = tcb.RCV_NXT \oplus tcb.RCV_WND /\ (tcb.RCV_WND = 0 \/ ACCEPT_EDGE))
  ELSE /\ tcb.RCV_WND > 0
       /\ (in_window(tcb, SEG.SEQ) \/ in_window(tcb, (SEG.SEQ \oplus SEG_LEN(SEG)) \ominus 1))

\* tcp/vocabulary.yaml:386, RFC 9293 section 3.4
\* something sent is acknowledged for the first time
new_ack(tcb, SEG) ==
  tcb.SND_UNA \prec SEG.ACK /\ SEG.ACK \preceq tcb.SND_NXT

\* tcp/vocabulary.yaml:392
\* something never sent is acknowledged
future_ack(tcb, SEG) ==
  SEG.ACK \succ tcb.SND_NXT /\ tcb.SND_UNA \prec SEG.ACK

\* tcp/vocabulary.yaml:397
old_ack(tcb, SEG) ==
  SEG.ACK \preceq tcb.SND_UNA

\* tcp/vocabulary.yaml:401, RFC 5961 section 5.2; 9293 U-3.10.7.4-6
\* somebody who follows the connection may acknowledge this, if only late
ack_in_range(tcb, SEG) ==
  tcb.SND_UNA \ominus tcb.SND_WND_MAX \preceq SEG.ACK /\ SEG.ACK \preceq tcb.SND_NXT

\* tcp/vocabulary.yaml:407, RFC 9293 MUST-15 MUST-16 MUST-14
\* what the SYN says of the text that the peer can take, kept between MSS.MIN and MSS.RECEIVE
peer_mss(SEG) ==
  IF SEG.MSS = 0 THEN MSS_DEFAULT ELSE Max(MSS_MIN, Min(SEG.MSS, MSS_RECEIVE))

\* tcp/vocabulary.yaml:413, RFC 9293 section 3.9.2.2
\* the other side does not know the protocol, or nobody there has the port
hard_error(REPORT) ==
  REPORT.TYPE = 3 /\ REPORT.CODE \in {2, 3}

\* tcp/vocabulary.yaml:420, RFC 1191 section 4
\* the segment is larger than the next hop takes, and may not be divided
too_big(REPORT) ==
  REPORT.TYPE = 3 /\ REPORT.CODE = 4

\* tcp/vocabulary.yaml:426, RFC 1191 section 3 section 5 section 6.4; 9293 MUST-16
\* the text that fits into the MTU of the next hop, at least MSS.MIN
path_mss(REPORT) ==
  Max(MSS_MIN, IF REPORT.MTU = 0 THEN MSS_DEFAULT ELSE REPORT.MTU - 40)

\* tcp/vocabulary.yaml:433
\* sequence numbers sent and not acknowledged
flight(tcb) ==
  Diff(tcb.SND_NXT, tcb.SND_UNA)

\* tcp/vocabulary.yaml:437, RFC 9293 section 3.10.5
\* the number of a RST that the other side did not ask for
reset_seq(tcb) ==
  IF RESET_IN_WINDOW /\ ~tcb.SND_SYN
  THEN Earlier(tcb.SND_NXT, tcb.SND_UNA \oplus tcb.SND_WND)
  ELSE tcb.SND_NXT

\* tcp/vocabulary.yaml:443
text_in_flight(tcb) ==
  Diff(tcb.SND_NXT, tcb.SND_UNA) - (IF tcb.SND_SYN THEN 1 ELSE 0) - (IF tcb.SND_FIN THEN 1 ELSE 0)

\* tcp/vocabulary.yaml:446
fin_acknowledged(tcb) ==
  tcb.SND_FIN /\ tcb.SND_UNA = tcb.SND_NXT

\* tcp/vocabulary.yaml:450, RFC 5681 section 2
window(tcb) ==
  IF CONGESTION = "none" THEN tcb.SND_WND ELSE Min(tcb.SND_WND, tcb.CWND)

\* tcp/vocabulary.yaml:454, RFC 9293 section 3.8.6.2.1 MUST-34 SHLD-15
usable(tcb) ==
  window(tcb) - flight(tcb)

\* tcp/vocabulary.yaml:458, RFC 9293 section 3.8.6.2.2 section 3.8.6.3
\* the segment holds as much text as the other side can send at once, but for up to 40 bytes of
\* options
full_sized(tcb, SEG) ==
  SEG.TEXT + 40 >= tcb.SND_MSS

\* tcp/vocabulary.yaml:466, RFC 9293 section 3.8.5 MUST-31 MUST-62
\* the urgent field of a segment that begins at AT
urgent_from(tcb, AT) ==
  IF tcb.SND_URG /\ AT \prec tcb.SND_UP THEN Min(Diff(tcb.SND_UP, AT), 65535) ELSE 0

\* tcp/vocabulary.yaml:475, RFC 9293 section 3.8.5 MUST-62
\* the number behind the last urgent byte that the segment tells of
urgent_pointer(SEG) ==
  SEG.SEQ \oplus SEG.UP

\* tcp/vocabulary.yaml:481
\* the number of the first byte that the user has not taken
untaken(tcb) ==
  tcb.RCV_NXT \ominus tcb.RCV_UNREAD \ominus
    (IF tcb.STATE \in {"CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"} THEN 1 ELSE 0)

\* tcp/vocabulary.yaml:486, RFC 9293 MUST-33
\* bytes up to the end of the urgent text that the user has not taken, arrived or not
urgent_unread(tcb) ==
  IF ~tcb.RCV_URG
  THEN 0
  ELSE IF tcb.STATE \in {"CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"}
       THEN Min(Diff(tcb.RCV_UP, untaken(tcb)), tcb.RCV_UNREAD)
       ELSE Diff(tcb.RCV_UP, untaken(tcb))

\* tcp/vocabulary.yaml:494
\* the first number of the segment's text that is new
first_new(tcb, SEG) ==
  Later(SEG.SEQ, tcb.RCV_NXT)

\* tcp/vocabulary.yaml:499
\* the end of the segment's text inside the window
end_new(tcb, SEG) ==
  Earlier(SEG.SEQ \oplus SEG.TEXT, tcb.RCV_NXT \oplus tcb.RCV_WND)

\* tcp/vocabulary.yaml:508, RFC 9293 MUST-20 MUST-21 SHLD-11 MUST-23
\* what is at the front of the queue has been sent again often enough
given_up(tcb) ==
  IF tcb.SND_SYN
  THEN tcb.SND_R2_SYN # 0 /\ tcb.RETRIES >= tcb.SND_R2_SYN
  ELSE tcb.SND_R2 # 0 /\ tcb.RETRIES >= tcb.SND_R2

\* tcp/vocabulary.yaml:513
\* one more, up to a number that stands for very many, since a user may want us never to give up
next_retries(tcb) ==
  Min(tcb.RETRIES + 1, 1000000)

-------------------------------------------------------------------------------
(* Invariants: the proofs of the tables assume them between events, models check them in every state. *)

\* tcp/vocabulary.yaml:523
\* SND.UNA is never ahead of SND.NXT; text keeps to the window
InvFlight(tcb) ==
  0 <= flight(tcb) /\ flight(tcb) <= 65535 + (IF tcb.SND_FIN THEN 1 ELSE 0)

\* tcp/vocabulary.yaml:524
InvRcvWnd(tcb) ==
  tcb.RCV_WND <= 65535

\* tcp/vocabulary.yaml:525
InvSndWnd(tcb) ==
  tcb.SND_WND <= 65535

\* tcp/vocabulary.yaml:526
InvIss(tcb) ==
  tcb.STATE = "SYN-SENT" =>
    tcb.SND_UNA = tcb.ISS /\ tcb.SND_NXT = tcb.ISS \oplus 1

\* tcp/vocabulary.yaml:527
InvSyn(tcb) ==
  tcb.STATE \in {"SYN-SENT", "SYN-RECEIVED"} =>
    tcb.SND_SYN /\ ~tcb.SND_FIN /\ tcb.SND_NXT = tcb.SND_UNA \oplus 1

\* tcp/vocabulary.yaml:528
InvFin(tcb) ==
  tcb.STATE \in {"FIN-WAIT-2", "TIME-WAIT"} =>
    tcb.SND_FIN

\* tcp/vocabulary.yaml:529
InvFinAcknowledged(tcb) ==
  tcb.STATE \in {"FIN-WAIT-2", "TIME-WAIT"} =>
    tcb.SND_UNA = tcb.SND_NXT

\* tcp/vocabulary.yaml:530
\* a CLOSE leaves these states at once
InvOpen(tcb) ==
  tcb.STATE \in {"CLOSED", "LISTEN", "SYN-SENT", "ESTABLISHED", "CLOSE-WAIT"} =>
    ~tcb.SND_CLOSED /\ ~tcb.SND_FIN

\* tcp/vocabulary.yaml:534
InvSynInFlight(tcb) ==
  ~tcb.SND_SYN \/ flight(tcb) > 0

\* tcp/vocabulary.yaml:535
InvSynAcknowledged(tcb) ==
  tcb.STATE \in {"ESTABLISHED", "FIN-WAIT-2", "CLOSE-WAIT", "LAST-ACK", "TIME-WAIT"} =>
    ~tcb.SND_SYN

\* tcp/vocabulary.yaml:538
\* the timer runs only while something is in flight (6298 section 5.2)
InvRetransmission(tcb) ==
  "retransmission" \notin tcb.ARMED \/ flight(tcb) > 0

\* tcp/vocabulary.yaml:539
\* the timer runs only while text waits and nothing is in flight (9293 section 3.8.6.1)
InvPersist(tcb) ==
  "persist" \notin tcb.ARMED \/ (tcb.SND_QUEUED > 0 /\ flight(tcb) = 0)

\* tcp/vocabulary.yaml:542
InvMss(tcb) ==
  0 < tcb.SND_MSS /\ tcb.SND_MSS <= 65535

\* tcp/vocabulary.yaml:543
\* behind the FIN there is nothing to send
InvFinLast(tcb) ==
  ~tcb.SND_FIN \/ (tcb.SND_QUEUED = 0 /\ "persist" \notin tcb.ARMED)

\* tcp/vocabulary.yaml:544
\* what is owed leaves when the timer expires, or before
InvOwed(tcb) ==
  ("delayed-ack" \in tcb.ARMED) = (tcb.ACK_OWED # "nothing")

\* tcp/vocabulary.yaml:545
\* an acknowledgement that is owed leaves within the event
InvAtOnce(tcb) ==
  DELAY_ACK # "at-once" \/ tcb.ACK_OWED = "nothing"

\* tcp/vocabulary.yaml:546
InvNoDelayedAck(tcb) ==
  tcb.STATE \in {"CLOSED", "LISTEN", "SYN-SENT"} =>
    "delayed-ack" \notin tcb.ARMED

\* tcp/vocabulary.yaml:547
InvUser(tcb) ==
  "user" \notin tcb.ARMED \/ tcb.USER_TIMED

\* tcp/vocabulary.yaml:548
InvNoUser(tcb) ==
  tcb.STATE \in {"CLOSED", "LISTEN", "TIME-WAIT"} =>
    "user" \notin tcb.ARMED

\* tcp/vocabulary.yaml:549
\* nobody is asked for a sign of life unless the user wants it (9293 MUST-25)
InvKeepAlive(tcb) ==
  "keep-alive" \notin tcb.ARMED \/ tcb.KEEP_ALIVE

\* tcp/vocabulary.yaml:550
InvNoKeepAlive(tcb) ==
  tcb.STATE \in {"CLOSED", "LISTEN", "TIME-WAIT"} =>
    "keep-alive" \notin tcb.ARMED

\* tcp/vocabulary.yaml:551
InvNoFinWait2(tcb) ==
  tcb.STATE \in {"CLOSED",
                 "LISTEN",
                 "SYN-SENT",
                 "SYN-RECEIVED",
                 "ESTABLISHED",
                 "FIN-WAIT-1",
                 "CLOSE-WAIT",
                 "CLOSING",
                 "LAST-ACK",
                 "TIME-WAIT"} =>
    "fin-wait-2" \notin tcb.ARMED

\* tcp/vocabulary.yaml:554
InvNoPersist(tcb) ==
  tcb.STATE \in {"CLOSED", "LISTEN", "SYN-SENT", "SYN-RECEIVED"} =>
    "persist" \notin tcb.ARMED

\* tcp/vocabulary.yaml:555
\* what a profile has to fulfil: the window field has 16 bits
ProfileRcvBuffer(tcb) ==
  0 < RCV_BUFFER /\ RCV_BUFFER <= 65535

\* tcp/vocabulary.yaml:556
\* a datagram of 65535 bytes holds so much behind 20 bytes of IP header and the longest of TCP, 60
ProfileMss(tcb) ==
  /\ 0 < MSS_MIN
  /\ MSS_MIN <= MSS_DEFAULT
  /\ MSS_DEFAULT <= 65455
  /\ MSS_MIN <= MSS_RECEIVE
  /\ MSS_RECEIVE <= 65455

\* tcp/vocabulary.yaml:559
\* times SND.MSS it stays a size
ProfileInitialWindow(tcb) ==
  0 < INITIAL_WINDOW /\ INITIAL_WINDOW <= 10000

\* tcp/vocabulary.yaml:560
\* trouble is told before we give up
ProfilePatience(tcb) ==
  0 <= R1 /\ R1 < R2 /\ R1 < R2_SYN

\* tcp/vocabulary.yaml:567
ProfileChallenge(tcb) ==
  0 < CHALLENGE_ACK_LIMIT /\ CHALLENGE_ACK_LIMIT <= 1000000

\* tcp/vocabulary.yaml:568
\* an acknowledgement may be lost, so that no single keep-alive may decide (9293 MUST-29)
ProfileKeepAlive(tcb) ==
  2 <= KEEP_ALIVE_PROBES /\ KEEP_ALIVE_PROBES <= 1000000

\* tcp/vocabulary.yaml:571
ProfileDuplicateThreshold(tcb) ==
  0 < DUPLICATE_THRESHOLD /\ DUPLICATE_THRESHOLD <= 1000000

\* tcp/vocabulary.yaml:572
\* all is sent and acknowledged, so neither timer can expire where no row awaits it
InvQuiet(tcb) ==
  tcb.STATE \in {"FIN-WAIT-2", "TIME-WAIT"} =>
    "retransmission" \notin tcb.ARMED /\ "persist" \notin tcb.ARMED

-------------------------------------------------------------------------------
(* Rows. tcb is the control block from before the row, w the record the event works on (see Lockstep). What a row asks of the
   mechanism, in TcpMechanism:

   DoSend(w, SEQ, ACK, CTL, LEN, WND, MSS, UP)  sends one segment
   DoGarbage(w, SEQ, ACK, WND)  sends an acknowledgement with one octet that no user gave
   DoQueue(w, AT, LEN)  appends the text of this SEND to the send queue; its first byte will be sent as number AT
   DoAcknowledged(w, UPTO)  the send queue may forget what is before this number
   DoKeep(w, FIRST, LAST)  copies the text [FIRST, LAST) of this segment to its place in the receive buffer
   DoDeliver(w, FIRST, LEN)  so many bytes more from FIRST on are in order: the user may take them
   DoTake(w, LEN)  hands so many bytes to the user and frees their space
   DoBind(w)  fills in the remote socket from this segment: the record listens for this peer alone
   DoUnbind(w)  forgets the remote socket and all text again: the record listens for any peer
   DoAccept(w)  the connection is open: if it was opened passively, whoever listens names its user now
   DoLeave(w)  text in order that the user has not taken is the user's from now on, to be taken though the control block goes
   DoHandOn(w, FIRST)  this segment is another event as soon as this one is over: that of whoever has its pair of sockets then, with an ISN that is not before FIRST
   DoTell(w, NEWS)  tells the user
   DoShow(w, URGENT)  answers STATUS: the state and the control block as they are
   DoAdvise(w)  negative advice to IP: what it sends for us to the other side may not arrive
   DoRefuse(w, WHY)  the call is not done *)

-------------------------------------------------------------------------------
(* acknowledge-at-once: tcp/delayed-ack.yaml:3, RFC 9293 section 3.10.7.4 seventh check *)

\* The step acknowledge: tcp/delayed-ack.yaml:9

\* tcp/delayed-ack.yaml:11, RFC 9293 section 3.10.7.4 seventh check
\* of a link that hands over several segments together each is acknowledged, against MUST-59
AckAtOnceGuard(tcb) ==
  tcb.ACK_OWED # "nothing"
AckAtOnceEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "ack-at-once", [tcb EXCEPT !.ACK_OWED = "nothing"])
  IN DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"ACK"}, 0, tcb.RCV_WND, 0, urgent_from(tcb, tcb.SND_NXT))

\* tcp/delayed-ack.yaml:18, RFC 9293 section 3.10.7.4 seventh check
AckAtOnceNoneGuard(tcb) ==
  tcb.ACK_OWED = "nothing"
AckAtOnceNoneEffect(w) ==
  Fire(w, "ack-at-once-none", w.tcb)

AcknowledgeAtOnce_Acknowledge(w) ==
  CASE AckAtOnceGuard(w.tcb) -> AckAtOnceEffect(w)
    [] AckAtOnceNoneGuard(w.tcb) -> AckAtOnceNoneEffect(w)
    [] OTHER -> NoRow(w, "acknowledge-at-once", "acknowledge")

AcknowledgeAtOnceProcedure(w) ==
  AcknowledgeAtOnce_Acknowledge(w)

\* tcp/vocabulary.yaml:356
\* a segment has been processed: when does the acknowledgement leave that is owed?
CallAcknowledge(w) ==
  IF /\ DELAY_ACK = "at-once"
     /\ w.tcb.STATE \in {"SYN-RECEIVED",
                         "ESTABLISHED",
                         "FIN-WAIT-1",
                         "FIN-WAIT-2",
                         "CLOSE-WAIT",
                         "CLOSING",
                         "LAST-ACK",
                         "TIME-WAIT"}
  THEN AcknowledgeAtOnceProcedure(w)
  ELSE w

-------------------------------------------------------------------------------
(* challenge: tcp/challenge.yaml:1, RFC 5961 section 3.2 section 4.2 section 7 *)

\* The step challenge: tcp/challenge.yaml:6

\* tcp/challenge.yaml:8, RFC 5961 section 7; 9293 U-3.10.7.4-2 U-3.10.7.4-4
ChallengeFirstGuard ==
  TRUE
ChallengeFirstEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "challenge-first",
                          [tcb EXCEPT !.ACK_OWED = "nothing", !.CHALLENGES = 1],
                          {"CHALLENGES"})
      w2 == DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"ACK"}, 0, tcb.RCV_WND, 0, 0)
  IN Disarm(w2, "delayed-ack")

\* tcp/challenge.yaml:18, RFC 5961 section 7; 9293 U-3.10.7.4-2 U-3.10.7.4-4
ChallengeNextGuard(tcb) ==
  0 < tcb.CHALLENGES /\ tcb.CHALLENGES < CHALLENGE_ACK_LIMIT
ChallengeNextEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "challenge-next",
                          [tcb EXCEPT !.ACK_OWED = "nothing", !.CHALLENGES = tcb.CHALLENGES + 1],
                          {"CHALLENGES"})
      w2 == DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"ACK"}, 0, tcb.RCV_WND, 0, 0)
  IN Disarm(w2, "delayed-ack")

\* tcp/challenge.yaml:28, RFC 5961 section 7
\* counting begins anew once none was sent for CHALLENGE.ACK.PERIOD: in no span of that length,
\* wherever it begins, are there more than the limit. An honest peer asks again
ChallengeWithheldGuard(tcb) ==
  tcb.CHALLENGES > 0 /\ tcb.CHALLENGES >= CHALLENGE_ACK_LIMIT
ChallengeWithheldEffect(w) ==
  CallAcknowledge(Fire(w, "challenge-withheld", w.tcb))

Challenge_Challenge(w) ==
  LET next == (IF ChallengeFirstGuard THEN {ChallengeFirstEffect(w)} ELSE {})
              \cup (IF ChallengeNextGuard(w.tcb) THEN {ChallengeNextEffect(w)} ELSE {})
              \cup (IF ChallengeWithheldGuard(w.tcb) THEN {ChallengeWithheldEffect(w)} ELSE {})
  IN IF next = {} THEN {NoRow(w, "challenge", "challenge")} ELSE next

ChallengeProcedure(w) ==
  Challenge_Challenge(w)

\* tcp/vocabulary.yaml:357
\* a segment of somebody who may not be the other side is answered by an acknowledgement (RFC 5961)
CallChallenge(w) ==
  IF w.tcb.STATE \in {"SYN-RECEIVED",
                      "ESTABLISHED",
                      "FIN-WAIT-1",
                      "FIN-WAIT-2",
                      "CLOSE-WAIT",
                      "CLOSING",
                      "LAST-ACK",
                      "TIME-WAIT"}
  THEN ChallengeProcedure(w)
  ELSE {w}

-------------------------------------------------------------------------------
(* transmit: tcp/transmit.yaml:1, RFC 9293 section 3.8.6.2.1 *)

\* Steps go on to those behind them.
RECURSIVE Transmit_Persist(_)

\* The step segmentize: tcp/transmit.yaml:6

\* tcp/transmit.yaml:9, RFC 9293 SHLD-28 MUST-38 MUST-34 MUST-58 SHLD-15 SHLD-27; 6298 section 5.1
\* a full segment is sent as soon as the window has room for it
TransmitFullGuard(tcb) ==
  tcb.SND_QUEUED > tcb.SND_MSS /\ usable(tcb) >= tcb.SND_MSS
TransmitFullEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "transmit-full",
                          [tcb EXCEPT !.SND_NXT = tcb.SND_NXT \oplus tcb.SND_MSS,
                                      !.SND_QUEUED = tcb.SND_QUEUED - tcb.SND_MSS,
                                      !.ACK_OWED = "nothing",
                                      !.RTT_SEQ =
                                        IF tcb.RTT_TIMING
                                        THEN tcb.RTT_SEQ
                                        ELSE tcb.SND_NXT \oplus tcb.SND_MSS,
                                      !.RTT_TIMING = TRUE],
                          {"SND_QUEUED"})
      w2 == DoSend(w1,
                   tcb.SND_NXT,
                   tcb.RCV_NXT,
                   {"ACK"},
                   tcb.SND_MSS,
                   tcb.RCV_WND,
                   0,
                   urgent_from(tcb, tcb.SND_NXT))
      w3 == Disarm(w2, "delayed-ack")
      w4 == Arm(w3, "retransmission")
  IN Disarm(w4, "persist")

\* tcp/transmit.yaml:25, RFC 9293 MAY-16 MUST-61 SHLD-7 MUST-17 MUST-34 MUST-38 MUST-58 MUST-60 SHLD-15 SHLD-27
\* the last of the queue carries PSH; Nagle holds it back while anything is unacknowledged
TransmitRestGuard(tcb) ==
  /\ 0 < tcb.SND_QUEUED
  /\ tcb.SND_QUEUED <= tcb.SND_MSS
  /\ tcb.SND_QUEUED <= usable(tcb)
  /\ ~tcb.SND_CLOSED
  /\ (flight(tcb) = 0 \/ ~tcb.SND_NAGLE \/ tcb.SND_QUEUED = tcb.SND_MSS)
TransmitRestEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "transmit-rest",
                          [tcb EXCEPT !.SND_NXT = tcb.SND_NXT \oplus tcb.SND_QUEUED,
                                      !.SND_QUEUED = 0,
                                      !.ACK_OWED = "nothing",
                                      !.RTT_SEQ =
                                        IF tcb.RTT_TIMING
                                        THEN tcb.RTT_SEQ
                                        ELSE tcb.SND_NXT \oplus tcb.SND_QUEUED,
                                      !.RTT_TIMING = TRUE],
                          {"SND_QUEUED"})
      w2 == DoSend(w1,
                   tcb.SND_NXT,
                   tcb.RCV_NXT,
                   {"PSH", "ACK"},
                   tcb.SND_QUEUED,
                   tcb.RCV_WND,
                   0,
                   urgent_from(tcb, tcb.SND_NXT))
      w3 == Disarm(w2, "delayed-ack")
      w4 == Arm(w3, "retransmission")
  IN Disarm(w4, "persist")

\* tcp/transmit.yaml:42, RFC 9293 section 3.10.4 MUST-58 MUST-61
\* the FIN rides on the last text
TransmitLastGuard(tcb) ==
  /\ 0 < tcb.SND_QUEUED
  /\ tcb.SND_QUEUED <= tcb.SND_MSS
  /\ tcb.SND_QUEUED <= usable(tcb)
  /\ tcb.SND_CLOSED
TransmitLastEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "transmit-last",
                          [tcb EXCEPT !.SND_NXT = tcb.SND_NXT \oplus tcb.SND_QUEUED \oplus 1,
                                      !.SND_QUEUED = 0,
                                      !.SND_FIN = TRUE,
                                      !.ACK_OWED = "nothing",
                                      !.RTT_SEQ =
                                        IF tcb.RTT_TIMING
                                        THEN tcb.RTT_SEQ
                                        ELSE tcb.SND_NXT \oplus tcb.SND_QUEUED \oplus 1,
                                      !.RTT_TIMING = TRUE],
                          {"SND_QUEUED"})
      w2 == DoSend(w1,
                   tcb.SND_NXT,
                   tcb.RCV_NXT,
                   {"FIN", "PSH", "ACK"},
                   tcb.SND_QUEUED,
                   tcb.RCV_WND,
                   0,
                   urgent_from(tcb, tcb.SND_NXT))
      w3 == Disarm(w2, "delayed-ack")
      w4 == Arm(w3, "retransmission")
  IN Disarm(w4, "persist")

\* tcp/transmit.yaml:59, RFC 9293 section 3.8.6.2.1 (3) MUST-17 MUST-38 MUST-60 SHLD-15
\* half of the largest window ever offered is worth a short segment; the bracketed condition is
\* Nagle's
TransmitPartGuard(tcb) ==
  /\ tcb.SND_QUEUED > usable(tcb)
  /\ 0 < usable(tcb)
  /\ usable(tcb) < tcb.SND_MSS
  /\ usable(tcb) >= tcb.SND_WND_MAX \div 2
  /\ (flight(tcb) = 0 \/ ~tcb.SND_NAGLE)
TransmitPartEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "transmit-part",
                          [tcb EXCEPT !.SND_NXT = tcb.SND_NXT \oplus usable(tcb),
                                      !.SND_QUEUED = tcb.SND_QUEUED - usable(tcb),
                                      !.ACK_OWED = "nothing"],
                          {"SND_QUEUED"})
      w2 == DoSend(w1,
                   tcb.SND_NXT,
                   tcb.RCV_NXT,
                   {"ACK"},
                   usable(tcb),
                   tcb.RCV_WND,
                   0,
                   urgent_from(tcb, tcb.SND_NXT))
      w3 == Disarm(w2, "delayed-ack")
      w4 == Arm(w3, "retransmission")
  IN Disarm(w4, "persist")

\* tcp/transmit.yaml:72, RFC 9293 section 3.10.4
\* a FIN needs no room in the window
TransmitFinGuard(tcb) ==
  tcb.SND_QUEUED = 0 /\ tcb.SND_CLOSED /\ ~tcb.SND_FIN
TransmitFinEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "transmit-fin",
                 [tcb EXCEPT !.SND_NXT = tcb.SND_NXT \oplus 1,
                             !.SND_FIN = TRUE,
                             !.ACK_OWED = "nothing"])
      w2 == DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"FIN", "ACK"}, 0, tcb.RCV_WND, 0, 0)
      w3 == Disarm(w2, "delayed-ack")
      w4 == Arm(w3, "retransmission")
  IN Disarm(w4, "persist")

\* tcp/transmit.yaml:85, RFC 9293 section 3.8.6.2.1
TransmitNothingEffect(w) ==
  Fire(w, "transmit-nothing", w.tcb)

RECURSIVE Transmit_SegmentizeRepeated(_)
Transmit_SegmentizeRepeated(w) ==
  CASE TransmitFullGuard(w.tcb) -> Transmit_SegmentizeRepeated(TransmitFullEffect(w))
    [] TransmitRestGuard(w.tcb) -> TransmitRestEffect(w)
    [] TransmitLastGuard(w.tcb) -> TransmitLastEffect(w)
    [] TransmitPartGuard(w.tcb) -> TransmitPartEffect(w)
    [] TransmitFinGuard(w.tcb) -> TransmitFinEffect(w)
    [] OTHER -> TransmitNothingEffect(w)

Transmit_Segmentize(w) ==
  LET w1 == Transmit_SegmentizeRepeated(w)
  IN Transmit_Persist(w1)

\* The step persist: tcp/transmit.yaml:88

\* tcp/transmit.yaml:90, RFC 9293 MUST-36 SHLD-29
\* text waits for a closed window, and nothing is in flight, so no acknowledgement will come to
\* move us
PersistStartGuard(tcb) ==
  tcb.SND_QUEUED > 0 /\ flight(tcb) = 0 /\ tcb.SND_WND = 0
PersistStartEffect(w) ==
  Arm(Fire(w, "persist-start", w.tcb), "persist")

\* tcp/transmit.yaml:96, RFC 9293 section 3.8.6.2.1 (4) MUST-38 MUST-60
\* the window is open, but too small to be worth a segment. The RFC lets the timer of probes be the
\* override of silly window avoidance as well
PersistOverrideGuard(tcb) ==
  tcb.SND_QUEUED > 0 /\ flight(tcb) = 0 /\ tcb.SND_WND > 0
PersistOverrideEffect(w) ==
  Arm(Fire(w, "persist-override", w.tcb), "persist")

\* tcp/transmit.yaml:104, RFC 9293 section 3.8.6.2.1
PersistNotNeededGuard(tcb) ==
  tcb.SND_QUEUED = 0 \/ flight(tcb) # 0
PersistNotNeededEffect(w) ==
  Fire(w, "persist-not-needed", w.tcb)

Transmit_Persist(w) ==
  CASE PersistStartGuard(w.tcb) -> PersistStartEffect(w)
    [] PersistOverrideGuard(w.tcb) -> PersistOverrideEffect(w)
    [] PersistNotNeededGuard(w.tcb) -> PersistNotNeededEffect(w)
    [] OTHER -> NoRow(w, "transmit", "persist")

TransmitProcedure(w) ==
  Transmit_Segmentize(w)

\* tcp/vocabulary.yaml:358
\* sends what the windows allow
CallTransmit(w) ==
  IF w.tcb.STATE \in {"ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "CLOSING", "LAST-ACK"}
  THEN TransmitProcedure(w)
  ELSE w

-------------------------------------------------------------------------------
(* close: tcp/close.yaml:1, RFC 9293 section 3.10.4 *)

\* The step close: tcp/close.yaml:5

\* tcp/close.yaml:7, RFC 9293 section 3.10.4
CloseNoConnectionGuard(tcb) ==
  tcb.STATE = "CLOSED"
CloseNoConnectionEffect(w) ==
  DoRefuse(Fire(w, "close-no-connection", w.tcb), "no-connection")

\* tcp/close.yaml:11, RFC 9293 section 3.10.4
\* the RFC deletes the control block of SYN-SENT and names no state; CLOSED is meant (trap 21)
CloseUnopenedGuard(tcb) ==
  tcb.STATE \in {"LISTEN", "SYN-SENT"} /\ tcb.SND_QUEUED = 0
CloseUnopenedEffect(w) ==
  LET w1 == Fire(w, "close-unopened", w.tcb)
      w2 == DoTell(w1, "closed")
  IN Delete(w2)

\* tcp/close.yaml:18, RFC 9293 section 3.10.4
\* queued SENDs are answered with "closing", says the RFC; their text is lost, which to our user is
\* a reset and no close
CloseUnsentGuard(tcb) ==
  tcb.STATE \in {"LISTEN", "SYN-SENT"} /\ tcb.SND_QUEUED > 0
CloseUnsentEffect(w) ==
  LET w1 == Fire(w, "close-unsent", w.tcb)
      w2 == DoTell(w1, "reset")
  IN Delete(w2)

\* tcp/close.yaml:25, RFC 9293 section 3.10.4
CloseAtOnceGuard(tcb) ==
  tcb.STATE = "SYN-RECEIVED" /\ tcb.SND_QUEUED = 0 /\ ~tcb.SND_CLOSED
CloseAtOnceEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "close-at-once",
                 [tcb EXCEPT !.SND_NXT = tcb.SND_NXT \oplus 1,
                             !.SND_CLOSED = TRUE,
                             !.SND_FIN = TRUE,
                             !.STATE = "FIN-WAIT-1"])
      w2 == DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"FIN", "ACK"}, 0, tcb.RCV_WND, 0, 0)
  IN Arm(w2, "retransmission")

\* tcp/close.yaml:36, RFC 9293 section 3.10.4
\* waits with the text before it until ESTABLISHED (ack-established-closing)
CloseQueuedGuard(tcb) ==
  tcb.STATE = "SYN-RECEIVED" /\ tcb.SND_QUEUED > 0 /\ ~tcb.SND_CLOSED
CloseQueuedEffect(w) ==
  Fire(w, "close-queued", [w.tcb EXCEPT !.SND_CLOSED = TRUE])

\* tcp/close.yaml:42, RFC 9293 section 3.10.4
CloseQueuedAgainGuard(tcb) ==
  tcb.STATE = "SYN-RECEIVED" /\ tcb.SND_CLOSED
CloseQueuedAgainEffect(w) ==
  DoRefuse(Fire(w, "close-queued-again", w.tcb), "closing")

\* tcp/close.yaml:47, RFC 9293 MAY-1 SHLD-3; 2525 section 2.17
\* the other side must not believe that its text was taken (S11)
CloseUnreadGuard(tcb) ==
  tcb.STATE \in {"ESTABLISHED", "CLOSE-WAIT"} /\ CLOSE_UNREAD_RESETS /\ tcb.RCV_UNREAD > 0
CloseUnreadEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "close-unread", tcb)
      w2 == DoSend(w1, reset_seq(tcb), 0, {"RST"}, 0, tcb.RCV_WND, 0, 0)
      w3 == DoTell(w2, "reset")
  IN Delete(w3)

\* tcp/close.yaml:58, RFC 9293 section 3.10.4
\* FIN-WAIT-1 is entered at once; the FIN leaves when all text before it has (trap 15)
CloseEstablishedGuard(tcb) ==
  tcb.STATE = "ESTABLISHED" /\ ~(CLOSE_UNREAD_RESETS /\ tcb.RCV_UNREAD > 0)
CloseEstablishedEffect(w) ==
  CallTransmit(Fire(w,
                    "close-established",
                    [w.tcb EXCEPT !.SND_CLOSED = TRUE, !.STATE = "FIN-WAIT-1"]))

\* tcp/close.yaml:68, RFC 9293 section 3.10.4
\* as in close-established, the state is entered before the FIN has left (trap 15)
CloseLastGuard(tcb) ==
  tcb.STATE = "CLOSE-WAIT" /\ ~(CLOSE_UNREAD_RESETS /\ tcb.RCV_UNREAD > 0)
CloseLastEffect(w) ==
  CallTransmit(Fire(w, "close-last", [w.tcb EXCEPT !.SND_CLOSED = TRUE, !.STATE = "LAST-ACK"]))

\* tcp/close.yaml:78, RFC 9293 section 3.10.4
\* "ok" is allowed in FIN-WAIT-1 and FIN-WAIT-2 as well, a second FIN never
CloseClosingGuard(tcb) ==
  tcb.STATE \in {"FIN-WAIT-1", "FIN-WAIT-2", "CLOSING", "LAST-ACK", "TIME-WAIT"}
CloseClosingEffect(w) ==
  DoRefuse(Fire(w, "close-closing", w.tcb), "closing")

Close_Close(w) ==
  CASE CloseNoConnectionGuard(w.tcb) -> CloseNoConnectionEffect(w)
    [] CloseUnopenedGuard(w.tcb) -> CloseUnopenedEffect(w)
    [] CloseUnsentGuard(w.tcb) -> CloseUnsentEffect(w)
    [] CloseAtOnceGuard(w.tcb) -> CloseAtOnceEffect(w)
    [] CloseQueuedGuard(w.tcb) -> CloseQueuedEffect(w)
    [] CloseQueuedAgainGuard(w.tcb) -> CloseQueuedAgainEffect(w)
    [] CloseUnreadGuard(w.tcb) -> CloseUnreadEffect(w)
    [] CloseEstablishedGuard(w.tcb) -> CloseEstablishedEffect(w)
    [] CloseLastGuard(w.tcb) -> CloseLastEffect(w)
    [] CloseClosingGuard(w.tcb) -> CloseClosingEffect(w)
    [] OTHER -> NoRow(w, "close", "close")

CloseProcedure(w) ==
  Close_Close(w)

-------------------------------------------------------------------------------
(* fin-wait-2-timeout: tcp/fin-wait-2-timeout.yaml:1, RFC 9293 section 3.6.1 *)

\* The step fin-wait-2: tcp/fin-wait-2-timeout.yaml:6

\* tcp/fin-wait-2-timeout.yaml:8, RFC 9293 section 3.6.1
\* the user was told `closed` when our FIN was acknowledged, has closed for receiving as well, and
\* is told nothing more. No RST is sent: to text that comes later CLOSED answers with one, and a
\* FIN that comes later misses nothing
FinWait2OverEffect(w) ==
  Delete(Fire(w, "fin-wait-2-over", w.tcb))

FinWait2Timeout_FinWait2(w) ==
  FinWait2OverEffect(w)

FinWait2TimeoutProcedure(w) ==
  FinWait2Timeout_FinWait2(w)

-------------------------------------------------------------------------------
(* listen-again: tcp/listen-again.yaml:1, RFC 9293 section 3.10.7.4 second and fourth check *)

\* The step listen-again: tcp/listen-again.yaml:6

\* tcp/listen-again.yaml:8, RFC 9293 section 3.10.7.4 second and fourth check MUST-11
\* whatever may have changed since the passive OPEN, a timeout of the SYN included, has the value
\* that open-passive left it with; SND.CLOSED goes before, since nobody closes a record that
\* listens (inv-open). RTT.START means nothing while nothing is timed. Before the connection is
\* open no text is taken, so that RCV.WND is what it was, and as long as our SYN is on its way
\* nobody is asked for a sign of life
ListenAgainEffect(w) ==
  LET w1 == FireWithSizes(w,
                          "listen-again",
                          [w.tcb EXCEPT !.ISS = 0,
                                        !.SND_UNA = 0,
                                        !.SND_NXT = 0,
                                        !.SND_WND = 0,
                                        !.SND_WL1 = 0,
                                        !.SND_WL2 = 0,
                                        !.SND_WND_MAX = 0,
                                        !.SND_MSS = MSS_DEFAULT,
                                        !.SND_QUEUED = 0,
                                        !.SND_URG = FALSE,
                                        !.SND_UP = 0,
                                        !.SND_SYN = FALSE,
                                        !.IRS = 0,
                                        !.RCV_NXT = 0,
                                        !.RTT_TIMING = FALSE,
                                        !.RTT_SEQ = 0,
                                        !.RETRIES = 0,
                                        !.CWND = 0,
                                        !.SSTHRESH = 0,
                                        !.RECOVER = 0,
                                        !.ACK_OWED = "nothing",
                                        !.CHALLENGES = 0,
                                        !.KEEP_ALIVE = FALSE,
                                        !.USER_TIMED = FALSE],
                          {"SND_WND",
                           "SND_WND_MAX",
                           "SND_MSS",
                           "SND_QUEUED",
                           "RETRIES",
                           "CWND",
                           "SSTHRESH",
                           "CHALLENGES"})
      w2 == Disarm(w1, "delayed-ack")
      w3 == Disarm(w2, "retransmission")
      w4 == Disarm(w3, "keep-alive")
  IN Disarm(w4, "user")

ListenAgain_ListenAgain(w) ==
  ListenAgainEffect(w)

ListenAgainProcedure(w) ==
  ListenAgain_ListenAgain(w)

\* tcp/vocabulary.yaml:355
\* the record listens again, as if nothing had come
CallListenAgain(w) ==
  IF w.tcb.STATE = "LISTEN"
  THEN ListenAgainProcedure(w)
  ELSE w

-------------------------------------------------------------------------------
(* measure-and-rearm: tcp/new-ack.yaml:1, RFC 6298; 9293 MUST-18 *)

\* Steps go on to those behind them.
RECURSIVE MeasureAndRearm_Timeout(_, _),
          MeasureAndRearm_Rearm(_)

\* The step measure: tcp/new-ack.yaml:5, RFC 6298 section 2 section 3

\* tcp/new-ack.yaml:8, RFC 6298 section 2.2; 9293 MUST-18
RttFirstGuard(tcb, SEG) ==
  tcb.RTT_TIMING /\ SEG.ACK \succeq tcb.RTT_SEQ /\ ~tcb.RTT_MEASURED
RttFirstEffect(w) ==
  Fire(w, "rtt-first", [w.tcb EXCEPT !.RTT_MEASURED = TRUE])

\* tcp/new-ack.yaml:16, RFC 6298 section 2.3; 9293 MUST-18
\* both use SRTT from before the measurement, as the RFC demands
RttNextGuard(tcb, SEG) ==
  tcb.RTT_TIMING /\ SEG.ACK \succeq tcb.RTT_SEQ /\ tcb.RTT_MEASURED
RttNextEffect(w) ==
  Fire(w, "rtt-next", w.tcb)

\* tcp/new-ack.yaml:24, RFC 6298 section 2 section 3; 9293 MUST-18
RttNoneGuard(tcb, SEG) ==
  ~(tcb.RTT_TIMING /\ SEG.ACK \succeq tcb.RTT_SEQ)
RttNoneEffect(w) ==
  Fire(w, "rtt-none", w.tcb)

MeasureAndRearm_Measure(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED",
                                   "FIN-WAIT-1",
                                   "FIN-WAIT-2",
                                   "CLOSE-WAIT",
                                   "CLOSING",
                                   "LAST-ACK",
                                   "TIME-WAIT"}
            THEN w
            ELSE CASE RttFirstGuard(w.tcb, SEG) -> RttFirstEffect(w)
                   [] RttNextGuard(w.tcb, SEG) -> RttNextEffect(w)
                   [] RttNoneGuard(w.tcb, SEG) -> RttNoneEffect(w)
                   [] OTHER -> NoRow(w, "measure-and-rearm", "measure")
  IN MeasureAndRearm_Timeout(w1, SEG)

\* The step timeout: tcp/new-ack.yaml:28

\* tcp/new-ack.yaml:30, RFC 6298 section 2.3 section 2.4 section 2.5 section 5; 9293 MUST-18
RtoMeasuredGuard(tcb, SEG) ==
  tcb.RTT_TIMING /\ SEG.ACK \succeq tcb.RTT_SEQ
RtoMeasuredEffect(w) ==
  FireWithSizes(w, "rto-measured", [w.tcb EXCEPT !.RTT_TIMING = FALSE, !.RETRIES = 0], {"RETRIES"})

\* tcp/new-ack.yaml:38, RFC 6298 section 3 section 5; 9293 MUST-18
\* no new measurement, by Karn's rule for one; the RTO stays as the last timeout made it, until
\* something new is timed
RtoKeptGuard(tcb, SEG) ==
  ~(tcb.RTT_TIMING /\ SEG.ACK \succeq tcb.RTT_SEQ)
RtoKeptEffect(w) ==
  FireWithSizes(w, "rto-kept", [w.tcb EXCEPT !.RETRIES = 0], {"RETRIES"})

MeasureAndRearm_Timeout(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED",
                                   "FIN-WAIT-1",
                                   "FIN-WAIT-2",
                                   "CLOSE-WAIT",
                                   "CLOSING",
                                   "LAST-ACK",
                                   "TIME-WAIT"}
            THEN w
            ELSE CASE RtoMeasuredGuard(w.tcb, SEG) -> RtoMeasuredEffect(w)
                   [] RtoKeptGuard(w.tcb, SEG) -> RtoKeptEffect(w)
                   [] OTHER -> NoRow(w, "measure-and-rearm", "timeout")
  IN MeasureAndRearm_Rearm(w1)

\* The step rearm: tcp/new-ack.yaml:44

\* tcp/new-ack.yaml:46, RFC 6298 section 5.2
RearmNothingInFlightGuard(tcb) ==
  flight(tcb) = 0
RearmNothingInFlightEffect(w) ==
  Disarm(Fire(w, "rearm-nothing-in-flight", w.tcb), "retransmission")

\* tcp/new-ack.yaml:53, RFC 6298 section 5.3
RearmInFlightGuard(tcb) ==
  flight(tcb) > 0
RearmInFlightEffect(w) ==
  Arm(Fire(w, "rearm-in-flight", w.tcb), "retransmission")

MeasureAndRearm_Rearm(w) ==
  IF w.tcb.STATE \notin {"ESTABLISHED",
                         "FIN-WAIT-1",
                         "FIN-WAIT-2",
                         "CLOSE-WAIT",
                         "CLOSING",
                         "LAST-ACK",
                         "TIME-WAIT"}
  THEN w
  ELSE CASE RearmNothingInFlightGuard(w.tcb) -> RearmNothingInFlightEffect(w)
         [] RearmInFlightGuard(w.tcb) -> RearmInFlightEffect(w)
         [] OTHER -> NoRow(w, "measure-and-rearm", "rearm")

MeasureAndRearmProcedure(w, SEG) ==
  MeasureAndRearm_Measure(w, SEG)

\* tcp/vocabulary.yaml:359
\* SEG.ACK has acknowledged something new; SND.UNA is already SEG.ACK: measures, looks after the
\* timer
CallNewAck(w, SEG) ==
  MeasureAndRearmProcedure(w, SEG)

-------------------------------------------------------------------------------
(* open-refused: tcp/open-refused.yaml:1, RFC 9293 section 3.10.1 *)

\* The step refuse: tcp/open-refused.yaml:6

\* tcp/open-refused.yaml:8, RFC 9293 section 3.10.1 MUST-41
OpenExistsEffect(w) ==
  DoRefuse(Fire(w, "open-exists", w.tcb), "already-exists")

OpenRefused_Refuse(w) ==
  OpenExistsEffect(w)

OpenRefusedProcedure(w) ==
  OpenRefused_Refuse(w)

-------------------------------------------------------------------------------
(* open: tcp/open.yaml:1, RFC 9293 section 3.10.1 *)

\* The step open: tcp/open.yaml:6

\* tcp/open.yaml:8, RFC 9293 section 3.10.1 MUST-42
OpenPassiveGuard(tcb, CALL) ==
  tcb.STATE = "CLOSED" /\ CALL.OPENING = "passive"
OpenPassiveEffect(w) ==
  FireWithSizes(w,
                "open-passive",
                [w.tcb EXCEPT !.OPENED = "passive", !.RCV_WND = RCV_BUFFER, !.STATE = "LISTEN"],
                {"RCV_WND"})

\* tcp/open.yaml:17, RFC 9293 section 3.10.1 MUST-41
\* the RFC does not say what a second passive OPEN of the same record does (trap 20)
OpenPassiveAgainGuard(tcb, CALL) ==
  tcb.STATE = "LISTEN" /\ CALL.OPENING = "passive"
OpenPassiveAgainEffect(w) ==
  DoRefuse(Fire(w, "open-passive-again", w.tcb), "already-exists")

\* tcp/open.yaml:24, RFC 9293 section 3.10.1 MUST-8 MUST-14 MUST-65 SHLD-5 MAY-3; 6298 section 5.1; 6582 section 3.2 step 1
OpenActiveGuard(CALL) ==
  CALL.OPENING = "active"
OpenActiveEffect(w, ISN) ==
  LET w1 == FireWithSizes(w,
                          "open-active",
                          [w.tcb EXCEPT !.OPENED = "active",
                                        !.ISS = ISN,
                                        !.SND_UNA = ISN,
                                        !.SND_NXT = ISN \oplus 1,
                                        !.SND_SYN = TRUE,
                                        !.RECOVER = ISN,
                                        !.RCV_WND = RCV_BUFFER,
                                        !.RTT_TIMING = TRUE,
                                        !.RTT_SEQ = ISN \oplus 1,
                                        !.STATE = "SYN-SENT"],
                          {"RCV_WND"})
      w2 == DoSend(w1, ISN, 0, {"SYN"}, 0, RCV_BUFFER, MSS_RECEIVE, 0)
  IN Arm(w2, "retransmission")

Open_Open(w, CALL, ISN) ==
  CASE OpenPassiveGuard(w.tcb, CALL) -> OpenPassiveEffect(w)
    [] OpenPassiveAgainGuard(w.tcb, CALL) -> OpenPassiveAgainEffect(w)
    [] OpenActiveGuard(CALL) -> OpenActiveEffect(w, ISN)
    [] OTHER -> NoRow(w, "open", "open")

OpenProcedure(w, CALL, ISN) ==
  Open_Open(w, CALL, ISN)

-------------------------------------------------------------------------------
(* persist-timeout: tcp/persist-timeout.yaml:1, RFC 9293 section 3.8.6.1 *)

\* The step probe: tcp/persist-timeout.yaml:6

\* tcp/persist-timeout.yaml:8, RFC 9293 MUST-36 SHLD-29 SHLD-30 MUST-60
\* one byte into a closed window, or what a small window holds; from then on it is text in flight,
\* which the retransmission timer repeats with growing intervals
PersistProbeGuard(tcb) ==
  tcb.SND_QUEUED > 0 /\ flight(tcb) = 0
PersistProbeEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "persist-probe",
                          [tcb EXCEPT !.ACK_OWED = "nothing",
                                      !.SND_NXT =
                                        tcb.SND_NXT \oplus
                                          Max(1,
                                              Min(Min(tcb.SND_QUEUED, tcb.SND_MSS), usable(tcb))),
                                      !.SND_QUEUED =
                                        tcb.SND_QUEUED -
                                          Max(1,
                                              Min(Min(tcb.SND_QUEUED, tcb.SND_MSS), usable(tcb)))],
                          {"SND_QUEUED"})
      w2 == DoSend(w1,
                   tcb.SND_NXT,
                   tcb.RCV_NXT,
                   {"ACK"},
                   Max(1, Min(Min(tcb.SND_QUEUED, tcb.SND_MSS), usable(tcb))),
                   tcb.RCV_WND,
                   0,
                   urgent_from(tcb, tcb.SND_NXT))
      w3 == Disarm(w2, "delayed-ack")
  IN Arm(w3, "retransmission")

\* tcp/persist-timeout.yaml:22, RFC 9293 section 3.8.6.1
PersistOverGuard(tcb) ==
  ~(tcb.SND_QUEUED > 0 /\ flight(tcb) = 0)
PersistOverEffect(w) ==
  Fire(w, "persist-over", w.tcb)

PersistTimeout_Probe(w) ==
  CASE PersistProbeGuard(w.tcb) -> PersistProbeEffect(w)
    [] PersistOverGuard(w.tcb) -> PersistOverEffect(w)
    [] OTHER -> NoRow(w, "persist-timeout", "probe")

PersistTimeoutProcedure(w) ==
  PersistTimeout_Probe(w)

-------------------------------------------------------------------------------
(* receive: tcp/receive.yaml:1, RFC 9293 section 3.10.3 *)

\* Steps go on to those behind them.
RECURSIVE Receive_Window(_)

\* The step receive: tcp/receive.yaml:5

\* tcp/receive.yaml:7, RFC 9293 section 3.10.3
ReceiveNoConnectionGuard(tcb) ==
  tcb.STATE = "CLOSED"
ReceiveNoConnectionEffect(w) ==
  LET w1 == Fire(w, "receive-no-connection", w.tcb)
      w2 == DoRefuse(w1, "no-connection")
  IN Stop(w2)

\* tcp/receive.yaml:11, RFC 9293 section 3.10.3
\* queued until ESTABLISHED; the socket asks again when text is delivered
ReceiveWaitGuard(tcb) ==
  tcb.STATE \in {"LISTEN", "SYN-SENT", "SYN-RECEIVED"}
ReceiveWaitEffect(w) ==
  Stop(Fire(w, "receive-wait", w.tcb))

\* tcp/receive.yaml:15, RFC 9293 section 3.10.3
\* text that came before the FIN may still be taken in CLOSING, LAST-ACK and TIME-WAIT: section
\* 3.10.3 would refuse it there, and the user would lose text that was acknowledged
ReceiveClosingGuard(tcb) ==
  tcb.STATE \in {"CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"} /\ tcb.RCV_UNREAD = 0
ReceiveClosingEffect(w) ==
  LET w1 == Fire(w, "receive-closing", w.tcb)
      w2 == DoRefuse(w1, "closing")
  IN Stop(w2)

\* tcp/receive.yaml:23, RFC 9293 section 3.10.3
\* no more will come, so any remaining text will do
ReceiveRestGuard(tcb, EVENT) ==
  /\ tcb.STATE \in {"CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"}
  /\ 0 < tcb.RCV_UNREAD
  /\ tcb.RCV_UNREAD < EVENT.TAKE_LEN
ReceiveRestEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "receive-rest",
                          [tcb EXCEPT !.RCV_UNREAD = 0, !.RCV_URG = FALSE],
                          {"RCV_UNREAD"})
  IN DoTake(w1, tcb.RCV_UNREAD)

\* tcp/receive.yaml:32, RFC 9293 section 3.10.3
\* too little text is queued, so the call waits; the socket asks again when text is delivered
ReceiveShortGuard(tcb, EVENT) ==
  tcb.STATE \in {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"} /\ tcb.RCV_UNREAD < EVENT.TAKE_LEN
ReceiveShortEffect(w) ==
  Stop(Fire(w, "receive-short", w.tcb))

\* tcp/receive.yaml:37, RFC 9293 section 3.8.5 MUST-33
\* back to "normal mode" when all urgent text is taken, which is later than the arrival of its last
\* byte that section 3.8.5 speaks of; section 3.10.3 and section 3.10.7.4 compare RCV.UP with what
\* was passed to the user
ReceiveTakeGuard(tcb, EVENT) ==
  /\ tcb.STATE \in {"ESTABLISHED",
                    "FIN-WAIT-1",
                    "FIN-WAIT-2",
                    "CLOSE-WAIT",
                    "CLOSING",
                    "LAST-ACK",
                    "TIME-WAIT"}
  /\ tcb.RCV_UNREAD >= EVENT.TAKE_LEN
ReceiveTakeEffect(w, EVENT) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "receive-take",
                          [tcb EXCEPT !.RCV_UNREAD = tcb.RCV_UNREAD - EVENT.TAKE_LEN,
                                      !.RCV_URG =
                                        /\ tcb.RCV_URG
                                        /\ untaken(tcb) \oplus EVENT.TAKE_LEN \prec tcb.RCV_UP],
                          {"RCV_UNREAD"})
  IN DoTake(w1, EVENT.TAKE_LEN)

Receive_Receive(w, EVENT) ==
  LET w1 == CASE ReceiveNoConnectionGuard(w.tcb) -> ReceiveNoConnectionEffect(w)
              [] ReceiveWaitGuard(w.tcb) -> ReceiveWaitEffect(w)
              [] ReceiveClosingGuard(w.tcb) -> ReceiveClosingEffect(w)
              [] ReceiveRestGuard(w.tcb, EVENT) -> ReceiveRestEffect(w)
              [] ReceiveShortGuard(w.tcb, EVENT) -> ReceiveShortEffect(w)
              [] ReceiveTakeGuard(w.tcb, EVENT) -> ReceiveTakeEffect(w, EVENT)
              [] OTHER -> NoRow(w, "receive", "receive")
  IN IF w1.on THEN Receive_Window(w1) ELSE w1

\* The step window: tcp/receive.yaml:49

\* tcp/receive.yaml:52, RFC 9293 MUST-39 SHLD-14
\* the window opens in steps worth an acknowledgement; its right edge only ever moves right
WindowOpensGuard(tcb) ==
  /\ RCV_BUFFER - tcb.RCV_UNREAD - tcb.RCV_WND >= Min(RCV_BUFFER \div 2, RCV_STEP)
  /\ (tcb.ACK_OWED = "nothing" \/ (tcb.ACK_OWED = "later" /\ tcb.RCV_WND < RCV_BUFFER \div 2))
WindowOpensEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "window-opens",
                          [tcb EXCEPT !.RCV_WND = RCV_BUFFER - tcb.RCV_UNREAD,
                                      !.ACK_OWED = "nothing"],
                          {"RCV_WND"})
      w2 == DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"ACK"}, 0, RCV_BUFFER - tcb.RCV_UNREAD, 0, 0)
  IN Disarm(w2, "delayed-ack")

\* tcp/receive.yaml:63, RFC 9293 MUST-39 MUST-58 SHLD-14
\* the acknowledgement that is owed will tell; while half of the window is open, the other side
\* does not wait for it
WindowOpensLaterGuard(tcb) ==
  /\ RCV_BUFFER - tcb.RCV_UNREAD - tcb.RCV_WND >= Min(RCV_BUFFER \div 2, RCV_STEP)
  /\ (tcb.ACK_OWED = "soon" \/ (tcb.ACK_OWED = "later" /\ tcb.RCV_WND >= RCV_BUFFER \div 2))
WindowOpensLaterEffect(w) ==
  LET tcb == w.tcb
  IN FireWithSizes(w,
                   "window-opens-later",
                   [tcb EXCEPT !.RCV_WND = RCV_BUFFER - tcb.RCV_UNREAD],
                   {"RCV_WND"})

\* tcp/receive.yaml:70, RFC 9293 section 3.10.3 MAY-8
WindowStaysGuard(tcb) ==
  RCV_BUFFER - tcb.RCV_UNREAD - tcb.RCV_WND < Min(RCV_BUFFER \div 2, RCV_STEP)
WindowStaysEffect(w) ==
  Fire(w, "window-stays", w.tcb)

Receive_Window(w) ==
  IF w.tcb.STATE \notin {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
  THEN w
  ELSE CASE WindowOpensGuard(w.tcb) -> WindowOpensEffect(w)
         [] WindowOpensLaterGuard(w.tcb) -> WindowOpensLaterEffect(w)
         [] WindowStaysGuard(w.tcb) -> WindowStaysEffect(w)
         [] OTHER -> NoRow(w, "receive", "window")

ReceiveProcedure(w, EVENT) ==
  Receive_Receive(w, EVENT)

-------------------------------------------------------------------------------
(* resend-front: tcp/resend-front.yaml:1, RFC 6298 section 5.4 *)

\* The step resend-front: tcp/resend-front.yaml:6

\* tcp/resend-front.yaml:8, RFC 6298 section 5.4; 9293 MUST-14
\* in FIN-WAIT-1 and CLOSING too, after a CLOSE that came before the SYN was acknowledged; what is
\* behind the SYN waits
ResendFrontSynGuard(tcb) ==
  tcb.SND_SYN
ResendFrontSynEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "resend-front-syn", tcb)
  IN DoSend(w1, tcb.ISS, tcb.RCV_NXT, {"SYN", "ACK"}, 0, tcb.RCV_WND, MSS_RECEIVE, 0)

\* tcp/resend-front.yaml:15, RFC 6298 section 5.4; 9293 MAY-7
ResendTextGuard(tcb) ==
  ~tcb.SND_SYN /\ (text_in_flight(tcb) > tcb.SND_MSS \/ (text_in_flight(tcb) > 0 /\ ~tcb.SND_FIN))
ResendTextEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "resend-text", [tcb EXCEPT !.ACK_OWED = "nothing"])
      w2 == DoSend(w1,
                   tcb.SND_UNA,
                   tcb.RCV_NXT,
                   {"PSH", "ACK"},
                   Min(tcb.SND_MSS, text_in_flight(tcb)),
                   tcb.RCV_WND,
                   0,
                   urgent_from(tcb, tcb.SND_UNA))
  IN Disarm(w2, "delayed-ack")

\* tcp/resend-front.yaml:23, RFC 6298 section 5.4
ResendTextFinGuard(tcb) ==
  ~tcb.SND_SYN /\ 0 < text_in_flight(tcb) /\ text_in_flight(tcb) <= tcb.SND_MSS /\ tcb.SND_FIN
ResendTextFinEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "resend-text-fin", [tcb EXCEPT !.ACK_OWED = "nothing"])
      w2 == DoSend(w1,
                   tcb.SND_UNA,
                   tcb.RCV_NXT,
                   {"FIN", "PSH", "ACK"},
                   text_in_flight(tcb),
                   tcb.RCV_WND,
                   0,
                   urgent_from(tcb, tcb.SND_UNA))
  IN Disarm(w2, "delayed-ack")

\* tcp/resend-front.yaml:30, RFC 6298 section 5.4
ResendOnlyFinGuard(tcb) ==
  ~tcb.SND_SYN /\ text_in_flight(tcb) <= 0
ResendOnlyFinEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "resend-only-fin", [tcb EXCEPT !.ACK_OWED = "nothing"])
      w2 == DoSend(w1, tcb.SND_UNA, tcb.RCV_NXT, {"FIN", "ACK"}, 0, tcb.RCV_WND, 0, 0)
  IN Disarm(w2, "delayed-ack")

ResendFront_ResendFront(w) ==
  CASE ResendFrontSynGuard(w.tcb) -> ResendFrontSynEffect(w)
    [] ResendTextGuard(w.tcb) -> ResendTextEffect(w)
    [] ResendTextFinGuard(w.tcb) -> ResendTextFinEffect(w)
    [] ResendOnlyFinGuard(w.tcb) -> ResendOnlyFinEffect(w)
    [] OTHER -> NoRow(w, "resend-front", "resend-front")

ResendFrontProcedure(w) ==
  ResendFront_ResendFront(w)

\* tcp/vocabulary.yaml:363
\* sends again what is at the front of the retransmission queue
CallResendFront(w) ==
  IF w.tcb.STATE \in {"SYN-RECEIVED",
                      "ESTABLISHED",
                      "FIN-WAIT-1",
                      "CLOSE-WAIT",
                      "CLOSING",
                      "LAST-ACK"}
  THEN ResendFrontProcedure(w)
  ELSE w

-------------------------------------------------------------------------------
(* retransmission-timeout: tcp/retransmission-timeout.yaml:1, RFC 9293 section 3.10.8; 6298 section 5.4 *)

\* Steps go on to those behind them.
RECURSIVE RetransmissionTimeout_Trouble(_),
          RetransmissionTimeout_Resend(_)

\* The step give-up: tcp/retransmission-timeout.yaml:6, RFC 9293 MUST-20 SHLD-11 MUST-23

\* tcp/retransmission-timeout.yaml:9, RFC 9293 MUST-22
RetransmissionGivesUpGuard(tcb) ==
  given_up(tcb)
RetransmissionGivesUpEffect(w) ==
  LET w1 == Fire(w, "retransmission-gives-up", w.tcb)
      w2 == DoTell(w1, "timed-out")
      w3 == Delete(w2)
  IN Stop(w3)

\* tcp/retransmission-timeout.yaml:15, RFC 9293 MUST-20 SHLD-11 MUST-23
RetransmissionGoesOnGuard(tcb) ==
  ~given_up(tcb)
RetransmissionGoesOnEffect(w) ==
  Fire(w, "retransmission-goes-on", w.tcb)

RetransmissionTimeout_GiveUp(w) ==
  LET w1 == CASE RetransmissionGivesUpGuard(w.tcb) -> RetransmissionGivesUpEffect(w)
              [] RetransmissionGoesOnGuard(w.tcb) -> RetransmissionGoesOnEffect(w)
              [] OTHER -> NoRow(w, "retransmission-timeout", "give-up")
  IN IF w1.on THEN RetransmissionTimeout_Trouble(w1) ELSE w1

\* The step trouble: tcp/retransmission-timeout.yaml:19, RFC 9293 section 3.8.3 (b) (e)

\* tcp/retransmission-timeout.yaml:23, RFC 9293 MUST-20 MUST-22 MUST-47 SHLD-9 SHLD-10 U-3.8.3-1 U-3.9.1.8-1
\* R1 retransmissions were in vain, of a SYN as of text. Told once, until something is
\* acknowledged; a peer that answers probes of its closed window causes no trouble (window-update)
RetransmissionTroublesGuard(tcb) ==
  tcb.RETRIES = R1 /\ tcb.REPORTS
RetransmissionTroublesEffect(w) ==
  LET w1 == Fire(w, "retransmission-troubles", w.tcb)
      w2 == DoAdvise(w1)
  IN DoTell(w2, "trouble")

\* tcp/retransmission-timeout.yaml:31, RFC 9293 MUST-20 MUST-22 SHLD-20 U-3.8.3-1
\* IP hears of it each time from R1 on, since the text has "reaches or exceeds", and whether the
\* user wants to hear of it or not
RetransmissionAdvisesGuard(tcb) ==
  ~(tcb.RETRIES = R1 /\ tcb.REPORTS)
RetransmissionAdvisesEffect(w) ==
  DoAdvise(Fire(w, "retransmission-advises", w.tcb))

RetransmissionTimeout_TroubleOnly(tcb) ==
  tcb.RETRIES >= R1

RetransmissionTimeout_Trouble(w) ==
  LET w1 == IF ~RetransmissionTimeout_TroubleOnly(w.tcb)
            THEN w
            ELSE CASE RetransmissionTroublesGuard(w.tcb) -> RetransmissionTroublesEffect(w)
                   [] RetransmissionAdvisesGuard(w.tcb) -> RetransmissionAdvisesEffect(w)
                   [] OTHER -> NoRow(w, "retransmission-timeout", "trouble")
  IN RetransmissionTimeout_Resend(w1)

\* The step resend: tcp/retransmission-timeout.yaml:37, RFC 6298 section 5.4 section 5.5 section 5.6

\* tcp/retransmission-timeout.yaml:40, RFC 6298 section 5.4 section 5.5 section 5.6; 9293 MUST-14 MUST-18 MUST-22 U-3.8.3-1
ResendSynGuard(tcb) ==
  tcb.STATE = "SYN-SENT"
ResendSynEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "resend-syn",
                          [tcb EXCEPT !.RETRIES = next_retries(tcb), !.RTT_TIMING = FALSE],
                          {"RETRIES"})
      w2 == DoSend(w1, tcb.ISS, 0, {"SYN"}, 0, tcb.RCV_WND, MSS_RECEIVE, 0)
  IN Arm(w2, "retransmission")

\* tcp/retransmission-timeout.yaml:50, RFC 6298 section 5.4 section 5.5 section 5.6; 9293 MUST-22 U-3.8.3-1
\* the front of the queue is our SYN; in FIN-WAIT-1 after a CLOSE that came before the SYN was
\* acknowledged
ResendSynAckGuard(tcb) ==
  tcb.STATE \in {"SYN-RECEIVED", "FIN-WAIT-1", "CLOSING"} /\ tcb.SND_SYN
ResendSynAckEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "resend-syn-ack",
                          [tcb EXCEPT !.RETRIES = next_retries(tcb), !.RTT_TIMING = FALSE],
                          {"RETRIES"})
      w2 == CallResendFront(w1)
  IN Arm(w2, "retransmission")

\* tcp/retransmission-timeout.yaml:62, RFC 6298 section 5.4 section 5.5 section 5.6; 9293 MUST-18 MUST-35 SHLD-16 SHLD-30
\* Karn: what is sent again is never timed (6298 section 3)
ResendFrontGuard(tcb) ==
  /\ tcb.STATE \in {"ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "CLOSING", "LAST-ACK"}
  /\ ~tcb.SND_SYN
  /\ text_in_flight(tcb) > 0
ResendFrontEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "resend-front",
                          [tcb EXCEPT !.RETRIES = next_retries(tcb), !.RTT_TIMING = FALSE],
                          {"RETRIES"})
      w2 == CallResendFront(w1)
  IN Arm(w2, "retransmission")

\* tcp/retransmission-timeout.yaml:74, RFC 6298 section 5.4 section 5.5 section 5.6; 9293 MUST-18
ResendFinGuard(tcb) ==
  tcb.STATE \in {"FIN-WAIT-1", "CLOSING", "LAST-ACK"} /\ ~tcb.SND_SYN /\ text_in_flight(tcb) <= 0
ResendFinEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "resend-fin",
                          [tcb EXCEPT !.ACK_OWED = "nothing",
                                      !.RETRIES = next_retries(tcb),
                                      !.RTT_TIMING = FALSE],
                          {"RETRIES"})
      w2 == DoSend(w1, tcb.SND_UNA, tcb.RCV_NXT, {"FIN", "ACK"}, 0, tcb.RCV_WND, 0, 0)
      w3 == Disarm(w2, "delayed-ack")
  IN Arm(w3, "retransmission")

RetransmissionTimeout_Resend(w) ==
  CASE ResendSynGuard(w.tcb) -> ResendSynEffect(w)
    [] ResendSynAckGuard(w.tcb) -> ResendSynAckEffect(w)
    [] ResendFrontGuard(w.tcb) -> ResendFrontEffect(w)
    [] ResendFinGuard(w.tcb) -> ResendFinEffect(w)
    [] OTHER -> NoRow(w, "retransmission-timeout", "resend")

RetransmissionTimeoutProcedure(w) ==
  RetransmissionTimeout_GiveUp(w)

-------------------------------------------------------------------------------
(* segment-arrives-closed: tcp/segment-arrives-closed.yaml:1, RFC 9293 section 3.10.7.1 *)

\* The step closed: tcp/segment-arrives-closed.yaml:6

\* tcp/segment-arrives-closed.yaml:8, RFC 9293 section 3.10.7.1
\* a reset is never answered by a reset
ClosedRstGuard(SEG) ==
  SEG.RST
ClosedRstEffect(w) ==
  Fire(w, "closed-rst", w.tcb)

\* tcp/segment-arrives-closed.yaml:12, RFC 9293 section 3.10.7.1
ClosedNoAckGuard(SEG) ==
  ~SEG.RST /\ ~SEG.CTL_ACK
ClosedNoAckEffect(w, SEG) ==
  DoSend(Fire(w, "closed-no-ack", w.tcb),
         0,
         SEG.SEQ \oplus SEG_LEN(SEG),
         {"RST", "ACK"},
         0,
         0,
         0,
         0)

\* tcp/segment-arrives-closed.yaml:17, RFC 9293 section 3.10.7.1
ClosedAckGuard(SEG) ==
  ~SEG.RST /\ SEG.CTL_ACK
ClosedAckEffect(w, SEG) ==
  DoSend(Fire(w, "closed-ack", w.tcb), SEG.ACK, 0, {"RST"}, 0, 0, 0, 0)

SegmentArrivesClosed_Closed(w, SEG) ==
  CASE ClosedRstGuard(SEG) -> ClosedRstEffect(w)
    [] ClosedNoAckGuard(SEG) -> ClosedNoAckEffect(w, SEG)
    [] ClosedAckGuard(SEG) -> ClosedAckEffect(w, SEG)
    [] OTHER -> NoRow(w, "segment-arrives-closed", "closed")

SegmentArrivesClosedProcedure(w, SEG) ==
  SegmentArrivesClosed_Closed(w, SEG)

-------------------------------------------------------------------------------
(* segment-arrives-listen: tcp/segment-arrives-listen.yaml:1, RFC 9293 section 3.10.7.2 *)

\* Steps go on to those behind them.
RECURSIVE SegmentArrivesListen_Acknowledgement(_, _, _),
          SegmentArrivesListen_Synchronize(_, _, _)

\* The step reset: tcp/segment-arrives-listen.yaml:6

\* tcp/segment-arrives-listen.yaml:9, RFC 9293 section 3.10.7.2
\* a reset cannot concern a record that has sent nothing
ListenRstEffect(w) ==
  Stop(Fire(w, "listen-rst", w.tcb))

SegmentArrivesListen_Reset(w, SEG, ISN) ==
  LET w1 == IF ~SEG.RST
            THEN w
            ELSE ListenRstEffect(w)
  IN IF w1.on THEN SegmentArrivesListen_Acknowledgement(w1, SEG, ISN) ELSE w1

\* The step acknowledgement: tcp/segment-arrives-listen.yaml:12

\* tcp/segment-arrives-listen.yaml:15, RFC 9293 section 3.10.7.2
ListenAckEffect(w, SEG) ==
  LET w1 == Fire(w, "listen-ack", w.tcb)
      w2 == DoSend(w1, SEG.ACK, 0, {"RST"}, 0, 0, 0, 0)
  IN Stop(w2)

SegmentArrivesListen_Acknowledgement(w, SEG, ISN) ==
  LET w1 == IF ~SEG.CTL_ACK
            THEN w
            ELSE ListenAckEffect(w, SEG)
  IN IF w1.on THEN SegmentArrivesListen_Synchronize(w1, SEG, ISN) ELSE w1

\* The step synchronize: tcp/segment-arrives-listen.yaml:18

\* tcp/segment-arrives-listen.yaml:20, RFC 9293 section 3.10.7.2 MUST-8 MUST-14 MUST-15 MUST-65 SHLD-5 MAY-3; 6298 section 5.1; 6582 section 3.2 step 1
\* text on the SYN is not kept, so the other side sends it again; the RFC would queue it until
\* ESTABLISHED. The window variables are set here already, so that they have a value should a CLOSE
\* come before the next segment
ListenSynGuard(SEG) ==
  SEG.SYN
ListenSynEffect(w, SEG, ISN) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "listen-syn",
                          [tcb EXCEPT !.IRS = SEG.SEQ,
                                      !.RCV_NXT = SEG.SEQ \oplus 1,
                                      !.ISS = ISN,
                                      !.SND_UNA = ISN,
                                      !.SND_NXT = ISN \oplus 1,
                                      !.SND_SYN = TRUE,
                                      !.RECOVER = ISN,
                                      !.SND_WND = SEG.WND,
                                      !.SND_WND_MAX = SEG.WND,
                                      !.SND_WL1 = SEG.SEQ,
                                      !.SND_WL2 = ISN,
                                      !.SND_MSS = peer_mss(SEG),
                                      !.RTT_TIMING = TRUE,
                                      !.RTT_SEQ = ISN \oplus 1,
                                      !.STATE = "SYN-RECEIVED"],
                          {"SND_WND", "SND_WND_MAX", "SND_MSS"})
      w2 == DoBind(w1)
      w3 == DoSend(w2, ISN, SEG.SEQ \oplus 1, {"SYN", "ACK"}, 0, tcb.RCV_WND, MSS_RECEIVE, 0)
  IN Arm(w3, "retransmission")

\* tcp/segment-arrives-listen.yaml:47, RFC 9293 section 3.10.7.2
\* neither RST, ACK nor SYN; no proper segment looks like this
ListenOtherGuard(SEG) ==
  ~SEG.SYN
ListenOtherEffect(w) ==
  Fire(w, "listen-other", w.tcb)

SegmentArrivesListen_Synchronize(w, SEG, ISN) ==
  CASE ListenSynGuard(SEG) -> ListenSynEffect(w, SEG, ISN)
    [] ListenOtherGuard(SEG) -> ListenOtherEffect(w)
    [] OTHER -> NoRow(w, "segment-arrives-listen", "synchronize")

SegmentArrivesListenProcedure(w, SEG, ISN) ==
  SegmentArrivesListen_Reset(w, SEG, ISN)

-------------------------------------------------------------------------------
(* segment-arrives-syn-sent: tcp/segment-arrives-syn-sent.yaml:1, RFC 9293 section 3.10.7.3 *)

\* Steps go on to those behind them.
RECURSIVE SegmentArrivesSynSent_Reset(_, _),
          SegmentArrivesSynSent_Synchronize(_, _),
          SegmentArrivesSynSent_Transmit(_),
          SegmentArrivesSynSent_Acknowledge(_)

\* The step acknowledgement: tcp/segment-arrives-syn-sent.yaml:6

\* tcp/segment-arrives-syn-sent.yaml:9, RFC 9293 section 3.10.7.3
SynSentAckWrongRstGuard(tcb, SEG) ==
  ~new_ack(tcb, SEG) /\ SEG.RST
SynSentAckWrongRstEffect(w) ==
  Stop(Fire(w, "syn-sent-ack-wrong-rst", w.tcb))

\* tcp/segment-arrives-syn-sent.yaml:12, RFC 9293 section 3.10.7.3
SynSentAckWrongGuard(tcb, SEG) ==
  ~new_ack(tcb, SEG) /\ ~SEG.RST
SynSentAckWrongEffect(w, SEG) ==
  LET w1 == Fire(w, "syn-sent-ack-wrong", w.tcb)
      w2 == DoSend(w1, SEG.ACK, 0, {"RST"}, 0, 0, 0, 0)
  IN Stop(w2)

\* tcp/segment-arrives-syn-sent.yaml:16, RFC 9293 section 3.10.7.3
SynSentAckRightGuard(tcb, SEG) ==
  new_ack(tcb, SEG)
SynSentAckRightEffect(w) ==
  Fire(w, "syn-sent-ack-right", w.tcb)

SegmentArrivesSynSent_Acknowledgement(w, SEG) ==
  LET w1 == IF ~SEG.CTL_ACK
            THEN w
            ELSE CASE SynSentAckWrongRstGuard(w.tcb, SEG) -> SynSentAckWrongRstEffect(w)
                   [] SynSentAckWrongGuard(w.tcb, SEG) -> SynSentAckWrongEffect(w, SEG)
                   [] SynSentAckRightGuard(w.tcb, SEG) -> SynSentAckRightEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives-syn-sent", "acknowledgement")
  IN IF w1.on THEN SegmentArrivesSynSent_Reset(w1, SEG) ELSE w1

\* The step reset: tcp/segment-arrives-syn-sent.yaml:19

\* tcp/segment-arrives-syn-sent.yaml:22, RFC 9293 section 3.10.7.3 U-3.10.7.3-1
\* SEG.SEQ is not compared with RCV.NXT, which has no value yet (erratum 8167). The RFC signals
\* "connection reset" here and "connection refused" in SYN-RECEIVED (rst-active); to the user of an
\* active OPEN both are one: it is not accepted
SynSentRefusedGuard(SEG) ==
  SEG.CTL_ACK
SynSentRefusedEffect(w) ==
  LET w1 == Fire(w, "syn-sent-refused", w.tcb)
      w2 == DoTell(w1, "refused")
      w3 == Delete(w2)
  IN Stop(w3)

\* tcp/segment-arrives-syn-sent.yaml:31, RFC 9293 section 3.10.7.3
SynSentRstGuard(SEG) ==
  ~SEG.CTL_ACK
SynSentRstEffect(w) ==
  Stop(Fire(w, "syn-sent-rst", w.tcb))

SegmentArrivesSynSent_Reset(w, SEG) ==
  LET w1 == IF ~SEG.RST
            THEN w
            ELSE CASE SynSentRefusedGuard(SEG) -> SynSentRefusedEffect(w)
                   [] SynSentRstGuard(SEG) -> SynSentRstEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives-syn-sent", "reset")
  IN IF w1.on THEN SegmentArrivesSynSent_Synchronize(w1, SEG) ELSE w1

\* The step synchronize: tcp/segment-arrives-syn-sent.yaml:34

\* tcp/segment-arrives-syn-sent.yaml:36, RFC 9293 section 3.10.7.3 MUST-15
\* the acknowledgement of our SYN does not let the congestion window grow (5681 section 3.1):
\* congestion-new-ack is not called. SND.WND, SND.WL1 and SND.WL2 are set here too, as RFC 1122
\* 4.2.2.20(c) has it (trap 1). Text or a FIN in the same segment is not acknowledged, so the other
\* side sends it again
SynSentEstablishedGuard(SEG) ==
  SEG.SYN /\ SEG.CTL_ACK
SynSentEstablishedEffect(w, SEG) ==
  LET w1 == FireWithSizes(w,
                          "syn-sent-established",
                          [w.tcb EXCEPT !.IRS = SEG.SEQ,
                                        !.RCV_NXT = SEG.SEQ \oplus 1,
                                        !.SND_UNA = SEG.ACK,
                                        !.SND_SYN = FALSE,
                                        !.SND_WND = SEG.WND,
                                        !.SND_WND_MAX = SEG.WND,
                                        !.SND_WL1 = SEG.SEQ,
                                        !.SND_WL2 = SEG.ACK,
                                        !.SND_MSS = peer_mss(SEG),
                                        !.ACK_OWED = "soon",
                                        !.STATE = "ESTABLISHED"],
                          {"SND_WND", "SND_WND_MAX", "SND_MSS"})
      w2 == DoAcknowledged(w1, SEG.ACK)
      w3 == CallNewAck(w2, SEG)
  IN DoTell(w3, "connected")

\* tcp/segment-arrives-syn-sent.yaml:61, RFC 9293 section 3.10.7.3 MUST-10 MUST-14 MUST-15 MUST-65; 6298 section 3
\* simultaneous open (figure 7); SEG.ACK means nothing without the ACK bit, so SND.WL2 starts at
\* ISS. Our SYN is sent a second time here, so that it is not timed any more (Karn)
SynSentSimultaneousGuard(SEG) ==
  SEG.SYN /\ ~SEG.CTL_ACK
SynSentSimultaneousEffect(w, SEG) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "syn-sent-simultaneous",
                          [tcb EXCEPT !.IRS = SEG.SEQ,
                                      !.RCV_NXT = SEG.SEQ \oplus 1,
                                      !.SND_WND = SEG.WND,
                                      !.SND_WND_MAX = SEG.WND,
                                      !.SND_WL1 = SEG.SEQ,
                                      !.SND_WL2 = tcb.ISS,
                                      !.SND_MSS = peer_mss(SEG),
                                      !.RTT_TIMING = FALSE,
                                      !.STATE = "SYN-RECEIVED"],
                          {"SND_WND", "SND_WND_MAX", "SND_MSS"})
      w2 == DoSend(w1, tcb.ISS, SEG.SEQ \oplus 1, {"SYN", "ACK"}, 0, tcb.RCV_WND, MSS_RECEIVE, 0)
      w3 == Arm(w2, "retransmission")
  IN Stop(w3)

\* tcp/segment-arrives-syn-sent.yaml:80, RFC 9293 section 3.10.7.3
SynSentOtherGuard(SEG) ==
  ~SEG.SYN
SynSentOtherEffect(w) ==
  Stop(Fire(w, "syn-sent-other", w.tcb))

SegmentArrivesSynSent_Synchronize(w, SEG) ==
  LET w1 == CASE SynSentEstablishedGuard(SEG) -> SynSentEstablishedEffect(w, SEG)
              [] SynSentSimultaneousGuard(SEG) -> SynSentSimultaneousEffect(w, SEG)
              [] SynSentOtherGuard(SEG) -> SynSentOtherEffect(w)
              [] OTHER -> NoRow(w, "segment-arrives-syn-sent", "synchronize")
  IN IF w1.on THEN SegmentArrivesSynSent_Transmit(w1) ELSE w1

\* The step transmit: tcp/segment-arrives-syn-sent.yaml:91

\* tcp/segment-arrives-syn-sent.yaml:94, RFC 9293 section 3.10.7.3 MUST-58 U-3.10.7.3-2
\* text queued before the connection was open may carry the acknowledgement
SynSentTransmitEffect(w) ==
  CallTransmit(Fire(w, "syn-sent-transmit", w.tcb))

SegmentArrivesSynSent_Transmit(w) ==
  LET w1 == IF w.tcb.STATE # "ESTABLISHED"
            THEN w
            ELSE SynSentTransmitEffect(w)
  IN SegmentArrivesSynSent_Acknowledge(w1)

\* The step acknowledge: tcp/segment-arrives-syn-sent.yaml:99

\* tcp/segment-arrives-syn-sent.yaml:102, RFC 9293 section 3.10.7.3
SynSentAcknowledgeEffect(w) ==
  CallAcknowledge(Fire(w, "syn-sent-acknowledge", w.tcb))

SegmentArrivesSynSent_Acknowledge(w) ==
  IF w.tcb.STATE # "ESTABLISHED"
  THEN w
  ELSE SynSentAcknowledgeEffect(w)

SegmentArrivesSynSentProcedure(w, SEG) ==
  SegmentArrivesSynSent_Acknowledgement(w, SEG)

-------------------------------------------------------------------------------
(* segment-arrives: tcp/segment-arrives.yaml:1, RFC 9293 section 3.10.7.4 *)

\* Steps go on to those behind them.
RECURSIVE SegmentArrives_Sequence(_, _),
          SegmentArrives_Reset(_, _),
          SegmentArrives_Synchronize(_, _),
          SegmentArrives_AcknowledgementPresent(_, _),
          SegmentArrives_AcknowledgementOpens(_, _),
          SegmentArrives_Congestion(_, _),
          SegmentArrives_Acknowledgement(_, _),
          SegmentArrives_Window(_, _),
          SegmentArrives_FinAcknowledged(_, _),
          SegmentArrives_UnwantedText(_, _),
          SegmentArrives_Text(_, _),
          SegmentArrives_Gather(_, _),
          SegmentArrives_FinSeen(_, _),
          SegmentArrives_Fin(_),
          SegmentArrives_Transmit(_),
          SegmentArrives_Acknowledge(_)

\* The step reuse: tcp/segment-arrives.yaml:7, RFC 9293 section 3.6.1; 6191 section 2

\* tcp/segment-arrives.yaml:12, RFC 9293 MAY-2; 6191 section 2
\* RCV.NXT - 1 is the number of the FIN, the last of the old connection, and SND.NXT the first that
\* we never used: in neither direction a segment of the old connection fits into the new one. The
\* record is gone, so the SYN is for who listens, and that is why the connection has to be one that
\* a listener had: for a port that nobody listens on, anybody's SYN would end TIME-WAIT and be
\* answered with a reset. Of timestamps, which the rest of 6191 is about, there are none yet
TimeWaitReopensGuard(tcb, SEG) ==
  tcb.OPENED = "passive" /\ SEG.SEQ \succeq tcb.RCV_NXT
TimeWaitReopensEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "time-wait-reopens", tcb)
      w2 == DoLeave(w1)
      w3 == DoHandOn(w2, tcb.SND_NXT)
      w4 == Delete(w3)
  IN Stop(w4)

\* tcp/segment-arrives.yaml:23, RFC 9293 MAY-2 U-3.10.7.4-4
\* an old duplicate never leaves TIME-WAIT. 6191 would drop it in silence; that "all other cases"
\* are challenged is the later word (9293 fourth check; seq-bad-syn, syn-challenge)
TimeWaitKeepsGuard(tcb, SEG) ==
  ~(tcb.OPENED = "passive" /\ SEG.SEQ \succeq tcb.RCV_NXT)
TimeWaitKeepsEffect(w) ==
  Fire(w, "time-wait-keeps", w.tcb)

SegmentArrives_Reuse(w, SEG) ==
  LET w1 == IF \/ w.tcb.STATE # "TIME-WAIT"
               \/ ~(TIME_WAIT_REUSE /\ SEG.SYN /\ ~SEG.RST /\ ~SEG.CTL_ACK)
            THEN w
            ELSE CASE TimeWaitReopensGuard(w.tcb, SEG) -> TimeWaitReopensEffect(w)
                   [] TimeWaitKeepsGuard(w.tcb, SEG) -> TimeWaitKeepsEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "reuse")
  IN IF w1.on THEN SegmentArrives_Sequence(w1, SEG) ELSE {w1}

\* The step sequence: tcp/segment-arrives.yaml:46, RFC 9293 section 3.10.7.4 first check

\* tcp/segment-arrives.yaml:49, RFC 9293 section 3.10.7.4 first check
SeqOkGuard(tcb, SEG) ==
  acceptable(tcb, SEG)
SeqOkEffect(w) ==
  Fire(w, "seq-ok", w.tcb)

\* tcp/segment-arrives.yaml:52, RFC 9293 MUST-66
\* a probe of our closed window. None of its text is taken, but its ACK and RST count (trap 18),
\* and it is answered as any unacceptable segment is
SeqWindowZeroGuard(tcb, SEG) ==
  ~acceptable(tcb, SEG) /\ SEG_LEN(SEG) > 0 /\ tcb.RCV_WND = 0 /\ SEG.SEQ = tcb.RCV_NXT
SeqWindowZeroEffect(w) ==
  Fire(w, "seq-window-zero", [w.tcb EXCEPT !.ACK_OWED = "soon"])

\* tcp/segment-arrives.yaml:60, RFC 9293 section 3.10.7.4 first check
SeqRstGuard(tcb, SEG) ==
  ~acceptable(tcb, SEG) /\ ~(tcb.RCV_WND = 0 /\ SEG.SEQ = tcb.RCV_NXT) /\ SEG.RST
SeqRstEffect(w) ==
  Stop(Fire(w, "seq-rst", w.tcb))

\* tcp/segment-arrives.yaml:63, RFC 9293 section 3.10.7.4 fifth check, MUST-13
\* a repeated FIN starts before the window, so by the letter it never reaches the fifth check and 2
\* MSL is not restarted; and a plain ACK that does reach it would be acknowledged, by two peers in
\* TIME-WAIT for ever. Only the FIN that we have seen restarts the time, and here (trap 14)
SeqRepeatedFinGuard(tcb, SEG) ==
  /\ tcb.STATE = "TIME-WAIT"
  /\ ~acceptable(tcb, SEG)
  /\ ~(tcb.RCV_WND = 0 /\ SEG.SEQ = tcb.RCV_NXT)
  /\ ~SEG.RST
  /\ SEG.FIN
  /\ SEG.SEQ \oplus SEG.TEXT = tcb.RCV_NXT \ominus 1
SeqRepeatedFinEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "seq-repeated-fin", [tcb EXCEPT !.ACK_OWED = "nothing"])
      w2 == DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"ACK"}, 0, tcb.RCV_WND, 0, 0)
      w3 == Disarm(w2, "delayed-ack")
      w4 == Arm(w3, "time-wait")
  IN Stop(w4)

\* tcp/segment-arrives.yaml:78, RFC 9293 section 3.10.7.4 first check
\* no challenge, so it is always sent; the other side may be waiting for it, as in a simultaneous
\* open (trap 10)
SeqBadGuard(tcb, SEG) ==
  /\ ~acceptable(tcb, SEG)
  /\ ~(tcb.RCV_WND = 0 /\ SEG.SEQ = tcb.RCV_NXT)
  /\ ~SEG.RST
  /\ ~(SEG.SYN /\ tcb.STATE # "SYN-RECEIVED")
  /\ ~(tcb.STATE = "TIME-WAIT" /\ SEG.FIN /\ SEG.SEQ \oplus SEG.TEXT = tcb.RCV_NXT \ominus 1)
SeqBadEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "seq-bad", [tcb EXCEPT !.ACK_OWED = "nothing"])
      w2 == DoSend(w1, tcb.SND_NXT, tcb.RCV_NXT, {"ACK"}, 0, tcb.RCV_WND, 0, 0)
      w3 == Disarm(w2, "delayed-ack")
  IN Stop(w3)

\* tcp/segment-arrives.yaml:88, RFC 9293 section 3.10.7.4 first check U-3.10.7.4-4; 5961 section 4.2
SeqBadSynGuard(tcb, SEG) ==
  /\ tcb.STATE \in {"ESTABLISHED",
                    "FIN-WAIT-1",
                    "FIN-WAIT-2",
                    "CLOSE-WAIT",
                    "CLOSING",
                    "LAST-ACK",
                    "TIME-WAIT"}
  /\ ~acceptable(tcb, SEG)
  /\ ~(tcb.RCV_WND = 0 /\ SEG.SEQ = tcb.RCV_NXT)
  /\ ~SEG.RST
  /\ SEG.SYN
  /\ ~(tcb.STATE = "TIME-WAIT" /\ SEG.FIN /\ SEG.SEQ \oplus SEG.TEXT = tcb.RCV_NXT \ominus 1)
SeqBadSynEffect(w) ==
  LET w1 == Fire(w, "seq-bad-syn", w.tcb)
      w2 == CallChallenge(w1)
  IN {Stop(x) : x \in w2}

SegmentArrives_Sequence(w, SEG) ==
  LET outcomes == CASE SeqOkGuard(w.tcb, SEG) -> {SeqOkEffect(w)}
                    [] SeqWindowZeroGuard(w.tcb, SEG) -> {SeqWindowZeroEffect(w)}
                    [] SeqRstGuard(w.tcb, SEG) -> {SeqRstEffect(w)}
                    [] SeqRepeatedFinGuard(w.tcb, SEG) -> {SeqRepeatedFinEffect(w)}
                    [] SeqBadGuard(w.tcb, SEG) -> {SeqBadEffect(w)}
                    [] SeqBadSynGuard(w.tcb, SEG) -> SeqBadSynEffect(w)
                    [] OTHER -> {NoRow(w, "segment-arrives", "sequence")}
  IN UNION {IF x.on THEN SegmentArrives_Reset(x, SEG) ELSE {x} : x \in outcomes}

\* The step reset: tcp/segment-arrives.yaml:96, RFC 9293 section 3.10.7.4 second check; 5961 section 3.2

\* tcp/segment-arrives.yaml:100, RFC 9293 section 3.10.7.4 second check; 5961 section 3.2
\* a RST whose text reaches into the window but that starts before it (trap 16)
RstOutsideGuard(tcb, SEG) ==
  ~in_window(tcb, SEG.SEQ) /\ SEG.SEQ # tcb.RCV_NXT
RstOutsideEffect(w) ==
  Stop(Fire(w, "rst-outside", w.tcb))

\* tcp/segment-arrives.yaml:104, RFC 5961 section 3.2; 9293 U-3.10.7.4-2 U-3.10.7.4-3
RstChallengeGuard(tcb, SEG) ==
  in_window(tcb, SEG.SEQ) /\ SEG.SEQ # tcb.RCV_NXT
RstChallengeEffect(w) ==
  LET w1 == Fire(w, "rst-challenge", w.tcb)
      w2 == CallChallenge(w1)
  IN {Stop(x) : x \in w2}

\* tcp/segment-arrives.yaml:109, RFC 9293 section 3.10.7.4 second check MUST-11 U-3.10.7.4-1; 5961 section 3.2
\* back to LISTEN as it was before the SYN; the RFC does not list what has to be undone (trap 5),
\* listen-again does
RstPassiveGuard(tcb, SEG) ==
  tcb.STATE = "SYN-RECEIVED" /\ SEG.SEQ = tcb.RCV_NXT /\ tcb.OPENED = "passive"
RstPassiveEffect(w) ==
  LET w1 == Fire(w, "rst-passive", [w.tcb EXCEPT !.SND_CLOSED = FALSE, !.STATE = "LISTEN"])
      w2 == DoUnbind(w1)
      w3 == CallListenAgain(w2)
  IN Stop(w3)

\* tcp/segment-arrives.yaml:120, RFC 9293 MUST-11 U-3.10.7.4-1
RstActiveGuard(tcb, SEG) ==
  tcb.STATE = "SYN-RECEIVED" /\ SEG.SEQ = tcb.RCV_NXT /\ tcb.OPENED = "active"
RstActiveEffect(w) ==
  LET w1 == Fire(w, "rst-active", w.tcb)
      w2 == DoTell(w1, "refused")
      w3 == Delete(w2)
  IN Stop(w3)

\* tcp/segment-arrives.yaml:127, RFC 9293 MUST-12 SHLD-2 U-3.10.7.4-1
RstOpenGuard(tcb, SEG) ==
  tcb.STATE \in {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT"} /\ SEG.SEQ = tcb.RCV_NXT
RstOpenEffect(w) ==
  LET w1 == Fire(w, "rst-open", w.tcb)
      w2 == DoTell(w1, "reset")
      w3 == Delete(w2)
  IN Stop(w3)

\* tcp/segment-arrives.yaml:134, RFC 9293 MUST-12 U-3.10.7.4-1
\* the RFC tells the user nothing here. Our FIN is not acknowledged, and text before it may not
\* even have been sent (trap 15), so the close is not complete. All that the other side had to say
\* is here, and no queue is flushed
RstLastGuard(tcb, SEG) ==
  tcb.STATE \in {"CLOSING", "LAST-ACK"} /\ SEG.SEQ = tcb.RCV_NXT
RstLastEffect(w) ==
  LET w1 == Fire(w, "rst-last", w.tcb)
      w2 == DoLeave(w1)
      w3 == DoTell(w2, "reset")
      w4 == Delete(w3)
  IN Stop(w4)

\* tcp/segment-arrives.yaml:144, RFC 9293 section 3.10.7.4 second check U-3.10.7.4-1; 5961 section 3.2
\* the user was told `closed` when our FIN was acknowledged
RstTimeWaitGuard(tcb, SEG) ==
  tcb.STATE = "TIME-WAIT" /\ SEG.SEQ = tcb.RCV_NXT /\ TIME_WAIT_RESET
RstTimeWaitEffect(w) ==
  LET w1 == Fire(w, "rst-time-wait", w.tcb)
      w2 == DoLeave(w1)
      w3 == Delete(w2)
  IN Stop(w3)

SegmentArrives_Reset(w, SEG) ==
  LET outcomes == IF ~SEG.RST
                  THEN {w}
                  ELSE CASE RstOutsideGuard(w.tcb, SEG) -> {RstOutsideEffect(w)}
                         [] RstChallengeGuard(w.tcb, SEG) -> RstChallengeEffect(w)
                         [] RstPassiveGuard(w.tcb, SEG) -> {RstPassiveEffect(w)}
                         [] RstActiveGuard(w.tcb, SEG) -> {RstActiveEffect(w)}
                         [] RstOpenGuard(w.tcb, SEG) -> {RstOpenEffect(w)}
                         [] RstLastGuard(w.tcb, SEG) -> {RstLastEffect(w)}
                         [] RstTimeWaitGuard(w.tcb, SEG) -> {RstTimeWaitEffect(w)}
                         [] OTHER -> {NoRow(w, "segment-arrives", "reset")}
  IN UNION {IF x.on THEN SegmentArrives_Synchronize(x, SEG) ELSE {x} : x \in outcomes}

\* The step synchronize: tcp/segment-arrives.yaml:158, RFC 9293 section 3.10.7.4 fourth check; 5961 section 4.2

\* tcp/segment-arrives.yaml:162, RFC 9293 section 3.10.7.4 fourth check MUST-11; 5961 section 4.2
\* as rst-passive
SynPassiveGuard(tcb) ==
  tcb.STATE = "SYN-RECEIVED" /\ tcb.OPENED = "passive"
SynPassiveEffect(w) ==
  LET w1 == Fire(w, "syn-passive", [w.tcb EXCEPT !.SND_CLOSED = FALSE, !.STATE = "LISTEN"])
      w2 == DoUnbind(w1)
      w3 == CallListenAgain(w2)
  IN Stop(w3)

\* tcp/segment-arrives.yaml:173, RFC 9293 section 3.10.7.4 fourth check U-3.10.7.4-4 U-3.10.7.4-5; 5961 section 4.2
SynChallengeGuard(tcb) ==
  ~(tcb.STATE = "SYN-RECEIVED" /\ tcb.OPENED = "passive")
SynChallengeEffect(w) ==
  LET w1 == Fire(w, "syn-challenge", w.tcb)
      w2 == CallChallenge(w1)
  IN {Stop(x) : x \in w2}

SegmentArrives_Synchronize(w, SEG) ==
  LET outcomes == IF ~SEG.SYN
                  THEN {w}
                  ELSE CASE SynPassiveGuard(w.tcb) -> {SynPassiveEffect(w)}
                         [] SynChallengeGuard(w.tcb) -> SynChallengeEffect(w)
                         [] OTHER -> {NoRow(w, "segment-arrives", "synchronize")}
  IN UNION {IF x.on THEN SegmentArrives_AcknowledgementPresent(x, SEG) ELSE {x} : x \in outcomes}

\* The step acknowledgement-present: tcp/segment-arrives.yaml:179, RFC 9293 section 3.10.7.4 fifth check

\* tcp/segment-arrives.yaml:182, RFC 9293 section 3.10.7.4 fifth check
\* an acknowledgement may be owed for what came before, or for a probe of our closed window
\* (seq-window-zero)
AckOffGuard(SEG) ==
  ~SEG.CTL_ACK
AckOffEffect(w) ==
  LET w1 == Fire(w, "ack-off", w.tcb)
      w2 == CallAcknowledge(w1)
  IN Stop(w2)

\* tcp/segment-arrives.yaml:187, RFC 5961 section 5.2 section 7; 9293 MAY-12 U-3.10.7.4-7
\* not in SYN-RECEIVED, though the check stands before the states are told apart: where a forged
\* SYN has brought both ends there, each would answer the other's acknowledgement with one of its
\* own for ever (model forge, l6-quiet). The reset of section 3.5.2 group 2 ends that, and takes as
\* little of the segment: ack-reset (trap 12). Linux sends it as well
AckOutOfRangeGuard(tcb, SEG) ==
  /\ tcb.STATE \in {"ESTABLISHED",
                    "FIN-WAIT-1",
                    "FIN-WAIT-2",
                    "CLOSE-WAIT",
                    "CLOSING",
                    "LAST-ACK",
                    "TIME-WAIT"}
  /\ SEG.CTL_ACK
  /\ ACK_RANGE
  /\ ~ack_in_range(tcb, SEG)
AckOutOfRangeEffect(w) ==
  LET w1 == Fire(w, "ack-out-of-range", w.tcb)
      w2 == CallChallenge(w1)
  IN {Stop(x) : x \in w2}

\* tcp/segment-arrives.yaml:197, RFC 9293 section 3.10.7.4 fifth check
AckOnGuard(tcb, SEG) ==
  SEG.CTL_ACK /\ (tcb.STATE = "SYN-RECEIVED" \/ ~ACK_RANGE \/ ack_in_range(tcb, SEG))
AckOnEffect(w) ==
  Fire(w, "ack-on", w.tcb)

SegmentArrives_AcknowledgementPresent(w, SEG) ==
  LET outcomes == CASE AckOffGuard(SEG) -> {AckOffEffect(w)}
                    [] AckOutOfRangeGuard(w.tcb, SEG) -> AckOutOfRangeEffect(w)
                    [] AckOnGuard(w.tcb, SEG) -> {AckOnEffect(w)}
                    [] OTHER -> {NoRow(w, "segment-arrives", "acknowledgement-present")}
  IN UNION {IF x.on THEN SegmentArrives_AcknowledgementOpens(x, SEG) ELSE {x} : x \in outcomes}

\* The step acknowledgement-opens: tcp/segment-arrives.yaml:201, RFC 9293 section 3.10.7.4 fifth check, SYN-RECEIVED

\* tcp/segment-arrives.yaml:205, RFC 5681 section 3.1; 6298 section 5.7
\* the acknowledgement of our SYN is taken in here, so that it is none of those that let the
\* congestion window grow (ack-grows), and that is why nothing is new to the next step
AckEstablishedGuard(tcb, SEG) ==
  new_ack(tcb, SEG) /\ ~tcb.SND_CLOSED
AckEstablishedEffect(w, SEG) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "ack-established",
                          [tcb EXCEPT !.SND_UNA = SEG.ACK,
                                      !.SND_SYN = FALSE,
                                      !.SND_WND = SEG.WND,
                                      !.SND_WND_MAX = Max(tcb.SND_WND_MAX, SEG.WND),
                                      !.SND_WL1 = SEG.SEQ,
                                      !.SND_WL2 = SEG.ACK,
                                      !.STATE = "ESTABLISHED"],
                          {"SND_WND", "SND_WND_MAX"})
      w2 == DoAcknowledged(w1, SEG.ACK)
      w3 == CallNewAck(w2, SEG)
      w4 == DoAccept(w3)
  IN DoTell(w4, "connected")

\* tcp/segment-arrives.yaml:226, RFC 5681 section 3.1; 6298 section 5.7
\* as ack-established; the CLOSE that waited for ESTABLISHED is carried out (close-queued)
AckEstablishedClosingGuard(tcb, SEG) ==
  new_ack(tcb, SEG) /\ tcb.SND_CLOSED
AckEstablishedClosingEffect(w, SEG) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "ack-established-closing",
                          [tcb EXCEPT !.SND_UNA = SEG.ACK,
                                      !.SND_SYN = FALSE,
                                      !.SND_WND = SEG.WND,
                                      !.SND_WND_MAX = Max(tcb.SND_WND_MAX, SEG.WND),
                                      !.SND_WL1 = SEG.SEQ,
                                      !.SND_WL2 = SEG.ACK,
                                      !.STATE = "FIN-WAIT-1"],
                          {"SND_WND", "SND_WND_MAX"})
      w2 == DoAcknowledged(w1, SEG.ACK)
      w3 == CallNewAck(w2, SEG)
      w4 == DoAccept(w3)
  IN DoTell(w4, "connected")

\* tcp/segment-arrives.yaml:245, RFC 9293 section 3.10.7.4 fifth check, SYN-RECEIVED
\* the RFC sends the reset and does not say drop; section 3.5.2 group 2 keeps the state (trap 11)
AckResetGuard(tcb, SEG) ==
  ~new_ack(tcb, SEG)
AckResetEffect(w, SEG) ==
  LET w1 == Fire(w, "ack-reset", w.tcb)
      w2 == DoSend(w1, SEG.ACK, 0, {"RST"}, 0, 0, 0, 0)
  IN Stop(w2)

SegmentArrives_AcknowledgementOpens(w, SEG) ==
  LET w1 == IF w.tcb.STATE # "SYN-RECEIVED"
            THEN w
            ELSE CASE AckEstablishedGuard(w.tcb, SEG) -> AckEstablishedEffect(w, SEG)
                   [] AckEstablishedClosingGuard(w.tcb, SEG) -> AckEstablishedClosingEffect(w, SEG)
                   [] AckResetGuard(w.tcb, SEG) -> AckResetEffect(w, SEG)
                   [] OTHER -> NoRow(w, "segment-arrives", "acknowledgement-opens")
  IN IF w1.on THEN SegmentArrives_Congestion(w1, SEG) ELSE {w1}

\* The step congestion: tcp/segment-arrives.yaml:252, RFC 5681 section 3.1

\* tcp/segment-arrives.yaml:255, RFC 5681 section 3.1
\* stands before the acknowledgement is taken in, since congestion control asks how much is new
AckGrowsGuard(tcb, SEG) ==
  new_ack(tcb, SEG)
AckGrowsEffect(w) ==
  Fire(w, "ack-grows", w.tcb)

\* tcp/segment-arrives.yaml:260, RFC 5681 section 3.1
AckGrowsNothingGuard(tcb, SEG) ==
  ~new_ack(tcb, SEG)
AckGrowsNothingEffect(w) ==
  Fire(w, "ack-grows-nothing", w.tcb)

SegmentArrives_Congestion(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED",
                                   "FIN-WAIT-1",
                                   "FIN-WAIT-2",
                                   "CLOSE-WAIT",
                                   "CLOSING",
                                   "LAST-ACK",
                                   "TIME-WAIT"}
            THEN w
            ELSE CASE AckGrowsGuard(w.tcb, SEG) -> AckGrowsEffect(w)
                   [] AckGrowsNothingGuard(w.tcb, SEG) -> AckGrowsNothingEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "congestion")
  IN SegmentArrives_Acknowledgement(w1, SEG)

\* The step acknowledgement: tcp/segment-arrives.yaml:264, RFC 9293 section 3.10.7.4 fifth check, ESTABLISHED

\* tcp/segment-arrives.yaml:267, RFC 9293 section 3.10.7.4 fifth check, ESTABLISHED
AckNewGuard(tcb, SEG) ==
  new_ack(tcb, SEG)
AckNewEffect(w, SEG) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "ack-new",
                 [tcb EXCEPT !.SND_UNA = SEG.ACK,
                             !.SND_SYN = FALSE,
                             !.SND_URG = tcb.SND_URG /\ SEG.ACK \prec tcb.SND_UP])
      w2 == DoAcknowledged(w1, SEG.ACK)
  IN CallNewAck(w2, SEG)

\* tcp/segment-arrives.yaml:277, RFC 5681 section 2
\* the RFC's definition of a duplicate acknowledgement, which congestion control counts. As long as
\* our SYN is outstanding, in FIN-WAIT-1 after an early CLOSE, nothing has been acknowledged that
\* could be acknowledged again
AckDuplicateGuard(tcb, SEG) ==
  /\ old_ack(tcb, SEG)
  /\ SEG.ACK = tcb.SND_UNA
  /\ flight(tcb) > 0
  /\ ~tcb.SND_SYN
  /\ SEG_LEN(SEG) = 0
  /\ SEG.WND = tcb.SND_WND
AckDuplicateEffect(w) ==
  Fire(w, "ack-duplicate", w.tcb)

\* tcp/segment-arrives.yaml:285, RFC 9293 section 3.10.7.4 fifth check, ESTABLISHED
AckOldGuard(tcb, SEG) ==
  /\ old_ack(tcb, SEG)
  /\ ~(/\ SEG.ACK = tcb.SND_UNA
       /\ flight(tcb) > 0
       /\ ~tcb.SND_SYN
       /\ SEG_LEN(SEG) = 0
       /\ SEG.WND = tcb.SND_WND)
AckOldEffect(w) ==
  Fire(w, "ack-old", w.tcb)

\* tcp/segment-arrives.yaml:288, RFC 9293 section 3.10.7.4 fifth check; 5961 section 5.2 section 7
\* limited like a challenge, so that two ends that each believe the other to be ahead do not answer
\* each other for ever. Where ACK.RANGE is true, ack-out-of-range has dealt with it
AckFutureGuard(tcb, SEG) ==
  future_ack(tcb, SEG)
AckFutureEffect(w) ==
  LET w1 == Fire(w, "ack-future", w.tcb)
      w2 == CallChallenge(w1)
  IN {Stop(x) : x \in w2}

SegmentArrives_Acknowledgement(w, SEG) ==
  LET outcomes == IF w.tcb.STATE \notin {"ESTABLISHED",
                                         "FIN-WAIT-1",
                                         "FIN-WAIT-2",
                                         "CLOSE-WAIT",
                                         "CLOSING",
                                         "LAST-ACK",
                                         "TIME-WAIT"}
                  THEN {w}
                  ELSE CASE AckNewGuard(w.tcb, SEG) -> {AckNewEffect(w, SEG)}
                         [] AckDuplicateGuard(w.tcb, SEG) -> {AckDuplicateEffect(w)}
                         [] AckOldGuard(w.tcb, SEG) -> {AckOldEffect(w)}
                         [] AckFutureGuard(w.tcb, SEG) -> AckFutureEffect(w)
                         [] OTHER -> {NoRow(w, "segment-arrives", "acknowledgement")}
  IN UNION {IF x.on THEN SegmentArrives_Window(x, SEG) ELSE {x} : x \in outcomes}

\* The step window: tcp/segment-arrives.yaml:297, RFC 9293 section 3.10.7.4 fifth check, ESTABLISHED

\* tcp/segment-arrives.yaml:300, RFC 9293 section 3.8.6 MUST-34 MUST-37 MUST-35 SHLD-17
\* SND.UNA is SEG.ACK when the segment acknowledged anything or repeated the last acknowledgement;
\* an older one tells of an older window. A peer that answers probes of its closed window is alive,
\* however long it takes. SND.WL2 < SEG.ACK is not in the fifth check but in section 3.8.6: "act on
\* the window information from segments that carry the highest acknowledgment number", even if such
\* a segment repeats text from before SND.WL1. Without it SND.UNA moves on, SND.WND stays, and
\* their sum passes the edge that was promised (model transfer, s5-right-edge)
WindowUpdateGuard(tcb, SEG) ==
  /\ SEG.ACK = tcb.SND_UNA
  /\ \/ tcb.SND_WL2 \prec SEG.ACK
     \/ tcb.SND_WL1 \prec SEG.SEQ
     \/ (tcb.SND_WL1 = SEG.SEQ /\ tcb.SND_WL2 \preceq SEG.ACK)
WindowUpdateEffect(w, SEG) ==
  LET tcb == w.tcb
  IN FireWithSizes(w,
                   "window-update",
                   [tcb EXCEPT !.SND_WND = SEG.WND,
                               !.SND_WND_MAX = Max(tcb.SND_WND_MAX, SEG.WND),
                               !.SND_WL1 = SEG.SEQ,
                               !.SND_WL2 = SEG.ACK,
                               !.RETRIES = IF SEG.WND = 0 THEN 0 ELSE tcb.RETRIES],
                   {"SND_WND", "SND_WND_MAX", "RETRIES"})

\* tcp/segment-arrives.yaml:316, RFC 9293 section 3.10.7.4 fifth check, ESTABLISHED
WindowKeepsGuard(tcb, SEG) ==
  ~(/\ SEG.ACK = tcb.SND_UNA
    /\ \/ tcb.SND_WL2 \prec SEG.ACK
       \/ tcb.SND_WL1 \prec SEG.SEQ
       \/ (tcb.SND_WL1 = SEG.SEQ /\ tcb.SND_WL2 \preceq SEG.ACK))
WindowKeepsEffect(w) ==
  Fire(w, "window-keeps", w.tcb)

SegmentArrives_Window(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED",
                                   "FIN-WAIT-1",
                                   "FIN-WAIT-2",
                                   "CLOSE-WAIT",
                                   "CLOSING",
                                   "LAST-ACK",
                                   "TIME-WAIT"}
            THEN w
            ELSE CASE WindowUpdateGuard(w.tcb, SEG) -> WindowUpdateEffect(w, SEG)
                   [] WindowKeepsGuard(w.tcb, SEG) -> WindowKeepsEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "window")
  IN SegmentArrives_FinAcknowledged(w1, SEG)

\* The step fin-acknowledged: tcp/segment-arrives.yaml:321, RFC 9293 section 3.10.7.4 fifth check, FIN-WAIT-1 to TIME-WAIT

\* tcp/segment-arrives.yaml:324, RFC 9293 section 3.10.7.4 fifth check, FIN-WAIT-1 to TIME-WAIT
FinUnacknowledgedGuard(tcb) ==
  /\ tcb.STATE \in {"ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "CLOSING", "LAST-ACK"}
  /\ ~fin_acknowledged(tcb)
FinUnacknowledgedEffect(w) ==
  Fire(w, "fin-unacknowledged", w.tcb)

\* tcp/segment-arrives.yaml:334, RFC 9293 section 3.10.7.4 fifth check, FIN-WAIT-1 to TIME-WAIT
\* nobody will receive what the other side may still send, so that its FIN is not waited for
\* without end
FinWait1OrphanedGuard(tcb) ==
  tcb.STATE = "FIN-WAIT-1" /\ fin_acknowledged(tcb) /\ CLOSE_UNREAD_RESETS
FinWait1OrphanedEffect(w) ==
  LET w1 == Fire(w, "fin-wait-1-orphaned", [w.tcb EXCEPT !.STATE = "FIN-WAIT-2"])
      w2 == DoTell(w1, "closed")
  IN Arm(w2, "fin-wait-2")

\* tcp/segment-arrives.yaml:343, RFC 9293 section 3.10.7.4 fifth check, FIN-WAIT-1 to TIME-WAIT
FinWait2AcknowledgedGuard(tcb) ==
  tcb.STATE = "FIN-WAIT-2"
FinWait2AcknowledgedEffect(w) ==
  Fire(w, "fin-wait-2-acknowledged", w.tcb)

\* tcp/segment-arrives.yaml:346, RFC 9293 MUST-13
\* no more is done with the segment, but what is owed, as for the FIN that came before, is still
\* paid (acknowledge)
ClosingAcknowledgedGuard(tcb) ==
  tcb.STATE = "CLOSING" /\ fin_acknowledged(tcb)
ClosingAcknowledgedEffect(w) ==
  LET w1 == Fire(w, "closing-acknowledged", [w.tcb EXCEPT !.STATE = "TIME-WAIT"])
      w2 == DoTell(w1, "closed")
      w3 == Disarm(w2, "retransmission")
      w4 == Disarm(w3, "keep-alive")
      w5 == Disarm(w4, "user")
  IN Arm(w5, "time-wait")

\* tcp/segment-arrives.yaml:359, RFC 9293 section 3.10.7.4 fifth check, FIN-WAIT-1 to TIME-WAIT
LastAckAcknowledgedGuard(tcb) ==
  tcb.STATE = "LAST-ACK" /\ fin_acknowledged(tcb)
LastAckAcknowledgedEffect(w) ==
  LET w1 == Fire(w, "last-ack-acknowledged", w.tcb)
      w2 == DoLeave(w1)
      w3 == DoTell(w2, "closed")
      w4 == Delete(w3)
  IN Stop(w4)

\* tcp/segment-arrives.yaml:365, RFC 9293 section 3.10.7.4 fifth check, FIN-WAIT-1 to TIME-WAIT
\* an acceptable segment in TIME-WAIT is not answered, see seq-repeated-fin (trap 14); the FIN may
\* be owed its acknowledgement yet
TimeWaitAcknowledgedGuard(tcb) ==
  tcb.STATE = "TIME-WAIT"
TimeWaitAcknowledgedEffect(w) ==
  Fire(w, "time-wait-acknowledged", w.tcb)

SegmentArrives_FinAcknowledged(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED",
                                   "FIN-WAIT-1",
                                   "FIN-WAIT-2",
                                   "CLOSE-WAIT",
                                   "CLOSING",
                                   "LAST-ACK",
                                   "TIME-WAIT"}
            THEN w
            ELSE CASE FinUnacknowledgedGuard(w.tcb) -> FinUnacknowledgedEffect(w)
                   [] FinWait1OrphanedGuard(w.tcb) -> FinWait1OrphanedEffect(w)
                   [] FinWait2AcknowledgedGuard(w.tcb) -> FinWait2AcknowledgedEffect(w)
                   [] ClosingAcknowledgedGuard(w.tcb) -> ClosingAcknowledgedEffect(w)
                   [] LastAckAcknowledgedGuard(w.tcb) -> LastAckAcknowledgedEffect(w)
                   [] TimeWaitAcknowledgedGuard(w.tcb) -> TimeWaitAcknowledgedEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "fin-acknowledged")
  IN IF w1.on THEN SegmentArrives_UnwantedText(w1, SEG) ELSE {w1}

\* The step unwanted-text: tcp/segment-arrives.yaml:395, RFC 9293 section 3.6.1

\* tcp/segment-arrives.yaml:400, RFC 9293 MAY-1 SHLD-3
\* new text after a half-duplex CLOSE; nobody will take it
TextUnwantedEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "text-unwanted", tcb)
      w2 == DoSend(w1, reset_seq(tcb), 0, {"RST"}, 0, tcb.RCV_WND, 0, 0)
      w3 == DoTell(w2, "reset")
      w4 == Delete(w3)
  IN Stop(w4)

SegmentArrives_UnwantedTextOnly(tcb, SEG) ==
  CLOSE_UNREAD_RESETS /\ SEG.TEXT > 0 /\ first_new(tcb, SEG) \prec end_new(tcb, SEG)

SegmentArrives_UnwantedText(w, SEG) ==
  LET w1 == IF \/ w.tcb.STATE \notin {"FIN-WAIT-1", "FIN-WAIT-2"}
               \/ ~SegmentArrives_UnwantedTextOnly(w.tcb, SEG)
            THEN w
            ELSE TextUnwantedEffect(w)
  IN IF w1.on THEN SegmentArrives_Text(w1, SEG) ELSE {w1}

\* The step text: tcp/segment-arrives.yaml:410, RFC 9293 section 3.10.7.4 seventh check

\* tcp/segment-arrives.yaml:414, RFC 9293 section 3.10.7.4 seventh check
TextNoneGuard(SEG) ==
  SEG.TEXT = 0
TextNoneEffect(w) ==
  Fire(w, "text-none", w.tcb)

\* tcp/segment-arrives.yaml:417, RFC 9293 section 3.10.7.4 seventh check
TextNothingNewGuard(tcb, SEG) ==
  SEG.TEXT > 0 /\ first_new(tcb, SEG) \succeq end_new(tcb, SEG)
TextNothingNewEffect(w) ==
  Fire(w, "text-nothing-new", [w.tcb EXCEPT !.ACK_OWED = "soon"])

\* tcp/segment-arrives.yaml:421, RFC 9293 section 3.10.7.4 seventh check SHLD-14 SHLD-19
\* the right edge of the window, RCV.NXT + RCV.WND, stays where it was promised (SHLD-14). Only a
\* full segment may wait for another: whoever sends less has nothing more to send, or holds it back
\* until this is acknowledged (Nagle)
TextInOrderGuard(tcb, SEG) ==
  /\ SEG.TEXT > 0
  /\ first_new(tcb, SEG) \prec end_new(tcb, SEG)
  /\ SEG.SEQ \preceq tcb.RCV_NXT
  /\ tcb.RCV_HELD = {}
TextInOrderEffect(w, SEG) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "text-in-order",
                          [tcb EXCEPT !.RCV_UNREAD =
                                        tcb.RCV_UNREAD + Diff(end_new(tcb, SEG), tcb.RCV_NXT),
                                      !.RCV_WND =
                                        tcb.RCV_WND - Diff(end_new(tcb, SEG), tcb.RCV_NXT),
                                      !.RCV_NXT = end_new(tcb, SEG),
                                      !.ACK_OWED =
                                        IF tcb.ACK_OWED = "nothing" /\ full_sized(tcb, SEG)
                                        THEN "later"
                                        ELSE "soon"],
                          {"RCV_UNREAD", "RCV_WND"})
      w2 == DoKeep(w1, tcb.RCV_NXT, end_new(tcb, SEG))
  IN DoDeliver(w2, tcb.RCV_NXT, Diff(end_new(tcb, SEG), tcb.RCV_NXT))

\* tcp/segment-arrives.yaml:435, RFC 9293 section 3.8.6.3 SHLD-31 MAY-13; 5681 section 4.2
\* text ahead of a gap is kept and acknowledged at once, so that the sender learns of the gap. It
\* counts these acknowledgements, so each such segment has one of its own, even of those that came
\* together (MUST-59 speaks of acknowledgements that one can stand for)
TextAheadGuard(tcb, SEG) ==
  /\ SEG.TEXT > 0
  /\ first_new(tcb, SEG) \prec end_new(tcb, SEG)
  /\ SEG.SEQ \succ tcb.RCV_NXT
  /\ Fits(tcb.RCV_HELD, first_new(tcb, SEG), end_new(tcb, SEG))
TextAheadEffect(w, SEG) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "text-ahead",
                 [tcb EXCEPT !.RCV_HELD =
                               With(tcb.RCV_HELD, first_new(tcb, SEG), end_new(tcb, SEG)),
                             !.ACK_OWED = "nothing"])
      w2 == DoKeep(w1, first_new(tcb, SEG), end_new(tcb, SEG))
      w3 == DoSend(w2, tcb.SND_NXT, tcb.RCV_NXT, {"ACK"}, 0, tcb.RCV_WND, 0, 0)
  IN Disarm(w3, "delayed-ack")

\* tcp/segment-arrives.yaml:448, RFC 9293 section 3.8.6.3 SHLD-31
\* fills all or part of a gap; what waited behind it follows (gather-held)
TextHeldGuard(tcb, SEG) ==
  /\ SEG.TEXT > 0
  /\ first_new(tcb, SEG) \prec end_new(tcb, SEG)
  /\ SEG.SEQ \preceq tcb.RCV_NXT
  /\ ~(tcb.RCV_HELD = {})
  /\ Fits(tcb.RCV_HELD, first_new(tcb, SEG), end_new(tcb, SEG))
TextHeldEffect(w, SEG) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "text-held",
                 [tcb EXCEPT !.RCV_HELD =
                               With(tcb.RCV_HELD, first_new(tcb, SEG), end_new(tcb, SEG)),
                             !.ACK_OWED = "soon"])
  IN DoKeep(w1, first_new(tcb, SEG), end_new(tcb, SEG))

\* tcp/segment-arrives.yaml:458, RFC 9293 section 3.10.7.4 seventh check
\* more gaps than we keep track of; the text will come again
TextNoRoomGuard(tcb, SEG) ==
  /\ SEG.TEXT > 0
  /\ first_new(tcb, SEG) \prec end_new(tcb, SEG)
  /\ ~(SEG.SEQ \preceq tcb.RCV_NXT /\ tcb.RCV_HELD = {})
  /\ ~Fits(tcb.RCV_HELD, first_new(tcb, SEG), end_new(tcb, SEG))
TextNoRoomEffect(w) ==
  Fire(w, "text-no-room", [w.tcb EXCEPT !.ACK_OWED = "soon"])

SegmentArrives_Text(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
            THEN w
            ELSE CASE TextNoneGuard(SEG) -> TextNoneEffect(w)
                   [] TextNothingNewGuard(w.tcb, SEG) -> TextNothingNewEffect(w)
                   [] TextInOrderGuard(w.tcb, SEG) -> TextInOrderEffect(w, SEG)
                   [] TextAheadGuard(w.tcb, SEG) -> TextAheadEffect(w, SEG)
                   [] TextHeldGuard(w.tcb, SEG) -> TextHeldEffect(w, SEG)
                   [] TextNoRoomGuard(w.tcb, SEG) -> TextNoRoomEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "text")
  IN SegmentArrives_Gather(w1, SEG)

\* The step gather: tcp/segment-arrives.yaml:465, RFC 9293 section 3.10.7.4 seventh check

\* tcp/segment-arrives.yaml:469, RFC 9293 section 3.10.7.4 seventh check MUST-59 SHLD-14 SHLD-31
\* a gap has been filled; what waited behind it is in order now
GatherHeldGuard(tcb) ==
  Contains(tcb.RCV_HELD, tcb.RCV_NXT)
GatherHeldEffect(w) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "gather-held",
                          [tcb EXCEPT !.RCV_UNREAD =
                                        tcb.RCV_UNREAD +
                                          Diff(EndOf(tcb.RCV_HELD, tcb.RCV_NXT), tcb.RCV_NXT),
                                      !.RCV_WND =
                                        tcb.RCV_WND -
                                          Diff(EndOf(tcb.RCV_HELD, tcb.RCV_NXT), tcb.RCV_NXT),
                                      !.RCV_NXT = EndOf(tcb.RCV_HELD, tcb.RCV_NXT),
                                      !.RCV_HELD =
                                        From(tcb.RCV_HELD, EndOf(tcb.RCV_HELD, tcb.RCV_NXT))],
                          {"RCV_UNREAD", "RCV_WND"})
  IN DoDeliver(w1, tcb.RCV_NXT, Diff(EndOf(tcb.RCV_HELD, tcb.RCV_NXT), tcb.RCV_NXT))

\* tcp/segment-arrives.yaml:480, RFC 9293 section 3.10.7.4 seventh check
GatherNothingGuard(tcb) ==
  ~Contains(tcb.RCV_HELD, tcb.RCV_NXT)
GatherNothingEffect(w) ==
  Fire(w, "gather-nothing", w.tcb)

SegmentArrives_Gather(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
            THEN w
            ELSE CASE GatherHeldGuard(w.tcb) -> GatherHeldEffect(w)
                   [] GatherNothingGuard(w.tcb) -> GatherNothingEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "gather")
  IN SegmentArrives_FinSeen(w1, SEG)

\* The step fin-seen: tcp/segment-arrives.yaml:484, RFC 9293 section 3.10.7.4 eighth check

\* tcp/segment-arrives.yaml:489, RFC 9293 section 3.10.7.4 eighth check
\* a FIN ahead of a gap is remembered as text is, and takes effect when the gap is filled; the text
\* before it has been answered then (text-ahead)
FinNotedGuard(tcb, SEG) ==
  /\ SEG.SEQ \oplus SEG.TEXT \succeq tcb.RCV_NXT
  /\ SEG.SEQ \oplus SEG.TEXT \prec tcb.RCV_NXT \oplus tcb.RCV_WND
FinNotedEffect(w, SEG) ==
  LET tcb == w.tcb
  IN Fire(w,
          "fin-noted",
          [tcb EXCEPT !.RCV_FIN = TRUE,
                      !.RCV_FIN_SEQ = SEG.SEQ \oplus SEG.TEXT,
                      !.ACK_OWED =
                        IF SEG.TEXT > 0 /\ SEG.SEQ \oplus SEG.TEXT \succ tcb.RCV_NXT
                        THEN tcb.ACK_OWED
                        ELSE "soon"])

\* tcp/segment-arrives.yaml:499, RFC 9293 section 3.10.7.4 eighth check
\* cut away with what lies outside the window
FinOutsideGuard(tcb, SEG) ==
  ~(/\ SEG.SEQ \oplus SEG.TEXT \succeq tcb.RCV_NXT
    /\ SEG.SEQ \oplus SEG.TEXT \prec tcb.RCV_NXT \oplus tcb.RCV_WND)
FinOutsideEffect(w) ==
  Fire(w, "fin-outside", [w.tcb EXCEPT !.ACK_OWED = "soon"])

SegmentArrives_FinSeen(w, SEG) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"} \/ ~SEG.FIN
            THEN w
            ELSE CASE FinNotedGuard(w.tcb, SEG) -> FinNotedEffect(w, SEG)
                   [] FinOutsideGuard(w.tcb, SEG) -> FinOutsideEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "fin-seen")
  IN SegmentArrives_Fin(w1)

\* The step fin: tcp/segment-arrives.yaml:505, RFC 9293 section 3.10.7.4 eighth check

\* tcp/segment-arrives.yaml:510, RFC 9293 section 3.10.7.4 eighth check MUST-12
FinEstablishedGuard(tcb) ==
  tcb.STATE = "ESTABLISHED"
FinEstablishedEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "fin-established",
                 [tcb EXCEPT !.RCV_NXT = tcb.RCV_NXT \oplus 1,
                             !.RCV_FIN = FALSE,
                             !.STATE = "CLOSE-WAIT"])
  IN DoTell(w1, "peer-closed")

\* tcp/segment-arrives.yaml:519, RFC 9293 section 3.10.7.4 eighth check MUST-12
\* were our FIN acknowledged, the fifth check would have moved on to FIN-WAIT-2 (trap 2, erratum
\* 8805)
FinWait1FinGuard(tcb) ==
  tcb.STATE = "FIN-WAIT-1"
FinWait1FinEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "fin-wait-1-fin",
                 [tcb EXCEPT !.RCV_NXT = tcb.RCV_NXT \oplus 1,
                             !.RCV_FIN = FALSE,
                             !.STATE = "CLOSING"])
  IN DoTell(w1, "peer-closed")

\* tcp/segment-arrives.yaml:529, RFC 9293 MUST-13 MUST-12
FinWait2FinGuard(tcb) ==
  tcb.STATE = "FIN-WAIT-2"
FinWait2FinEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "fin-wait-2-fin",
                 [tcb EXCEPT !.RCV_NXT = tcb.RCV_NXT \oplus 1,
                             !.RCV_FIN = FALSE,
                             !.STATE = "TIME-WAIT"])
      w2 == DoTell(w1, "peer-closed")
      w3 == Disarm(w2, "retransmission")
      w4 == Disarm(w3, "persist")
      w5 == Disarm(w4, "keep-alive")
      w6 == Disarm(w5, "user")
      w7 == Disarm(w6, "fin-wait-2")
  IN Arm(w7, "time-wait")

SegmentArrives_FinOnly(tcb) ==
  tcb.RCV_FIN /\ tcb.RCV_FIN_SEQ = tcb.RCV_NXT

SegmentArrives_Fin(w) ==
  LET w1 == IF \/ w.tcb.STATE \notin {"ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"}
               \/ ~SegmentArrives_FinOnly(w.tcb)
            THEN w
            ELSE CASE FinEstablishedGuard(w.tcb) -> FinEstablishedEffect(w)
                   [] FinWait1FinGuard(w.tcb) -> FinWait1FinEffect(w)
                   [] FinWait2FinGuard(w.tcb) -> FinWait2FinEffect(w)
                   [] OTHER -> NoRow(w, "segment-arrives", "fin")
  IN SegmentArrives_Transmit(w1)

\* The step transmit: tcp/segment-arrives.yaml:545

\* tcp/segment-arrives.yaml:548, RFC 9293 MUST-58 MUST-59
\* an acknowledgement may have opened the window, and text may carry the acknowledgement we owe
ArrivalTransmitEffect(w) ==
  CallTransmit(Fire(w, "arrival-transmit", w.tcb))

SegmentArrives_Transmit(w) ==
  LET w1 == IF w.tcb.STATE \notin {"ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "CLOSING", "LAST-ACK"}
            THEN w
            ELSE ArrivalTransmitEffect(w)
  IN SegmentArrives_Acknowledge(w1)

\* The step acknowledge: tcp/segment-arrives.yaml:554

\* tcp/segment-arrives.yaml:556, RFC 9293 section 3.10.7.4 seventh and eighth check MUST-40 MUST-58 SHLD-19
AcknowledgeEffect(w) ==
  CallAcknowledge(Fire(w, "acknowledge", w.tcb))

SegmentArrives_Acknowledge(w) ==
  IF w.tcb.STATE \notin {"ESTABLISHED",
                         "FIN-WAIT-1",
                         "FIN-WAIT-2",
                         "CLOSE-WAIT",
                         "CLOSING",
                         "LAST-ACK",
                         "TIME-WAIT"}
  THEN {w}
  ELSE {AcknowledgeEffect(w)}

SegmentArrivesProcedure(w, SEG) ==
  SegmentArrives_Reuse(w, SEG)

-------------------------------------------------------------------------------
(* send: tcp/send.yaml:1, RFC 9293 section 3.10.2 *)

\* The step send: tcp/send.yaml:5

\* tcp/send.yaml:7, RFC 9293 section 3.10.2
SendNoConnectionGuard(tcb) ==
  tcb.STATE = "CLOSED"
SendNoConnectionEffect(w) ==
  DoRefuse(Fire(w, "send-no-connection", w.tcb), "no-connection")

\* tcp/send.yaml:11, RFC 9293 section 3.10.2
SendUnspecifiedGuard(tcb) ==
  tcb.STATE = "LISTEN"
SendUnspecifiedEffect(w) ==
  DoRefuse(Fire(w, "send-unspecified", w.tcb), "unspecified")

\* tcp/send.yaml:15, RFC 9293 section 3.10.2
SendClosingGuard(tcb) ==
  tcb.STATE \in {"FIN-WAIT-1", "FIN-WAIT-2", "CLOSING", "LAST-ACK", "TIME-WAIT"}
SendClosingEffect(w) ==
  DoRefuse(Fire(w, "send-closing", w.tcb), "closing")

\* tcp/send.yaml:19, RFC 9293 section 3.10.2
\* a CLOSE waits in the queue (close-queued); the RFC does not say what a SEND behind it gets
SendCloseQueuedGuard(tcb) ==
  tcb.STATE = "SYN-RECEIVED" /\ tcb.SND_CLOSED
SendCloseQueuedEffect(w) ==
  DoRefuse(Fire(w, "send-close-queued", w.tcb), "closing")

\* tcp/send.yaml:25, RFC 9293 section 3.10.2 MUST-30
\* our SYN is outstanding, so that the time of a user timeout runs already (PROGRESS)
SendQueuedGuard(tcb) ==
  tcb.STATE \in {"SYN-SENT", "SYN-RECEIVED"} /\ ~(tcb.STATE = "SYN-RECEIVED" /\ tcb.SND_CLOSED)
SendQueuedEffect(w, CALL) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "send-queued",
                          [tcb EXCEPT !.SND_QUEUED = tcb.SND_QUEUED + CALL.LEN,
                                      !.SND_UP =
                                        IF CALL.URGENT
                                        THEN tcb.SND_NXT \oplus tcb.SND_QUEUED \oplus CALL.LEN
                                        ELSE tcb.SND_UP,
                                      !.SND_URG = tcb.SND_URG \/ CALL.URGENT],
                          {"SND_QUEUED"})
  IN DoQueue(w1, tcb.SND_NXT \oplus tcb.SND_QUEUED, CALL.LEN)

\* tcp/send.yaml:36, RFC 9293 section 3.10.2 MUST-30 MUST-62
\* SND.UP is the number behind the last byte of this SEND, not SND.NXT as it was before or after
\* that was cut into segments, which may be before or behind text that waits (trap 17)
SendTransmitGuard(tcb) ==
  tcb.STATE \in {"ESTABLISHED", "CLOSE-WAIT"}
SendTransmitEffect(w, CALL) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "send-transmit",
                          [tcb EXCEPT !.SND_QUEUED = tcb.SND_QUEUED + CALL.LEN,
                                      !.SND_UP =
                                        IF CALL.URGENT
                                        THEN tcb.SND_NXT \oplus tcb.SND_QUEUED \oplus CALL.LEN
                                        ELSE tcb.SND_UP,
                                      !.SND_URG = tcb.SND_URG \/ CALL.URGENT],
                          {"SND_QUEUED"})
      w2 == DoQueue(w1, tcb.SND_NXT \oplus tcb.SND_QUEUED, CALL.LEN)
  IN CallTransmit(w2)

Send_Send(w, CALL) ==
  CASE SendNoConnectionGuard(w.tcb) -> SendNoConnectionEffect(w)
    [] SendUnspecifiedGuard(w.tcb) -> SendUnspecifiedEffect(w)
    [] SendClosingGuard(w.tcb) -> SendClosingEffect(w)
    [] SendCloseQueuedGuard(w.tcb) -> SendCloseQueuedEffect(w)
    [] SendQueuedGuard(w.tcb) -> SendQueuedEffect(w, CALL)
    [] SendTransmitGuard(w.tcb) -> SendTransmitEffect(w, CALL)
    [] OTHER -> NoRow(w, "send", "send")

SendProcedure(w, CALL) ==
  Send_Send(w, CALL)

-------------------------------------------------------------------------------
(* time-wait-timeout: tcp/time-wait-timeout.yaml:1, RFC 9293 section 3.10.8 *)

\* The step time-wait: tcp/time-wait-timeout.yaml:6

\* tcp/time-wait-timeout.yaml:8, RFC 9293 MUST-13
TimeWaitOverEffect(w) ==
  LET w1 == Fire(w, "time-wait-over", w.tcb)
      w2 == DoLeave(w1)
  IN Delete(w2)

TimeWaitTimeout_TimeWait(w) ==
  TimeWaitOverEffect(w)

TimeWaitTimeoutProcedure(w) ==
  TimeWaitTimeout_TimeWait(w)

-------------------------------------------------------------------------------
(* Events: the set of all outcomes, one where nothing is left out. *)

\* tcp/vocabulary.yaml:249
\* a segment arrives whose checksum is right and whose options were read
OnSegment(w, SEG, ISN) ==
  CASE w.tcb.STATE = "CLOSED" -> {SegmentArrivesClosedProcedure(w, SEG)}
    [] w.tcb.STATE = "LISTEN" -> {SegmentArrivesListenProcedure(w, SEG, ISN)}
    [] w.tcb.STATE = "SYN-SENT" -> {SegmentArrivesSynSentProcedure(w, SEG)}
    [] w.tcb.STATE \in {"SYN-RECEIVED",
                        "ESTABLISHED",
                        "FIN-WAIT-1",
                        "FIN-WAIT-2",
                        "CLOSE-WAIT",
                        "CLOSING",
                        "LAST-ACK",
                        "TIME-WAIT"} ->
       SegmentArrivesProcedure(w, SEG)
    [] OTHER -> {NoRow(w, "segment", "")}

\* tcp/vocabulary.yaml:284
OnOpen(w, CALL, ISN) ==
  CASE w.tcb.STATE \in {"SYN-SENT",
                        "SYN-RECEIVED",
                        "ESTABLISHED",
                        "FIN-WAIT-1",
                        "FIN-WAIT-2",
                        "CLOSE-WAIT",
                        "CLOSING",
                        "LAST-ACK",
                        "TIME-WAIT"} ->
       {OpenRefusedProcedure(w)}
    [] w.tcb.STATE \in {"CLOSED", "LISTEN"} -> {OpenProcedure(w, CALL, ISN)}
    [] OTHER -> {NoRow(w, "OPEN", "")}

\* tcp/vocabulary.yaml:285
OnSend(w, CALL) ==
  {SendProcedure(w, CALL)}

\* tcp/vocabulary.yaml:294
OnReceive(w, EVENT) ==
  {ReceiveProcedure(w, EVENT)}

\* tcp/vocabulary.yaml:300
OnClose(w) ==
  {CloseProcedure(w)}

\* tcp/vocabulary.yaml:240
\* expires: it is disarmed before anything else
OnRetransmission(before) ==
  LET w == Disarm(before, "retransmission")
  IN CASE w.tcb.STATE \in {"SYN-SENT",
                           "SYN-RECEIVED",
                           "ESTABLISHED",
                           "FIN-WAIT-1",
                           "CLOSE-WAIT",
                           "CLOSING",
                           "LAST-ACK"} ->
          {RetransmissionTimeoutProcedure(w)}
       [] OTHER -> {NoRow(w, "timer retransmission", "")}

\* tcp/vocabulary.yaml:241
\* expires: it is disarmed before anything else
OnPersist(before) ==
  LET w == Disarm(before, "persist")
  IN CASE w.tcb.STATE \in {"ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "CLOSING", "LAST-ACK"} ->
          {PersistTimeoutProcedure(w)}
       [] OTHER -> {NoRow(w, "timer persist", "")}

\* tcp/vocabulary.yaml:242
\* expires: it is disarmed before anything else
OnTimeWait(before) ==
  LET w == Disarm(before, "time-wait")
  IN CASE w.tcb.STATE = "TIME-WAIT" -> {TimeWaitTimeoutProcedure(w)}
       [] OTHER -> {NoRow(w, "timer time-wait", "")}

\* tcp/vocabulary.yaml:243
\* expires: it is disarmed before anything else
OnFinWait2(before) ==
  LET w == Disarm(before, "fin-wait-2")
  IN CASE w.tcb.STATE = "FIN-WAIT-2" -> {FinWait2TimeoutProcedure(w)}
       [] OTHER -> {NoRow(w, "timer fin-wait-2", "")}

===============================================================================
