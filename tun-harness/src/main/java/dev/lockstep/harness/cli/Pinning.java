package dev.lockstep.harness.cli;

import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.Pin;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Writes the counts of states that were found into the models' files. */
record Pinning(PrintWriter err) {

    /** Only what TLC has gone through to the end: another count would be no count. */
    void pin(List<Outcome> outcomes) throws IOException {
        for (Outcome outcome : outcomes) {
            if (outcome.isComplete()
                    && (outcome.countDiffers() || outcome.task().pinned().isEmpty())) {
                long distinct = outcome.report().counts().distinct();
                Pin.write(outcome.task().file(), distinct);
                err.printf(
                        "pinned %,d distinct states in %s%n",
                        distinct, outcome.task().file());
            }
        }
    }
}
