package dev.lockstep.harness.mutate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JVM that runs tests about one mutant after the other ({@code SelectedTests} of the tests' kit). It is another one than ours since a
 * mutant may go round for ever, and then nothing but its end stops it; the next question starts a new one.
 *
 * @param classPath of the tests: their own folder first, then folders with classes under test, then libraries
 * @param module the folder that tests run in
 * @param log where goes what tests print
 */
final class TestJvm implements AutoCloseable {

    private static final String RUNNER = "dev.lockstep.kit.SelectedTests";

    /** A new JVM after so many questions: each leaves classes behind. */
    private static final int QUESTIONS = 100;

    private final String classPath;
    private final String ownFolders;
    private final Path module;
    private final Path log;
    private Process process;
    private BufferedReader answers;
    private int asked;

    /**
     * @param folders of Lockstep's own classes: the tests first, then what they test
     * @param libraries the rest of the class path
     */
    TestJvm(List<Path> folders, String libraries, Path module, Path log) {
        this.ownFolders = String.join(
                File.pathSeparator, folders.stream().map(Path::toString).toList());
        this.classPath = ownFolders + File.pathSeparator + libraries;
        this.module = module;
        this.log = log;
    }

    String classPath() {
        return classPath;
    }

    /**
     * The first test that fails.
     *
     * @param classes the mutant's, before all others
     * @param tests a file that lists them
     * @throws TimeoutException if they do not end
     * @throws BrokenJvm if there is no answer
     */
    Optional<String> firstFailure(Path classes, Path tests, Duration limit) throws IOException, TimeoutException {
        if (process == null || !process.isAlive() || asked == QUESTIONS) {
            restart();
        }
        asked++;
        process.getOutputStream()
                .write((classes.toAbsolutePath() + "\t" + tests.toAbsolutePath() + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        String answer = answer(limit);
        if (answer == null) {
            String last = Files.readAllLines(log).stream().reduce("", (before, line) -> line);
            close();
            throw new BrokenJvm("the JVM of the tests has ended: " + last);
        }
        return answer.equals("passed") ? Optional.empty() : Optional.of(answer.substring("failed ".length()));
    }

    /** It ended by itself, which no test may bring about. */
    static final class BrokenJvm extends IOException {
        private static final long serialVersionUID = 1;

        BrokenJvm(String message) {
            super(message);
        }
    }

    private String answer(Duration limit) throws IOException, TimeoutException {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(this::nextLine);
        try {
            return line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            close();
            throw slow;
        } catch (ExecutionException fault) {
            throw new IOException(fault.getCause());
        } catch (InterruptedException stop) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while tests ran");
        }
    }

    private String nextLine() {
        try {
            return answers.readLine();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void restart() throws IOException {
        close();
        asked = 0;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-Dlockstep.rows=off", // what mutants fire says nothing of the tables
                        "-cp",
                        classPath,
                        RUNNER,
                        ownFolders)
                .directory(module.toFile())
                .redirectError(log.toFile())
                .start();
        answers = process.inputReader(UTF_8);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }
}
