package dev.lockstep.harness.mutate;

import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.mutation.Mutant;
import java.io.IOException;
import java.util.Optional;

/**
 * Somebody who may notice a mutant: the proofs, the models, the tests of the stack, the properties of its runs; the first who finds fault ends the trial.
 */
interface Stage extends AutoCloseable {

    /** Ends what it has started. */
    @Override
    default void close() {}

    /**
     * @param specification the mutant's tables, well formed
     * @return nothing if nothing is to be noticed
     */
    Optional<Judgement> look(Mutant mutant, Specification specification) throws IOException;
}
