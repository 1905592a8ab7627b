package dev.lockstep.harness.cli;

import dev.lockstep.harness.check.CheckedPairs;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.PairComparison;
import dev.lockstep.harness.check.PairsPin;
import dev.lockstep.harness.check.Pin;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Writes what was found into the models' files: counts of states, and pairs of states. */
record Pinning(PrintWriter err) {

    /** Only what TLC has gone through to the end: another count would be no count. */
    void pin(List<Outcome> outcomes) throws IOException {
        for (Outcome outcome : outcomes) {
            if (outcome.isComplete()
                    && (outcome.countDiffers() || outcome.task().pinned().isEmpty())) {
                long distinct = outcome.report().counts().distinct();
                Pin.write(outcome.task().file(), outcome.task().name(), distinct);
                err.printf(
                        "pinned %,d distinct states in %s%n",
                        distinct, outcome.task().file());
            }
        }
    }

    /** What is reached and not listed is added; what none of all models reaches is taken away. */
    void pin(CheckedPairs pairs) throws IOException {
        for (PairComparison comparison : pairs.comparisons()) {
            PairsPin.write(comparison);
            String file = comparison.written().place().file();
            comparison
                    .unwritten()
                    .forEach(pair -> err.printf(
                            "added %s to %s: say there why both can be at once, in place of %s%n",
                            pair, file, PairsPin.UNEXPLAINED));
            comparison
                    .notOnlyDeep()
                    .forEach(pair -> err.printf("%s is not for deep models only any more, in %s%n", pair.name(), file));
            comparison.unreached().forEach(pair -> err.printf("took %s out of %s%n", pair.name(), file));
        }
    }
}
