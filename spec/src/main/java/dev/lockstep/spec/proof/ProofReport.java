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
 * @param took wall-clock time of the proofs alone
 * @param diagnostics sorted by place
 * @param missing why there is no prover on this machine, if one was needed; then the steps not known from an earlier run
 *     are neither proved nor in the diagnostics
 */
public record ProofReport(
        int steps,
        int proved,
        int fromCache,
        Duration took,
        List<Diagnostic> diagnostics,
        Optional<MissingProver> missing) {

    public ProofReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Is every step proved? */
    public boolean holds() {
        return proved == steps;
    }
}
