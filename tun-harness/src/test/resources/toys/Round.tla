------------------------------- MODULE Round -------------------------------
(* Goes up and down for ever. *)
EXTENDS Naturals
VARIABLES x
Up == x < 2 /\ x' = x + 1
Down == x = 2 /\ x' = 1
Spec == x = 0 /\ [][Up \/ Down]_x /\ WF_x(Up \/ Down)
Arrives == <>(x = 3)
=============================================================================
