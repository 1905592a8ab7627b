------------------------------- MODULE Recorded -------------------------------
(***************************************************************************)
(* What stands in place of parts of Lockstep and TcpMechanism where a      *)
(* recorded run is held against the tables (RecordedRun.cfg says so): with *)
(* real windows, no set of numbers can be listed, so a set of numbers is a *)
(* set of intervals <<from, to>>, as in Java, and of text only the length  *)
(* is known.                                                               *)
(*                                                                         *)
(* Numbers are those of the wire modulo N = 2^30, which is all that TLC's  *)
(* own numbers have room for. Sums and differences carry over as they are, *)
(* and so does every comparison of numbers less than 2^29 apart.           *)
(***************************************************************************)
EXTENDS TcpMechanism

-------------------------------------------------------------------------------
(* Sets of sequence numbers: intervals that neither overlap nor touch.        *)

First(numbers) == CHOOSE x \in numbers : \A y \in numbers : x \preceq y
Last(numbers) == CHOOSE x \in numbers : \A y \in numbers : y \preceq x

SpansContain(spans, at) == \E s \in spans : s[1] \preceq at /\ at \prec s[2]

SpansWith(spans, from, to) ==
  LET near == {s \in spans : s[1] \preceq to /\ from \preceq s[2]}
  IN IF from \prec to
     THEN (spans \ near) \cup
          {<<First({from} \cup {s[1] : s \in near}), Last({to} \cup {s[2] : s \in near})>>}
     ELSE spans

SpansFrom(spans, at) == {<<Later(s[1], at), s[2]>> : s \in {r \in spans : at \prec r[2]}}

SpansEndOf(spans, at) ==
  IF SpansContain(spans, at)
  THEN (CHOOSE s \in spans : s[1] \preceq at /\ at \prec s[2])[2]
  ELSE at

SpansFit(spans, from, to) == Cardinality(SpansWith(spans, from, to)) <= MaxIntervals

-------------------------------------------------------------------------------
(* The effects. Of the socket there is only what the event has told the user. *)

RecordedDoSend(w, SEQ, ACK, CTL, LEN, WND, MSS, UP) ==
  [w EXCEPT !.out =
    Append(@, [SEQ |-> SEQ, ACK |-> ACK, CTL |-> CTL, LEN |-> LEN, WND |-> WND, MSS |-> MSS, UP |-> UP])]

RecordedDoGarbage(w, SEQ, ACK, WND) == RecordedDoSend(w, SEQ, ACK, {"ACK"}, 1, WND, 0, 0)

RecordedDoTell(w, NEWS) == [w EXCEPT !.socket = Append(@, NEWS)]

RecordedDoQueue(w, AT, LEN) == w
RecordedDoAcknowledged(w, UPTO) == w
RecordedDoKeep(w, FIRST, LAST) == w
RecordedDoDeliver(w, FIRST, LEN) == w
RecordedDoTake(w, LEN) == w
RecordedDoLeave(w) == w
RecordedDoBind(w) == w
RecordedDoUnbind(w) == w

\* What was handed on is an event of its own in the run, and its ISN stands there.
RecordedDoHandOn(w, FIRST) == w
RecordedForget(w) == w

===============================================================================
