-------------------------------- MODULE Toy --------------------------------
(* Toy Protocol, RFC 0 §1.

   Generated from the tables of toy: do not edit. Each row is two operators, what must hold for it to
   fire and what it does; its name is the row's id. *)
EXTENDS ToyMechanism

(* Parameters: each is a SHOULD or MAY, or a place where stacks differ. *)
CONSTANT CHOICE  \* chooses who answers a hook
CONSTANT LIMIT
CONSTANT BASE

-------------------------------------------------------------------------------
(* The control block. *)

States ==
  {"GONE", "NEW", "OLD-1"}

Timers == {"alarm-clock"}

Colour == {"red", "dark-blue"}
Flavour == {"SWEET", "SOUR"}

\* No connection: every variable has its start value, no timer is armed.
NoTcb ==
  [STATE |-> "GONE",
   ARMED |-> {},
   A |-> BASE,
   B |-> 0,
   C |-> 0,
   N |-> 0,
   M |-> LIMIT,
   CLASS |-> TRUE,
   HUE |-> "dark-blue",
   HELD |-> {}]

IsTcb(tcb) ==
  /\ tcb.STATE \in States
  /\ tcb.ARMED \subseteq Timers
  /\ tcb.A \in SeqNumbers
  /\ tcb.B \in SeqNumbers
  /\ tcb.C \in SeqNumbers
  /\ tcb.N \in Sizes
  /\ tcb.M \in Sizes
  /\ tcb.CLASS \in BOOLEAN
  /\ tcb.HUE \in Colour
  /\ tcb.HELD \in SUBSET SeqNumbers

Delete(w) == [Forget(w) EXCEPT !.tcb = NoTcb]

-------------------------------------------------------------------------------
(* Definitions. *)

\* toy/vocabulary.yaml:63
far(tcb, PARAMETERS, BY_) ==
  tcb.A \oplus BY_ \prec PARAMETERS \/ PARAMETERS \oplus BY_ \prec tcb.A

\* toy/vocabulary.yaml:67
share(tcb) ==
  (tcb.N * tcb.N) \div Max(tcb.M, 1)

\* toy/vocabulary.yaml:69
is_new(tcb, P) ==
  P.NEW_ > LIMIT \div 4 /\ tcb.STATE = "NEW"

-------------------------------------------------------------------------------
(* Invariants: the proofs of the tables assume them between events, models check them in every state. *)

\* toy/vocabulary.yaml:72
ToyInv(tcb) ==
  tcb.STATE = "NEW" =>
    "alarm-clock" \notin tcb.ARMED \/ tcb.N > 0

-------------------------------------------------------------------------------
(* Rows. tcb is the control block from before the row, w the record the event works on (see Lockstep). What a row asks of the
   mechanism, in ToyMechanism:

   DoShow(w, AT, LEN, TASTE, WHY)
   DoLogIt(w, EFFECTS) *)

-------------------------------------------------------------------------------
(* one-red: toy/poke.yaml:115 *)

\* The step red: toy/poke.yaml:119

\* toy/poke.yaml:121
ToyRedEffect(w, P) ==
  LET tcb == w.tcb
  IN Fire(w, "toy-red", [tcb EXCEPT !.A = tcb.A \oplus 1, !.HUE = P.HUE])

OneRed_Red(w, P) ==
  IF w.tcb.STATE # "NEW"
  THEN w
  ELSE ToyRedEffect(w, P)

OneRedProcedure(w, P) ==
  OneRed_Red(w, P)

-------------------------------------------------------------------------------
(* one-blue: toy/poke.yaml:123 *)

\* The step blue: toy/poke.yaml:128

\* toy/poke.yaml:130
ToyBlueEffect(w) ==
  LET tcb == w.tcb
  IN Fire(w, "toy-blue", [tcb EXCEPT !.A = tcb.A \ominus 1])

OneBlue_Blue(w) ==
  ToyBlueEffect(w)

OneBlueProcedure(w) ==
  OneBlue_Blue(w)

\* toy/vocabulary.yaml:59
CallHookOne(w, P) ==
  IF CHOICE = "red"
  THEN OneRedProcedure(w, P)
  ELSE IF CHOICE = "dark-blue" /\ w.tcb.STATE = "NEW"
       THEN OneBlueProcedure(w)
       ELSE w

-------------------------------------------------------------------------------
(* poke: toy/poke.yaml:1, RFC 0 section 2 *)

\* Steps go on to those behind them.
RECURSIVE Poke_Held(_, _),
          Poke_CountDown(_, _),
          Poke_End(_)

\* The step assign: toy/poke.yaml:6
\* right-hand sides read the values from before the row

\* toy/poke.yaml:9, RFC 0 section 2
\* a circle, which takes a local
ToyRotateGuard(tcb, P) ==
  tcb.STATE = "NEW" /\ P.NEW_ = 0
ToyRotateEffect(w) ==
  LET tcb == w.tcb
  IN Fire(w, "toy-rotate", [tcb EXCEPT !.A = tcb.B, !.B = tcb.C, !.C = tcb.A])

\* toy/poke.yaml:18, RFC 0 section 2
\* stands in the middle, is taken last
ToyOtherEffect(w) ==
  Fire(w, "toy-other", w.tcb)

\* toy/poke.yaml:22, RFC 0 section 2
ToyKeepGuard(tcb, P) ==
  tcb.STATE = "NEW" /\ 0 < P.NEW_ /\ P.NEW_ <= 3
ToyKeepEffect(w, P) ==
  LET tcb == w.tcb
      w1 == FireWithSizes(w,
                          "toy-keep",
                          [tcb EXCEPT !.N = tcb.N + P.NEW_, !.M = tcb.M - (tcb.N + 1)],
                          {"N", "M"})
      w2 == DoShow(w1, tcb.A, tcb.N, {"SWEET"}, "SOUR")
      w3 == DoLogIt(w2, tcb.N + P.NEW_)
  IN DoLogIt(w3, tcb.N + P.NEW_)

\* toy/poke.yaml:33, RFC 0 section 2
ToyStaleGuard(tcb, P) ==
  tcb.STATE = "NEW" /\ P.NEW_ = 4
ToyStaleEffect(w, P) ==
  LET tcb == w.tcb
      w1 == Fire(w,
                 "toy-stale",
                 [tcb EXCEPT !.HUE = P.HUE,
                             !.CLASS = ~tcb.CLASS /\ tcb.HUE = "red",
                             !.STATE = "OLD-1"])
  IN Arm(w1, "alarm-clock")

\* toy/poke.yaml:44, RFC 0 section 2
ToyCallGuard(tcb, P) ==
  tcb.STATE = "NEW" /\ P.NEW_ = 5
ToyCallEffect(w, P) ==
  LET tcb == w.tcb
      w1 == Fire(w, "toy-call", tcb)
      w2 == CallHookOne(w1, P)
      w3 == DoShow(w2, tcb.A, tcb.N, {"SWEET", "SOUR"}, "SWEET")
  IN Stop(w3)

Poke_Assign(w, P) ==
  LET w1 == CASE ToyRotateGuard(w.tcb, P) -> ToyRotateEffect(w)
              [] ToyKeepGuard(w.tcb, P) -> ToyKeepEffect(w, P)
              [] ToyStaleGuard(w.tcb, P) -> ToyStaleEffect(w, P)
              [] ToyCallGuard(w.tcb, P) -> ToyCallEffect(w, P)
              [] OTHER -> ToyOtherEffect(w)
  IN IF w1.on THEN Poke_Held(w1, P) ELSE {w1}

\* The step held: toy/poke.yaml:53

\* toy/poke.yaml:57, RFC 0 section 2
ToyHoldGuard(tcb, P) ==
  Fits(tcb.HELD, P.AT, P.AT \oplus P.NEW_) /\ P.NEW_ > 0 /\ ~Contains(tcb.HELD, tcb.A)
ToyHoldEffect(w, P) ==
  LET tcb == w.tcb
      w1 == Fire(w, "toy-hold", [tcb EXCEPT !.HELD = With(tcb.HELD, P.AT, P.AT \oplus P.NEW_)])
  IN DoShow(w1, EndOf(tcb.HELD, P.AT), IF tcb.HELD = {} THEN 1 ELSE 2, {"SWEET"}, "SWEET")

\* toy/poke.yaml:63, RFC 0 section 2
ToyDropGuard(tcb, P) ==
  /\ ~(Fits(tcb.HELD, P.AT, P.AT \oplus P.NEW_) /\ P.NEW_ > 0 /\ ~Contains(tcb.HELD, tcb.A))
  /\ "alarm-clock" \in tcb.ARMED
ToyDropEffect(w, P) ==
  LET tcb == w.tcb
      w1 == Fire(w, "toy-drop", [tcb EXCEPT !.HELD = From(tcb.HELD, P.AT)])
  IN Disarm(w1, "alarm-clock")

\* toy/poke.yaml:69, RFC 0 section 2
ToyHoldNothingGuard(tcb, P) ==
  /\ ~(Fits(tcb.HELD, P.AT, P.AT \oplus P.NEW_) /\ P.NEW_ > 0 /\ ~Contains(tcb.HELD, tcb.A))
  /\ "alarm-clock" \notin tcb.ARMED
ToyHoldNothingEffect(w) ==
  Arm(Fire(w, "toy-hold-nothing", [w.tcb EXCEPT !.HELD = {}]), "alarm-clock")

Poke_HeldOnly(tcb, P) ==
  P.BIT /\ ~(tcb.N = 1 \/ tcb.N = 2)

Poke_Held(w, P) ==
  LET w1 == IF w.tcb.STATE # "NEW" \/ ~Poke_HeldOnly(w.tcb, P)
            THEN w
            ELSE CASE ToyHoldGuard(w.tcb, P) -> ToyHoldEffect(w, P)
                   [] ToyDropGuard(w.tcb, P) -> ToyDropEffect(w, P)
                   [] ToyHoldNothingGuard(w.tcb, P) -> ToyHoldNothingEffect(w)
                   [] OTHER -> NoRow(w, "poke", "held")
  IN Poke_CountDown(w1, P)

\* The step count-down: toy/poke.yaml:75

\* toy/poke.yaml:79, RFC 0 section 2
ToyDownGuard(tcb, P) ==
  is_new(tcb, P)
ToyDownEffect(w) ==
  Fire(w, "toy-down", w.tcb)

\* toy/poke.yaml:83, RFC 0 section 2
ToyDoneGuard ==
  TRUE
ToyDoneEffect(w, P) ==
  LET tcb == w.tcb
  IN FireWithSizes(w,
                   "toy-done",
                   [tcb EXCEPT !.N =
                                 IF tcb.K = 0
                                 THEN IF P.BIT THEN share(tcb) ELSE LIMIT
                                 ELSE Min(tcb.N * 3 - (tcb.M - 1), Abs(tcb.M))],
                   {"N"})

Poke_CountDownOnly(tcb, P) ==
  tcb.STATE \in {"NEW", "OLD-1"} /\ ~far(tcb, P.AT, 3)

RECURSIVE Poke_CountDownRepeated(_, _)
Poke_CountDownRepeated(w, P) ==
  LET tcb == w.tcb
  IN (IF ~(tcb.STATE \in {"NEW", "OLD-1"} /\ ~far(tcb, P.AT, 3))
      THEN {w}
      ELSE {})
     \cup (IF tcb.STATE \in {"NEW", "OLD-1"} /\ ~far(tcb, P.AT, 3)
           THEN LET next == (IF ToyDownGuard(w.tcb, P)
                             THEN Poke_CountDownRepeated(ToyDownEffect(w), P)
                             ELSE {})
                            \cup (IF ToyDoneGuard THEN {ToyDoneEffect(w, P)} ELSE {})
                IN IF next = {} THEN {NoRow(w, "poke", "count-down")} ELSE next
           ELSE {})

Poke_CountDown(w, P) ==
  LET outcomes == Poke_CountDownRepeated(w, P)
  IN UNION {Poke_End(x) : x \in outcomes}

\* The step end: toy/poke.yaml:87

\* toy/poke.yaml:89, RFC 0 section 2
ToyEndGuard(tcb) ==
  tcb.STATE = "NEW"
ToyEndEffect(w) ==
  Fire(w, "toy-end", w.tcb)

\* toy/poke.yaml:90, RFC 0 section 2
ToyDeleteGuard(tcb) ==
  tcb.STATE = "OLD-1"
ToyDeleteEffect(w) ==
  LET tcb == w.tcb
      w1 == Fire(w, "toy-delete", tcb)
      w2 == DoLogIt(w1, tcb.N)
  IN Delete(w2)

Poke_End(w) ==
  CASE ToyEndGuard(w.tcb) -> {ToyEndEffect(w)}
    [] ToyDeleteGuard(w.tcb) -> {ToyDeleteEffect(w)}
    [] OTHER -> {NoRow(w, "poke", "end")}

PokeProcedure(w, P) ==
  Poke_Assign(w, P)

-------------------------------------------------------------------------------
(* poke-gone: toy/poke.yaml:92 *)

\* The step gone: toy/poke.yaml:96

\* toy/poke.yaml:98
ToyGoneEffect(w, P) ==
  LET tcb == w.tcb
  IN Fire(w, "toy-gone", [tcb EXCEPT !.A = Later(tcb.A, P.AT), !.STATE = "NEW"])

PokeGone_Gone(w, P) ==
  ToyGoneEffect(w, P)

PokeGoneProcedure(w, P) ==
  PokeGone_Gone(w, P)

-------------------------------------------------------------------------------
(* BOX-UP: toy/poke.yaml:100 *)

\* The step up: toy/poke.yaml:103

\* toy/poke.yaml:105
ToyUpEffect(w) ==
  Fire(w, "toy-up", w.tcb)

BOXUP_Up(w) ==
  ToyUpEffect(w)

BOXUPProcedure(w) ==
  BOXUP_Up(w)

-------------------------------------------------------------------------------
(* alarm: toy/poke.yaml:107 *)

\* The step ring: toy/poke.yaml:111

\* toy/poke.yaml:113
ToyRingEffect(w) ==
  Arm(Fire(w, "toy-ring", w.tcb), "alarm-clock")

Alarm_Ring(w) ==
  ToyRingEffect(w)

AlarmProcedure(w) ==
  Alarm_Ring(w)

-------------------------------------------------------------------------------
(* Events: the set of all outcomes, one where nothing is left out. *)

\* toy/vocabulary.yaml:42
\* somebody pokes
OnPoke(w, P) ==
  CASE w.tcb.STATE \in {"NEW", "OLD-1"} -> PokeProcedure(w, P)
    [] w.tcb.STATE = "GONE" -> {PokeGoneProcedure(w, P)}
    [] OTHER -> {NoRow(w, "poke", "")}

\* toy/vocabulary.yaml:52
OnBoxUp(w) ==
  {BOXUPProcedure(w)}

\* toy/vocabulary.yaml:39
\* expires: it is disarmed before anything else
OnAlarmClock(before) ==
  LET w == Disarm(before, "alarm-clock")
  IN CASE w.tcb.STATE \in {"NEW", "OLD-1"} -> {AlarmProcedure(w)}
       [] OTHER -> {NoRow(w, "timer alarm-clock", "")}

===============================================================================
