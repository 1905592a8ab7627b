package dev.lockstep.harness.check.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However we end, TLC ends too, and its temporary folder goes. */
class NoOrphansTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private Process run;

    @AfterEach
    void stop() {
        if (run != null) {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly();
        }
    }

    @Test
    void interrupted() throws Exception {
        assertThat(endBy("INT")).isEqualTo(130);
    }

    @Test
    void terminated() throws Exception {
        assertThat(endBy("TERM")).isEqualTo(143);
    }

    @Test
    void killed() throws Exception {
        assertThat(endBy("KILL")).isEqualTo(137);
    }

    /** Starts a run, waits until TLC is at work, sends the signal, and waits until all is gone. */
    private int endBy(String signal) throws Exception {
        run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlockstep.home=" + System.getProperty("lockstep.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRun.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        await(this::isAtWork, "TLC never started");
        ProcessHandle tlc = run.children().findFirst().orElseThrow();
        assertThat(Files.list(temporary)).isNotEmpty();

        new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid()))
                .start()
                .waitFor();

        assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await(() -> !tlc.isAlive(), "TLC lives on");
        await(this::isTidy, "its temporary folder is still there");
        assertThat(Files.readString(folder.resolve("output.txt"))).doesNotContain("Exception");
        return run.exitValue();
    }

    private boolean isAtWork() throws IOException {
        Path log = folder.resolve("tlc.log");
        return Files.exists(log) && Files.readString(log).contains("Finished computing initial states");
    }

    private boolean isTidy() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            return left.noneMatch(path -> path.getFileName().toString().startsWith("lockstep-tlc-"));
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition, String otherwise) throws Exception {
        long began = System.nanoTime();
        while (!condition.holds()) {
            assertThat(System.nanoTime() - began).as(otherwise).isLessThan(PATIENCE.toNanos());
            Thread.sleep(100);
        }
    }
}
