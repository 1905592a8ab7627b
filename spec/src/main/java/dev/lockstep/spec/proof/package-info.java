/**
 * Proofs, by Z3, of what every step of a procedure promises: that exactly one of its rows matches, that {@code again} comes to
 * an end, that nothing is divided by zero.
 *
 * <p>{@link dev.lockstep.spec.proof.Prover} is the way in. From a checked specification it makes one {@code Obligation} for each
 * step (the rows, and the premises they are read under), looks it up by content in the {@code ProofCache}, and hands what is
 * new to a {@code StepProof}, which speaks to Z3 through the {@code Encoder}. What fails becomes a {@code Finding}, with a
 * {@code Witness} (a state, a segment and a control block for which it fails) and a {@code Suggestion}.
 *
 * <p>Premises: the step's {@code only}, the invariants of the states, the event's {@code assumes}, a hook's {@code chosen-by}, and
 * the domains of {@code Domain}. Parameters are unknowns like variables, so that a proof holds for every profile.
 */
package dev.lockstep.spec.proof;
