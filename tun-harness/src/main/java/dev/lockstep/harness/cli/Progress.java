package dev.lockstep.harness.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar on stderr for what takes a while: only on a terminal, and only once it has taken two seconds.
 *
 * <pre>{@code
 * try (var progress = Progress.of("models", models.size())) {
 *     for (Model model : models) {
 *         progress.at(model.name());
 *         ...
 *         progress.step();
 *     }
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String task;
    private final long steps;
    private final boolean wanted;
    private final long began = System.nanoTime();
    private long done;
    private String doing = "";
    private ProgressBar bar;

    private Progress(String task, long steps, boolean wanted) {
        this.task = task;
        this.steps = steps;
        this.wanted = wanted;
    }

    /** @param steps how many there will be, or -1 if nobody knows */
    public static Progress of(String task, long steps) {
        // The launcher looks, since System.console() answers for stdin and stdout, not for stderr.
        return new Progress(task, steps, isTerminal());
    }

    /** Whether there is a terminal to draw on. Who has none, and much to wait for, writes a line now and then. */
    public static boolean isTerminal() {
        return Boolean.getBoolean("lockstep.terminal");
    }

    public void step() {
        stepTo(done + 1);
    }

    public void stepTo(long steps) {
        done = steps;
        show();
    }

    /** What is being done at the moment, shown beside the bar. */
    public void at(String what) {
        doing = what;
        show();
    }

    private void show() {
        if (!wanted || System.nanoTime() - began < PATIENCE.toNanos()) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .startsFrom(done, Duration.ofNanos(System.nanoTime() - began))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .clearDisplayOnFinish()
                    .build();
        }
        bar.stepTo(done);
        bar.setExtraMessage(doing);
    }

    /** Clears the bar, so that results stand alone. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
