package dev.lockstep.harness.mutate;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.mutation.Mutant;
import dev.lockstep.spec.proof.Limit;
import dev.lockstep.spec.proof.MissingProver;
import dev.lockstep.spec.proof.ProofReport;
import dev.lockstep.spec.proof.Prover;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The proofs. What the mutant does not touch is known from before.
 *
 * @param cache folder of what is proved
 */
record Proofs(Path cache) implements Stage {

    @Override
    public Optional<Judgement> look(Mutant mutant, Specification specification) {
        ProofReport report = Prover.prove(specification, cache, Limit.USUAL, Prover.Progress.NONE);
        if (report.missing().isPresent()) {
            MissingProver missing = report.missing().get();
            throw new EnvironmentException("proofs", missing.what(), missing.fix());
        }
        return report.diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(found -> new Judgement(
                        Fate.PROOF, found.code().id() + " " + found.code().title()));
    }
}
