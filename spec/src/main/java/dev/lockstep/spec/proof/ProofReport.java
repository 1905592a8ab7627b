package dev.lockstep.spec.proof;

import dev.lockstep.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Prover} found out.
 *
 * @param steps how many steps there are
 * @param proved how many of them are without fault; warnings do not count
 * @param fromCache how many were known from an earlier run, proved or not
 * @param invariants how many invariants there are: the stated ones but for conditions on profiles, and of the implicit ones
 *     (a size is never negative and below 2^30) those that a proof relies on
 * @param assumed those of them that are not proved to hold in every state that can be reached: models check them
 * @param took wall-clock time of the proofs alone
 * @param diagnostics sorted by place
 * @param missing why there is no prover on this machine, if one was needed; then the steps not known from an earlier run
 *     are neither proved nor in the diagnostics
 */
public record ProofReport(
        int steps,
        int proved,
        int fromCache,
        int invariants,
        List<Assumed> assumed,
        Duration took,
        List<Diagnostic> diagnostics,
        Optional<MissingProver> missing) {

    public ProofReport {
        assumed = List.copyOf(assumed);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Is every step proved? */
    public boolean holds() {
        return proved == steps && diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /**
     * An invariant that is not proved. It may hold all the same: more would have to be said of the variables for the proof to
     * go through.
     *
     * @param protocol by name
     * @param invariant by id
     * @param brokenBy the row that may break it, by id; the empty string when the start values may
     */
    public record Assumed(String protocol, String invariant, String brokenBy) {}
}
