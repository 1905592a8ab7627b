package dev.lockstep.stack.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.trace.Pair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AppsTest {

    private final Pair pair = new Pair();

    @Test
    void echo_sends_back_what_came_and_closes() {
        pair.server.listen(7, new Echo());
        Client client = new Client("hello, hello".repeat(10_000), true);
        pair.client.connect(Pair.SERVER, 7, client);
        pair.later(60_000);
        assertThat(client.received.toString(StandardCharsets.US_ASCII)).isEqualTo("hello, hello".repeat(10_000));
        assertThat(client.peerClosed).isTrue();
    }

    @Test
    void discard_takes_everything_and_says_nothing() {
        Discard discard = new Discard();
        pair.server.listen(9, discard);
        Client client = new Client("x".repeat(300_000), true);
        pair.client.connect(Pair.SERVER, 9, client);
        pair.later(60_000);
        assertThat(discard.discarded()).isEqualTo(300_000);
        assertThat(client.received.size()).isZero();
        assertThat(client.peerClosed).isTrue();
    }

    @Test
    void chargen_goes_on_until_we_close() {
        pair.server.listen(19, new Chargen());
        Client client = new Client("", false);
        client.limit = 100_000;
        TcpSocket socket = pair.client.connect(Pair.SERVER, 19, client);
        pair.settle();
        byte[] text = client.received.toByteArray();
        assertThat(text.length).isGreaterThanOrEqualTo(100_000);
        for (int i = 0; i < text.length; i++) {
            assertThat(text[i]).isEqualTo(Chargen.at(i));
        }
        assertThat(new String(text, 0, 74, StandardCharsets.US_ASCII))
                .startsWith(" !\"#$")
                .endsWith("g\r\n");
        client.limit = Integer.MAX_VALUE;
        socket.close();
        client.readable(socket);
        pair.later(1_000);
        assertThat(client.peerClosed).isTrue();
    }

    /** Sends a text, keeps what comes, up to a limit. */
    private static final class Client implements TcpHandler {

        private final byte[] text;
        private final boolean closes;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private int limit = Integer.MAX_VALUE;
        private int sent;
        private boolean peerClosed;

        Client(String text, boolean closes) {
            this.text = text.getBytes(StandardCharsets.US_ASCII);
            this.closes = closes;
        }

        @Override
        public void connected(TcpSocket socket) {
            writable(socket);
        }

        @Override
        public void writable(TcpSocket socket) {
            sent += Math.max(0, socket.send(text, sent, text.length - sent));
            if (closes && sent == text.length) {
                socket.close();
            }
        }

        @Override
        public void readable(TcpSocket socket) {
            byte[] bytes = new byte[10_000];
            int n = received.size() < limit ? socket.receive(bytes, 0, bytes.length) : 0;
            while (n > 0) {
                received.write(bytes, 0, n);
                n = received.size() < limit ? socket.receive(bytes, 0, bytes.length) : 0;
            }
        }

        @Override
        public void peerClosed(TcpSocket socket) {
            peerClosed = true;
            readable(socket);
        }
    }
}
