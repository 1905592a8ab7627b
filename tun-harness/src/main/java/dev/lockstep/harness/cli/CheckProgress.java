package dev.lockstep.harness.cli;

import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.tlc.Counts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalLong;

/** How far a model is: a bar on a terminal, elsewhere a line now and then. */
final class CheckProgress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    private final CheckTask task;
    private final OptionalLong expected;
    private final PrintWriter err;
    private final Progress bar;
    private final long began = System.nanoTime();
    private long lastLine = began;

    /** @param expected distinct states, or runs; empty if nobody knows */
    CheckProgress(CheckTask task, OptionalLong expected, PrintWriter err) {
        this.task = task;
        this.expected = expected;
        this.err = err;
        this.bar = Progress.of(task.name(), expected.orElse(-1));
    }

    void show(Counts counts) {
        long now = System.nanoTime();
        long perSecond = Math.round(counts.generated() * 1e9 / Math.max(1, now - began));
        boolean runs = counts.runs().isPresent();
        long done = counts.runs().orElse(counts.distinct());
        String queue = runs ? "" : "%,d in queue, ".formatted(counts.queue());
        bar.at("%,d generated, %s%,d/s".formatted(counts.generated(), queue, perSecond));
        bar.stepTo(done);
        if (!Progress.isTerminal() && now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            String of = expected.isPresent() ? " of %,d".formatted(expected.getAsLong()) : "";
            err.printf(
                    "%s: %,d %s%s, %s%,d/s%n",
                    task.name(), done, runs ? "runs" : "distinct states", of, queue, perSecond);
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
