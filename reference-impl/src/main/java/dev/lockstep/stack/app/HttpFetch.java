package dev.lockstep.stack.app;

import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import java.nio.charset.StandardCharsets;

/**
 * Fetches one file over HTTP: {@code stack.connect(address, 80, new HttpFetch(...))}.
 *
 * <p>It asks as HTTP/1.0, so that the response is never chunked: its body ends after Content-Length bytes or with the
 * connection.
 */
public final class HttpFetch implements TcpHandler {

    /** What becomes of it. */
    public interface Outcome {

        /** A piece of the body, valid during the call. */
        void body(byte[] bytes, int offset, int length);

        /** The whole response has come. */
        void done(int status, long length);

        /** No whole response will come. */
        void failed(String why);
    }

    private static final long UNTIL_CLOSED = Long.MAX_VALUE;

    private final byte[] request;
    private final Outcome outcome;
    private final HttpHead head = new HttpHead();
    private final byte[] buffer = new byte[65_536];
    private int requestSent;
    private int status;
    private long expected;
    private long received;
    private boolean over;

    /**
     * @param host for the Host field
     * @param path what is asked for, encoded as in a URL
     */
    public HttpFetch(String host, String path, Outcome outcome) {
        String text = "GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n";
        this.request = text.getBytes(StandardCharsets.US_ASCII);
        this.outcome = outcome;
    }

    @Override
    public void connected(TcpSocket socket) {
        ask(socket);
    }

    @Override
    public void writable(TcpSocket socket) {
        ask(socket);
    }

    private void ask(TcpSocket socket) {
        if (requestSent < request.length) {
            requestSent += Math.max(0, socket.send(request, requestSent, request.length - requestSent));
        }
    }

    @Override
    public void readable(TcpSocket socket) {
        read(socket);
    }

    @Override
    public void peerClosed(TcpSocket socket) {
        read(socket);
        if (status != 0 && expected == UNTIL_CLOSED) {
            expected = received;
        }
        finish(socket);
        fail("closed after " + received + " bytes");
        socket.close();
    }

    @Override
    public void reset(TcpSocket socket) {
        fail("connection reset");
    }

    @Override
    public void refused(TcpSocket socket) {
        fail("connection refused");
    }

    @Override
    public void timedOut(TcpSocket socket) {
        fail("connection timed out");
    }

    private void read(TcpSocket socket) {
        int n = receive(socket);
        while (n > 0 && !over) {
            n = receive(socket);
        }
    }

    private int receive(TcpSocket socket) {
        if (status != 0) {
            int n = socket.receive(buffer, 0, buffer.length);
            body(socket, buffer, 0, n);
            return n;
        }
        int n = socket.receive(head.buffer(), head.size(), head.room());
        head.added(Math.max(0, n));
        if (head.whole()) {
            begin(socket);
        } else if (head.room() == 0) {
            fail("the response's head is longer than " + HttpHead.LONGEST + " bytes");
            socket.abort();
        }
        return n;
    }

    private void begin(TcpSocket socket) {
        String[] line = head.firstLine().split(" ", 3);
        String length = head.field("Content-Length");
        if (line.length < 2 || !line[1].matches("[1-9][0-9]{2}") || !length.matches("[0-9]{0,18}")) {
            fail("not an HTTP response: " + head.firstLine());
            socket.abort();
            return;
        }
        status = Integer.parseInt(line[1]);
        expected = length.isEmpty() ? UNTIL_CLOSED : Long.parseLong(length);
        body(socket, head.buffer(), head.end(), head.size() - head.end());
        finish(socket);
    }

    private void body(TcpSocket socket, byte[] bytes, int offset, int length) {
        int wanted = (int) Math.min(length, expected - received);
        if (wanted > 0) {
            outcome.body(bytes, offset, wanted);
            received += wanted;
            finish(socket);
        }
    }

    private void finish(TcpSocket socket) {
        if (!over && status != 0 && received == expected) {
            over = true;
            outcome.done(status, received);
            socket.close();
        }
    }

    private void fail(String why) {
        if (!over) {
            over = true;
            outcome.failed(why);
        }
    }
}
