package dev.lockstep.properties.stack;

import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** One end of a connection that sends so many bytes made from a seed, closes, and digests what it receives. */
final class Transfer implements TcpHandler {

    private final byte[] chunk = new byte[65_536];
    private final SplittableRandom random;
    private final MessageDigest sentDigest = sha256();
    private final MessageDigest receivedDigest = sha256();
    private long toSend;
    private int chunkAt = chunk.length;
    private long received;
    private boolean peerClosed;
    private boolean closed;
    private String failure;

    Transfer(long bytes, long seed) {
        this.toSend = bytes;
        this.random = new SplittableRandom(seed);
    }

    /** Both directions are over, each by an orderly close. */
    boolean done() {
        return peerClosed && closed;
    }

    String failure() {
        return failure;
    }

    long received() {
        return received;
    }

    /** SHA-256 of what was sent; once. */
    String sentDigest() {
        return HexFormat.of().formatHex(sentDigest.digest());
    }

    /** SHA-256 of what was received; once. */
    String receivedDigest() {
        return HexFormat.of().formatHex(receivedDigest.digest());
    }

    @Override
    public void connected(TcpSocket socket) {
        send(socket);
    }

    @Override
    public void writable(TcpSocket socket) {
        send(socket);
    }

    private void send(TcpSocket socket) {
        while (toSend > 0) {
            if (chunkAt == chunk.length) {
                random.nextBytes(chunk);
                chunkAt = 0;
            }
            int sent = socket.send(chunk, chunkAt, (int) Math.min(toSend, chunk.length - chunkAt));
            if (sent <= 0) {
                return;
            }
            sentDigest.update(chunk, chunkAt, sent);
            chunkAt += sent;
            toSend -= sent;
        }
        socket.close();
    }

    @Override
    public void readable(TcpSocket socket) {
        byte[] bytes = new byte[65_536];
        for (int n = socket.receive(bytes, 0, bytes.length); n > 0; n = socket.receive(bytes, 0, bytes.length)) {
            receivedDigest.update(bytes, 0, n);
            received += n;
        }
    }

    @Override
    public void peerClosed(TcpSocket socket) {
        readable(socket);
        peerClosed = true;
    }

    @Override
    public void closed(TcpSocket socket) {
        closed = true;
    }

    @Override
    public void reset(TcpSocket socket) {
        failure = "reset";
    }

    @Override
    public void refused(TcpSocket socket) {
        failure = "refused";
    }

    @Override
    public void timedOut(TcpSocket socket) {
        failure = "timed out";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }
}
