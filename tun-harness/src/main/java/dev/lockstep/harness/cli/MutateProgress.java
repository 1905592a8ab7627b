package dev.lockstep.harness.cli;

import dev.lockstep.harness.mutate.Campaign;
import dev.lockstep.harness.mutate.Result;
import dev.lockstep.spec.mutation.Mutant;
import java.io.PrintWriter;
import java.time.Duration;

/** How far the mutants are: a bar on a terminal, elsewhere a line now and then. */
final class MutateProgress implements Campaign.Listener, AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    private final PrintWriter err;
    private Progress bar = Progress.of("mutants", -1);
    private long lastLine = System.nanoTime();
    private int mutants;
    private int done;
    private int alive;

    MutateProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begin(int mutants, int known) {
        this.mutants = mutants;
        done = known;
        bar = Progress.of("mutants", mutants);
        if (known > 0) {
            err.printf("%,d of %,d are known from an earlier run%n", known, mutants);
            err.flush();
        }
    }

    @Override
    public void trying(Mutant mutant) {
        bar.at(alive + " alive, " + mutant.id());
    }

    @Override
    public void tried(Result result) {
        done++;
        alive += result.fate().counts() && !result.fate().isKilled() ? 1 : 0;
        bar.stepTo(done);
        long now = System.nanoTime();
        if (!Progress.isTerminal() && now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            err.printf("%,d of %,d mutants, %,d alive%n", done, mutants, alive);
            err.flush();
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
