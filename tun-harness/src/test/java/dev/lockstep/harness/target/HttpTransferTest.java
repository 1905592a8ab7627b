package dev.lockstep.harness.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lockstep.harness.EnvironmentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's side against itself, over loopback: what later talks to the stack works at all. */
class HttpTransferTest {

    private static final long TEN_MEGABYTES = 10_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private SeededFile file;
    private KernelHttpServer server;

    @BeforeEach
    void serve(@TempDir Path folder) throws IOException {
        file = SeededFile.write(folder.resolve("data"), TEN_MEGABYTES, 42);
        server = KernelHttpServer.start(loopback(0), file.path());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static HttpFetch curl() {
        try {
            return Curl.find();
        } catch (EnvironmentException missing) {
            return abort("NOT RUN: " + missing.getMessage() + "; " + missing.fix());
        }
    }

    @Test
    void curlGetsTheFileWhole() throws Exception {
        HttpFetch curl = curl();

        Transfer transfer = curl.get(server.fileUri(), LIMIT);

        assertThat(curl.name()).startsWith("curl ");
        assertThat(transfer).isInstanceOfSatisfying(Transfer.Done.class, done -> {
            assertThat(done.content()).isEqualTo(file.content());
            assertThat(done.megabitsPerSecond()).isPositive();
        });
    }

    @Test
    void theJdksClientGetsTheFileWhole() throws Exception {
        assertThat(new JdkHttpClient().get(server.fileUri(), LIMIT))
                .isInstanceOfSatisfying(
                        Transfer.Done.class, done -> assertThat(done.content()).isEqualTo(file.content()));
    }

    @Test
    void theServerTellsWhatItWasSent() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.digestUri())
                    .POST(HttpRequest.BodyPublishers.ofFile(file.path()))
                    .build();

            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();

            assertThat(answer).isEqualTo(TEN_MEGABYTES + " " + file.content().sha256() + "\n");
        }
    }

    @Test
    void failuresAreToldInTheProgramsWords() throws Exception {
        URI missing = server.fileUri().resolve("/nothing");

        assertThat(curl().get(missing, LIMIT))
                .isInstanceOfSatisfying(
                        Transfer.Failed.class,
                        failed -> assertThat(failed.reason()).contains("404"));
        assertThat(new JdkHttpClient().get(missing, LIMIT))
                .isInstanceOfSatisfying(
                        Transfer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("status 404"));
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket()) {
            silent.bind(loopback(0));
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThat(new JdkHttpClient().get(uri, Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            Transfer.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo("not done after 200 ms"));
            assertThat(curl().get(uri, Duration.ofSeconds(1)))
                    .isInstanceOfSatisfying(
                            Transfer.Failed.class,
                            failed -> assertThat(failed.reason()).contains("timed out"));
        }
    }

    @Test
    void theSameSeedMakesTheSameFile(@TempDir Path folder) throws IOException {
        SeededFile again = SeededFile.write(folder.resolve("again"), TEN_MEGABYTES, 42);
        SeededFile other = SeededFile.write(folder.resolve("other"), 1_001, 43);

        assertThat(again.content()).isEqualTo(file.content());
        assertThat(Files.mismatch(again.path(), file.path())).isEqualTo(-1);
        assertThat(Files.size(other.path())).isEqualTo(1_001);
        try (InputStream in = Files.newInputStream(other.path())) {
            assertThat(StreamDigest.of(in)).isEqualTo(other.content());
        }
    }

    @Test
    void anEmptyStreamHasTheKnownDigest() throws IOException {
        assertThat(StreamDigest.of(new ByteArrayInputStream(new byte[0])).sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
