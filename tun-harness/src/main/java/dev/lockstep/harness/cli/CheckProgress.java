package dev.lockstep.harness.cli;

import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.tlc.Counts;
import java.io.PrintWriter;
import java.time.Duration;

/** How far a model is: a bar on a terminal, elsewhere a line now and then. */
final class CheckProgress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    private final CheckTask task;
    private final PrintWriter err;
    private final Progress bar;
    private final long began = System.nanoTime();
    private long lastLine = began;

    CheckProgress(CheckTask task, PrintWriter err) {
        this.task = task;
        this.err = err;
        this.bar = Progress.of(task.name(), task.pinned().orElse(-1));
    }

    void show(Counts counts) {
        long now = System.nanoTime();
        long perSecond = Math.round(counts.generated() * 1e9 / Math.max(1, now - began));
        bar.at("%,d generated, %,d in queue, %,d/s".formatted(counts.generated(), counts.queue(), perSecond));
        bar.stepTo(counts.distinct());
        if (!Progress.isTerminal() && now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            err.printf(
                    "%s: %,d distinct states%s, %,d in queue, %,d/s%n",
                    task.name(),
                    counts.distinct(),
                    task.pinned().isPresent()
                            ? " of %,d".formatted(task.pinned().getAsLong())
                            : "",
                    counts.queue(),
                    perSecond);
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
