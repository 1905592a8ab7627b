------------------------------- MODULE Lockstep -------------------------------
(***************************************************************************)
(* What every generated module stands on: the arithmetic of the tables'    *)
(* language (spec/README.md), the record an event works on, and a channel. *)
(* Written by hand; each operator here has a counterpart in Java, and the  *)
(* two are tested against each other.                                      *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, TLC

CONSTANT N  \* Sequence numbers are 0 .. N-1. Java has 2^32; a small N makes every run wrap around.

ASSUME N \in Nat /\ N >= 4 /\ N % 2 = 0

-------------------------------------------------------------------------------
(* Sequence numbers, modulo N (RFC 9293 section 3.4). Comparing is meant for   *)
(* numbers less than N/2 apart, as (int) (a - b) < 0 is in Java.               *)

Half == N \div 2
SeqNumbers == 0 .. N - 1

\* a - b, signed: -N/2 .. N/2 - 1.
Diff(a, b) == ((a - b + Half) % N) - Half

a \oplus n == (a + n) % N
a \ominus n == (a - n) % N

a \prec b == (a - b) % N >= Half
a \succ b == (b - a) % N >= Half
a \preceq b == (b - a) % N < Half
a \succeq b == (a - b) % N < Half

Earlier(a, b) == IF a \prec b THEN a ELSE b
Later(a, b) == IF a \prec b THEN b ELSE a

-------------------------------------------------------------------------------
(* Sizes and counts.                                                           *)

\* A variable that holds a size or a count is never negative and has room for sums.
Sizes == 0 .. 1073741823

Min(a, b) == IF a < b THEN a ELSE b
Max(a, b) == IF a < b THEN b ELSE a
Abs(a) == IF a < 0 THEN -a ELSE a

\* Division that rounds towards zero, as Java's does; \div rounds down.
Quotient(a, b) ==
  IF (a < 0) = (b < 0) THEN Abs(a) \div Abs(b) ELSE -(Abs(a) \div Abs(b))

-------------------------------------------------------------------------------
(* Ranges: sets of sequence numbers, where Java keeps sorted intervals.        *)

MaxIntervals == 32

\* The numbers from, from + 1, ... up to but not including to.
Interval(from, to) == {from \oplus i : i \in 0 .. Diff(to, from) - 1}

With(ranges, from, to) == ranges \cup Interval(from, to)
Contains(ranges, at) == at \in ranges
From(ranges, at) == {x \in ranges : x \succeq at}

\* The end of the interval that holds `at`; `at` itself when none does.
EndOf(ranges, at) ==
  at \oplus (CHOOSE i \in 0 .. N :
               /\ i = N \/ at \oplus i \notin ranges
               /\ \A j \in 0 .. i - 1 : at \oplus j \in ranges)

Intervals(ranges) == Cardinality({x \in ranges : x \ominus 1 \notin ranges})
Fits(ranges, from, to) == Intervals(With(ranges, from, to)) <= MaxIntervals

-------------------------------------------------------------------------------
(* The record an event works on. Each step takes one and gives the next.       *)
(*   tcb      the control block                                                *)
(*   socket   what the mechanism holds: queues, and what the user has seen     *)
(*   segment  the segment that arrived, if one did                             *)
(*   out      the segments sent, in order                                      *)
(*   back     the segment that arrives once more, if a row handed it on        *)
(*   rows     the ids of the rows that fired, in order                         *)
(*   refused  why the call was not done, or ""                                 *)
(*   on       FALSE once a row has said stop                                   *)

Begin(tcb, socket, segment) ==
  [tcb |-> tcb, socket |-> socket, segment |-> segment, out |-> <<>>, back |-> <<>>, rows |-> <<>>, refused |-> "", on |-> TRUE]

NoSegment == <<>>

\* A row fires: all its assignments at once.
Fire(w, row, tcb) == [w EXCEPT !.tcb = tcb, !.rows = Append(@, row)]
Stop(w) == [w EXCEPT !.on = FALSE]

\* A called procedure's stop returns to its caller, which goes on.
Return(w) == [w EXCEPT !.on = TRUE]

\* The same of a row that assigns these sizes or counts: proofs rely on their range also in the middle of an event.
FireWithSizes(w, row, tcb, sizes) ==
  IF Assert(\A name \in sizes : tcb[name] \in Sizes, <<"a size is out of its range", row, tcb>>)
  THEN Fire(w, row, tcb)
  ELSE w

\* Inside a step exactly one row matches. The proof says so; this is where TLC says so too.
NoRow(w, procedure, step) ==
  Assert(FALSE, <<"no row matches", procedure, step, w.tcb.STATE, w.segment, w.tcb>>)

Arm(w, timer) == [w EXCEPT !.tcb.ARMED = @ \cup {timer}]
Disarm(w, timer) == [w EXCEPT !.tcb.ARMED = @ \ {timer}]

\* A call that was refused or must wait: nothing happened.
InVain(w, tcb, socket) == w.refused # "" \/ (w.tcb = tcb /\ w.socket = socket /\ w.out = <<>>)

-------------------------------------------------------------------------------
(* A channel is a FIFO; each of these disturbances costs one fault. A segment  *)
(* is lost when it would have arrived: losing it earlier shows nothing more.   *)

Lose(channel) == Tail(channel)
Duplicate(channel) == Append(channel, Head(channel))
Delay(channel) == Append(Tail(channel), Head(channel))

-------------------------------------------------------------------------------
(* For who watches: TLC run with Lockstep's own operators counts rows and      *)
(* notes witnesses, premises and pairs of states (class Watch of tun-harness). To   *)
(* every other TLC these are just TRUE.                                        *)

Fired(rows) == TRUE
Witnessed(name) == TRUE
Applies(claim) == TRUE
Paired(one, other) == TRUE

===============================================================================
