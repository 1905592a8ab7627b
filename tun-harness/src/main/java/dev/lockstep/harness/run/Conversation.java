package dev.lockstep.harness.run;

import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.wire.Ipv4Address;

/**
 * What has been seen of one connection from outside: figures, and the numbers that its sequence numbers are counted from
 * when people read them.
 */
public final class Conversation {

    private final Connection connection;
    private final int remote;
    private final int remotePort;
    private final long beganNanos;
    private boolean weSent;
    private int ourFirst;
    private int ourNext;
    private boolean theySent;
    private int theirFirst;
    long segmentsIn;
    long segmentsOut;
    long textIn;
    long textOut;
    long sentAgain;

    Conversation(Connection connection, long beganNanos) {
        this.connection = connection;
        this.remote = connection.remote();
        this.remotePort = connection.remotePort();
        this.beganNanos = beganNanos;
    }

    /** The peer sent this number. */
    void arrived(int seq) {
        if (!theySent) {
            theySent = true;
            theirFirst = seq;
        }
    }

    /**
     * We send {@code length} numbers from {@code seq} on.
     *
     * @return whether some of them were sent before
     */
    boolean sends(int seq, int length) {
        if (!weSent) {
            weSent = true;
            ourFirst = seq;
            ourNext = seq;
        }
        boolean again = length > 0 && seq - ourNext < 0;
        if (seq + length - ourNext > 0) {
            ourNext = seq + length;
        }
        return again;
    }

    /** The record that answers for closed ports talks with one peer after another. */
    boolean isOf(Connection other) {
        return connection == other && remote == other.remote() && remotePort == other.remotePort();
    }

    public Connection connection() {
        return connection;
    }

    /** When it was first heard of. */
    public long beganNanos() {
        return beganNanos;
    }

    public long segmentsIn() {
        return segmentsIn;
    }

    public long segmentsOut() {
        return segmentsOut;
    }

    /** Bytes that programs took. */
    public long textIn() {
        return textIn;
    }

    /** Bytes that programs gave. */
    public long textOut() {
        return textOut;
    }

    /** Segments that carried something sent before. */
    public long sentAgain() {
        return sentAgain;
    }

    /** A number of ours, counted from our first one. */
    public long ours(int seq) {
        return Integer.toUnsignedLong(weSent ? seq - ourFirst : seq);
    }

    /** A number of the peer's, counted from the peer's first one. */
    public long theirs(int seq) {
        return Integer.toUnsignedLong(theySent ? seq - theirFirst : seq);
    }

    /** The peer's socket and our port: {@code 10.77.0.1:40312 :80}; a record that listens has none yet. */
    public String sockets() {
        return remotePort == 0 ? "a listener" : peer() + " :" + connection.localPort();
    }

    /** The peer's socket. */
    public String peer() {
        return Ipv4Address.toString(remote) + ":" + remotePort;
    }
}
