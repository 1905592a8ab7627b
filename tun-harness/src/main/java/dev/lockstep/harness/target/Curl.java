package dev.lockstep.harness.target;

import dev.lockstep.harness.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code curl}, as a child in the calling thread's network namespace. */
public final class Curl implements HttpFetch {

    private final String version;

    private Curl(String version) {
        this.version = version;
    }

    /**
     * Looks for the program.
     *
     * @throws EnvironmentException where it is not installed or does not run
     */
    public static Curl find() {
        try {
            Process asked = new ProcessBuilder("curl", "--version")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] words = answer.split("\\s+", 3);
            if (words.length < 3 || !words[0].equals("curl")) {
                throw new EnvironmentException(
                        "curl", "it does not run: " + answer.strip(), "install the package curl");
            }
            return new Curl(words[1]);
        } catch (IOException missing) {
            throw new EnvironmentException("curl", "the program was not found", "install the package curl");
        }
    }

    @Override
    public String name() {
        return "curl " + version;
    }

    @Override
    public Transfer get(URI uri, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        Process curl;
        try {
            curl = new ProcessBuilder(command(uri, limit)).start();
        } catch (IOException gone) {
            return new Transfer.Failed("curl cannot be started: " + gone.getMessage(), since(start));
        }
        try (InputStream body = curl.getInputStream();
                InputStream complaints = curl.getErrorStream()) {
            StreamDigest content = StreamDigest.of(body);
            String said = new String(complaints.readAllBytes(), StandardCharsets.UTF_8).strip();
            int exit = curl.waitFor();
            return exit == 0
                    ? new Transfer.Done(content, since(start))
                    : new Transfer.Failed(said.isEmpty() ? "curl: exit code " + exit : said, since(start));
        } catch (IOException broken) {
            return new Transfer.Failed("curl's output broke off: " + broken.getMessage(), since(start));
        } finally {
            stop(curl);
        }
    }

    private static List<String> command(URI uri, Duration limit) {
        String seconds = String.valueOf(Math.max(1, limit.toSeconds()));
        // A proxy of the user's environment is outside the namespace; a config file may hold anything.
        return List.of(
                "curl",
                "--disable",
                "--noproxy",
                "*",
                "--silent",
                "--show-error",
                "--fail",
                "--http1.1",
                "--max-time",
                seconds,
                "--output",
                "-",
                "--",
                uri.toString());
    }

    private static void stop(Process curl) throws InterruptedException {
        if (curl.isAlive()) {
            curl.destroy();
            if (!curl.waitFor(1, TimeUnit.SECONDS)) {
                curl.destroyForcibly();
            }
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
