package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The program on a host: it takes what comes, and notes that it was called back. */
class Program implements TcpHandler {

    private final TwoHosts hosts;
    private final Side side;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private TcpSocket socket;

    Program(TwoHosts hosts, Side side) {
        this.hosts = hosts;
        this.side = side;
    }

    /** The socket, once there is one. */
    TcpSocket socket() {
        return socket;
    }

    /** Where a program that connects gets its socket from. */
    void has(TcpSocket its) {
        socket = its;
    }

    /** Bytes taken so far. */
    byte[] received() {
        return received.toByteArray();
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) {
        int taken = socket.send(bytes, 0, bytes.length);
        if (taken != bytes.length) {
            throw new IllegalStateException(
                    "a story gave more than the socket takes: " + taken + " of " + bytes.length);
        }
    }

    private void note(String text) {
        hosts.notice(side, text);
    }

    @Override
    public void connected(TcpSocket of) {
        socket = of;
        note("connected");
    }

    @Override
    public void readable(TcpSocket of) {
        note("readable");
        byte[] buffer = new byte[of.readable()];
        received.write(buffer, 0, of.receive(buffer, 0, buffer.length));
    }

    @Override
    public void peerClosed(TcpSocket of) {
        note("peerClosed");
    }

    @Override
    public void closed(TcpSocket of) {
        note("closed");
    }

    @Override
    public void reset(TcpSocket of) {
        note("reset");
    }

    @Override
    public void refused(TcpSocket of) {
        note("refused");
    }

    @Override
    public void timedOut(TcpSocket of) {
        note("timedOut");
    }
}
