----------------------------- MODULE TcpMechanism -----------------------------
(***************************************************************************)
(* What the mechanism does for each effect a row of TCP may ask for: the   *)
(* model's counterpart of the hand-written Java. One operator Do... for    *)
(* each effect of the vocabulary, its slots in their order, so that a new  *)
(* effect without an operator here does not parse.                         *)
(*                                                                         *)
(* Text is a stream of numbered bytes: the user sends 1, 2, 3, ... and the *)
(* other user must get 1, 2, 3, ... Buffers hold bytes by sequence number. *)
(***************************************************************************)
EXTENDS Lockstep

(* The mechanism's part of an endpoint:                                       *)
(*   sent       how many bytes the user has given us                          *)
(*   queue      sequence number -> byte: not acknowledged or not sent yet     *)
(*   held       sequence number -> byte: arrived, not in order yet            *)
(*   delivered  the bytes that came in order                                  *)
(*   taken      how many of those the user has taken                          *)
(*   left       how many bytes that arrived the user may take, though the     *)
(*              control block is gone; to take them is no event               *)
(*   told       the news the user has been told                               *)
(*   bound      a passive record has been bound to a peer                     *)
(*   first      <<n>> when a segment was handed on and no connection has been *)
(*              opened since: ISN is not before n                             *)

NoText == [at \in {} |-> 0]

FreshSocket ==
  [sent |-> 0, queue |-> NoText, held |-> NoText, delivered |-> <<>>, taken |-> 0, left |-> 0, told |-> {},
   bound |-> FALSE, first |-> <<>>]

\* A call begins: OPEN makes a new socket, the others use the one there is.
Called(call, socket) == IF call = "OPEN" THEN [FreshSocket EXCEPT !.first = socket.first] ELSE socket

\* What the generator of initial sequence numbers gives where the model offers isn.
Offer_ISN(socket, isn) == IF socket.first = <<>> THEN isn ELSE Later(isn, socket.first[1])

\* The control block is deleted: buffers go with it, what the user saw, and what is left to it, stays.
Forget(w) == [w EXCEPT !.socket.queue = NoText, !.socket.held = NoText, !.socket.bound = FALSE]

\* What the user has been told; whether what it got is the beginning of what the other user sent.
Told(socket, news) == news \in socket.told
Intact(socket, other) ==
  /\ Len(socket.delivered) <= other.sent
  /\ \A i \in 1 .. Len(socket.delivered) : socket.delivered[i] = i

-------------------------------------------------------------------------------
(* A segment on its way is what `send` says, with its text.                   *)

\* The fields of the event, as the mechanism reads them off the wire.
Arriving(segment) ==
  LET ctl == segment.CTL
  IN [SEQ     |-> segment.SEQ,
      ACK     |-> segment.ACK,
      WND     |-> segment.WND,
      TEXT    |-> Len(segment.TEXT),
      SYN     |-> "SYN" \in ctl,
      FIN     |-> "FIN" \in ctl,
      RST     |-> "RST" \in ctl,
      CTL_ACK |-> "ACK" \in ctl,
      PSH     |-> "PSH" \in ctl,
      URG     |-> "URG" \in ctl \/ segment.UP # 0,
      UP      |-> segment.UP,
      MSS     |-> segment.MSS]

\* What arrives in a step in which nothing does.
NothingArrives == Arriving([SEQ |-> 0, ACK |-> 0, CTL |-> {}, WND |-> 0, MSS |-> 0, UP |-> 0, TEXT |-> <<>>])

\* The number of the first byte of text: behind the SYN, if there is one.
FirstByte(SEQ, CTL) == IF "SYN" \in CTL THEN SEQ \oplus 1 ELSE SEQ

\* The bytes at the numbers from `at` on.
Bytes(text, at, len) == [i \in 1 .. len |-> text[at \oplus (i - 1)]]

Holds(text, at, len) == \A i \in 0 .. len - 1 : at \oplus i \in DOMAIN text

-------------------------------------------------------------------------------
(* The effects.                                                               *)

DoSend(w, SEQ, ACK, CTL, LEN, WND, MSS, UP) ==
  LET at == FirstByte(SEQ, CTL)
      text == IF LEN = 0 THEN <<>> ELSE Bytes(w.socket.queue, at, LEN)
  IN IF Assert(Holds(w.socket.queue, at, LEN), <<"send: text that is not in the queue", w>>)
     THEN [w EXCEPT !.out =
            Append(@, [SEQ |-> SEQ, ACK |-> ACK, CTL |-> CTL, WND |-> WND, MSS |-> MSS, UP |-> UP, TEXT |-> text])]
     ELSE w

\* The octet is none of the user's: no byte has the number 0.
DoGarbage(w, SEQ, ACK, WND) ==
  [w EXCEPT !.out = Append(@, [SEQ |-> SEQ, ACK |-> ACK, CTL |-> {"ACK"}, WND |-> WND, MSS |-> 0, UP |-> 0, TEXT |-> <<0>>])]

DoQueue(w, AT, LEN) ==
  LET new == Interval(AT, AT \oplus LEN)
      old == w.socket.queue
      text == [x \in DOMAIN old \cup new |-> IF x \in new THEN w.socket.sent + Diff(x, AT) + 1 ELSE old[x]]
  IN [w EXCEPT !.socket.queue = text, !.socket.sent = @ + LEN]

DoAcknowledged(w, UPTO) ==
  [w EXCEPT !.socket.queue = [x \in {y \in DOMAIN @ : y \succeq UPTO} |-> @[x]]]

DoKeep(w, FIRST, LAST) ==
  LET new == Interval(FIRST, LAST)
      old == w.socket.held
      at == FirstByte(w.segment.SEQ, w.segment.CTL)
      text == [x \in DOMAIN old \cup new |-> IF x \in new THEN w.segment.TEXT[Diff(x, at) + 1] ELSE old[x]]
  IN [w EXCEPT !.socket.held = text]

DoDeliver(w, FIRST, LEN) ==
  LET old == w.socket.held
      left == DOMAIN old \ Interval(FIRST, FIRST \oplus LEN)
  IN IF Assert(Holds(old, FIRST, LEN), <<"deliver: text that did not arrive", w>>)
     THEN [w EXCEPT !.socket.delivered = @ \o Bytes(old, FIRST, LEN), !.socket.held = [x \in left |-> old[x]]]
     ELSE w

DoTake(w, LEN) ==
  IF Assert(w.socket.taken + LEN <= Len(w.socket.delivered), <<"take: text that was not delivered", w>>)
  THEN [w EXCEPT !.socket.taken = @ + LEN]
  ELSE w

DoAccept(w) == w
DoLeave(w) == [w EXCEPT !.socket.left = Len(w.socket.delivered) - w.socket.taken]
DoBind(w) == [w EXCEPT !.socket.bound = TRUE, !.socket.first = <<>>]
DoHandOn(w, FIRST) == [w EXCEPT !.back = <<w.segment>>, !.socket.first = <<FIRST>>]
DoUnbind(w) == [w EXCEPT !.socket = FreshSocket]
\* IP has no choice of ways here, so what it is told changes nothing.
DoAdvise(w) == w

\* Who is shown a state learns nothing that a model could not see.
DoShow(w, URGENT) == w

DoTell(w, NEWS) == [w EXCEPT !.socket.told = @ \cup {NEWS}]
DoRefuse(w, WHY) == [w EXCEPT !.refused = WHY]

===============================================================================
