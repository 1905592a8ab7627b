package dev.lockstep.harness.up;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a program that runs until a signal comes. SIGINT and SIGTERM start the JVM's shutdown, which would leave while the
 * main thread still tidies up: this holds it until that is done, and has the exit code be 0, since a signal is the
 * ordinary end here.
 */
final class Ending implements AutoCloseable {

    /** A user who ends a program does not want to wait longer, nor does a service manager. */
    private static final long PATIENCE_MILLIS = 900;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::shutDown);
    private volatile int exitCode;

    Ending() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void shutDown() {
        ask();
        try {
            tidy.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }

    /** Says that it is time to end. From any thread, more than once without harm. */
    void ask() {
        asked.countDown();
    }

    /** Waits for a signal or for {@link #ask}. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** With which code to leave if a signal has come. */
    void exitCode(int code) {
        exitCode = code;
    }

    /** All is tidy. */
    @Override
    public void close() {
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook does the rest
        }
    }
}
