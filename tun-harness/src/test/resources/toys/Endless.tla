------------------------------- MODULE Endless -------------------------------
(* Has more states than there is time. *)
EXTENDS Naturals
VARIABLES x, y
Spec == x = 0 /\ y = 0 /\ [][(x' = x + 1 /\ y' = y) \/ (y' = y + 1 /\ x' = x)]_<<x, y>>
=============================================================================
