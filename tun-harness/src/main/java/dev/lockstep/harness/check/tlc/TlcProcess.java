package dev.lockstep.harness.check.tlc;

import dev.lockstep.harness.check.inside.Folders;
import dev.lockstep.harness.check.inside.ProgressLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A JVM that runs TLC, and its temporary folder. Neither survives us: not a Ctrl-C (a shutdown hook sees to it), not even a
 * {@code kill -9} (the JVM itself sees to it, when our end of its standard input closes).
 */
final class TlcProcess implements AutoCloseable {

    /** Enough for TLC's own shutdown hooks to write the row counts. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static volatile boolean shuttingDown;

    private final Process process;
    private final Path scratch;
    private final Thread hook = new Thread(this::shutDown, "stop-tlc");
    private volatile boolean timedOut;

    private TlcProcess(Process process, Path scratch) {
        this.process = process;
        this.scratch = scratch;
    }

    /** @param command with this temporary folder among its options */
    static TlcProcess start(List<String> command, Path folder, Path scratch) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var started = new TlcProcess(process, scratch);
        try {
            Runtime.getRuntime().addShutdownHook(started.hook);
        } catch (IllegalStateException tooLate) { // we are being shut down already
            started.shutDown();
            parkUntilGone();
        }
        return started;
    }

    /** Hands over each line of output until there is none, and returns the exit code. */
    int listen(Path log, Duration limit, Consumer<String> lines) throws IOException {
        Thread watchdog = Thread.ofVirtual().start(() -> watch(limit));
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                var copy = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!ProgressLine.is(line)) {
                    copy.write(line);
                    copy.newLine();
                    copy.flush(); // for who watches it grow
                }
                lines.accept(line);
            }
            return process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while TLC ran", stop));
        } finally {
            watchdog.interrupt();
            parkUntilGone();
        }
    }

    boolean timedOut() {
        return timedOut;
    }

    private void watch(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                timedOut = true;
                stop();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** By its handle, since {@code Process.destroy} closes the streams, and TLC still has things to say. */
    private void stop() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.toHandle().destroyForcibly();
        }
    }

    private void shutDown() {
        shuttingDown = true;
        process.destroyForcibly();
        process.onExit().join();
        Folders.delete(scratch);
    }

    /** Who is shut down says nothing more: that TLC died is his doing, and no news to the user. */
    private static void parkUntilGone() {
        while (shuttingDown) {
            LockSupport.park();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
        Folders.delete(scratch);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDownAlready) {
            parkUntilGone();
        }
    }
}
