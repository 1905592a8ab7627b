package dev.lockstep.stack.app;

import dev.lockstep.stack.socket.Service;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;

/** Sends printable characters without end (RFC 864), until the other side closes. What it receives it throws away. */
public final class Chargen implements Service {

    /** RFC 864's "popular" pattern: lines of 72 of the 95 printable characters, each line beginning one further. */
    private static final byte[] PATTERN = pattern();

    @Override
    public TcpHandler accept(TcpSocket socket) {
        return new Generator();
    }

    /** The byte at a position of the endless text. */
    public static byte at(long position) {
        return PATTERN[(int) (position % PATTERN.length)];
    }

    private static byte[] pattern() {
        byte[] text = new byte[95 * 74];
        int at = 0;
        for (int line = 0; line < 95; line++) {
            for (int column = 0; column < 72; column++) {
                text[at++] = (byte) (' ' + (line + column) % 95);
            }
            text[at++] = '\r';
            text[at++] = '\n';
        }
        return text;
    }

    /** Of one connection: where in the pattern it is. */
    private static final class Generator implements TcpHandler {

        private final byte[] ignored = new byte[512];
        private int at;

        @Override
        public void connected(TcpSocket socket) {
            generate(socket);
        }

        @Override
        public void writable(TcpSocket socket) {
            generate(socket);
        }

        @Override
        public void readable(TcpSocket socket) {
            int n = socket.receive(ignored, 0, ignored.length);
            while (n > 0) {
                n = socket.receive(ignored, 0, ignored.length);
            }
        }

        @Override
        public void peerClosed(TcpSocket socket) {
            socket.close();
        }

        private void generate(TcpSocket socket) {
            int sent = socket.send(PATTERN, at, PATTERN.length - at);
            while (sent > 0) {
                at = (at + sent) % PATTERN.length;
                sent = socket.send(PATTERN, at, PATTERN.length - at);
            }
        }
    }
}
