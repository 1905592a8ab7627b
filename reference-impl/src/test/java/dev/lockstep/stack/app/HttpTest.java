package dev.lockstep.stack.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.trace.Pair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {

    @TempDir
    Path folder;

    private final Pair pair = new Pair();

    @BeforeEach
    void serve() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), "<p>hello</p>");
        Files.createDirectory(root.resolve("a b"));
        Files.writeString(root.resolve("a b/c+d.txt"), "strange");
        Files.createSymbolicLink(root.resolve("link"), folder.resolve("secret.txt"));
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        Files.write(root.resolve("large.bin"), large);
        pair.server.listen(80, new HttpFileServer(new FolderSource(root)));
    }

    @Test
    void a_file_arrives_whole() throws IOException {
        Fetched fetched = fetch("/large.bin");
        assertThat(fetched.status).isEqualTo(200);
        assertThat(fetched.body.toByteArray()).isEqualTo(Files.readAllBytes(folder.resolve("root/large.bin")));
        pair.later(300_000);
        assertThat(pair.client.tcp().connections()).isZero();
        assertThat(pair.server.tcp().connections()).isZero();
    }

    @Test
    void a_folder_is_its_index_and_names_are_decoded() {
        assertThat(fetch("/").text()).isEqualTo("<p>hello</p>");
        assertThat(fetch("/?a=b").text()).isEqualTo("<p>hello</p>");
        assertThat(fetch("/a%20b/c%2Bd.txt").text()).isEqualTo("strange");
        assertThat(fetch("/%69ndex.htm%6C").text()).isEqualTo("<p>hello</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/%C3%BC", "/a%20b", "/index.html/", "/link", "/a%20b/"})
    void what_is_no_file_below_the_folder_is_not_found(String path) {
        assertThat(fetch(path).status).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/a%20b/../../secret.txt",
                "/..%2fsecret.txt",
                "/..%5csecret.txt",
                "//secret.txt",
                "/./index.html",
                "/%00",
                "/%",
                "/%zz",
                "/%ff",
                "index.html",
                "http://x/"
            })
    void no_path_leads_out_of_the_folder(String path) {
        assertThat(fetch(path).status).isEqualTo(400);
    }

    @Test
    void several_requests_are_answered_on_one_connection_and_head_has_no_body() {
        String answers =
                say("HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answers).isEqualTo("""
                        HTTP/1.1 200 OK\r
                        Content-Type: text/html; charset=utf-8\r
                        Content-Length: 12\r
                        Connection: keep-alive\r
                        \r
                        HTTP/1.1 200 OK\r
                        Content-Type: text/html; charset=utf-8\r
                        Content-Length: 12\r
                        Connection: close\r
                        \r
                        <p>hello</p>""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/2.0\r\n\r\n",
                "GET / HTTP/1.1 x\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello",
                "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void what_is_no_request_is_refused_and_ends_the_connection(String request) {
        assertThat(say(request)).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("Connection: close\r\n");
    }

    @Test
    void other_methods_are_not_implemented() {
        assertThat(say("DELETE / HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 501 Not Implemented\r\n");
    }

    @Test
    void a_head_without_end_is_refused() {
        assertThat(say("GET / HTTP/1.1\r\nX: " + "x".repeat(20_000))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void what_follows_a_refused_head_does_not_hold_up_the_response() {
        assertThat(shout("GET / HTTP/1.1\r\nX: ", 1_000_000)).startsWith("HTTP/1.1 431 ");
        assertThat(pair.server.tcp().connections()).isZero();
    }

    @Test
    void who_never_stops_sending_is_reset() {
        assertThat(shout("GET / HTTP/1.1\r\nX: ", 40_000_000)).isEqualTo("reset");
    }

    /** Sends a text and then so many bytes, reads only when all of them are sent, and returns what came. */
    private String shout(String text, int more) {
        StringBuilder answers = new StringBuilder();
        byte[] bytes = new byte[64_000];
        pair.client.connect(Pair.SERVER, 80, new TcpHandler() {
            private int left = more;

            @Override
            public void connected(TcpSocket socket) {
                socket.send(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
                writable(socket);
            }

            @Override
            public void writable(TcpSocket socket) {
                int sent = 1;
                while (left > 0 && sent > 0) {
                    sent = socket.send(bytes, 0, Math.min(left, bytes.length));
                    left -= Math.max(0, sent);
                }
                if (left == 0) {
                    int n = socket.receive(bytes, 0, bytes.length);
                    answers.append(new String(bytes, 0, Math.max(0, n), StandardCharsets.US_ASCII));
                    socket.close();
                }
            }

            @Override
            public void reset(TcpSocket socket) {
                answers.append("reset");
            }
        });
        pair.later(600_000);
        return answers.toString();
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        Fetched fetched = new Fetched();
        pair.client.connect(Pair.SERVER, 81, new HttpFetch("server", "/", fetched));
        pair.later(1_000);
        assertThat(fetched.failure).isEqualTo("connection refused");
    }

    private Fetched fetch(String path) {
        Fetched fetched = new Fetched();
        pair.client.connect(Pair.SERVER, 80, new HttpFetch("server", path, fetched));
        pair.later(30_000);
        assertThat(fetched.failure).isNull();
        return fetched;
    }

    /** Sends a text and returns everything that comes back until the server closes. */
    private String say(String text) {
        StringBuilder answers = new StringBuilder();
        pair.client.connect(Pair.SERVER, 80, new TcpHandler() {
            @Override
            public void connected(TcpSocket socket) {
                socket.send(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
            }

            @Override
            public void readable(TcpSocket socket) {
                byte[] bytes = new byte[1_000];
                for (int n = socket.receive(bytes, 0, 1_000); n > 0; n = socket.receive(bytes, 0, 1_000)) {
                    answers.append(new String(bytes, 0, n, StandardCharsets.US_ASCII));
                }
            }

            @Override
            public void peerClosed(TcpSocket socket) {
                socket.close();
            }
        });
        pair.later(300_000);
        assertThat(pair.server.tcp().connections()).isZero();
        return answers.toString();
    }

    private static final class Fetched implements HttpFetch.Outcome {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int status;
        private String failure;

        @Override
        public void body(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public void done(int code, long length) {
            status = code;
            assertThat(length).isEqualTo(body.size());
        }

        @Override
        public void failed(String why) {
            failure = why;
        }

        String text() {
            return body.toString(StandardCharsets.UTF_8);
        }
    }
}
