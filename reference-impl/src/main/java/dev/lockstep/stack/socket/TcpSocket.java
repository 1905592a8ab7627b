package dev.lockstep.stack.socket;

import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.ConnectionStatus;
import dev.lockstep.stack.tcp.TcpUser;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.wire.Ipv4Address;
import java.lang.foreign.MemorySegment;

/**
 * One connection, as the program that uses it sees it. No call blocks; a {@link TcpHandler} is called back when there is
 * something to do.
 *
 * <p>Calls are made by handlers, or by a command run in the stack's loop after {@link TcpStack#clock}.
 */
public final class TcpSocket {

    /** Answer of {@link #send} and {@link #receive} when the call cannot be done, now or later. */
    public static final int REFUSED = Connection.REFUSED;

    /** Patience without end, see {@link #patience}. */
    public static final int FOREVER = 0;

    /** What a handler can be told, in the order in which it is. */
    private enum Notice {
        CONNECTED,
        TROUBLE,
        URGENT,
        READABLE,
        PEER_CLOSED,
        WRITABLE,
        CLOSED,
        RESET,
        REFUSED,
        TIMED_OUT
    }

    private static final Notice[] NOTICES = Notice.values();

    private final Connection connection;
    private final Notices notices;
    private final Service service;
    private TcpHandler handler;

    /** The bits of the notices not given yet. */
    private int pending;

    /** @param service asked for the handler before the first notice */
    TcpSocket(Connection connection, Notices notices, Service service) {
        this.connection = connection;
        this.notices = notices;
        this.service = service;
    }

    /**
     * Queues bytes to be sent.
     *
     * @return how many were queued: as many as there was room for, perhaps 0 (then {@link TcpHandler#writable} comes);
     *     {@link #REFUSED} if the connection takes no more, see {@link #refusal}
     */
    public int send(byte[] bytes, int offset, int length) {
        return connection.send(bytes, offset, length);
    }

    /** As {@link #send(byte[], int, int)}. */
    public int send(MemorySegment bytes, long offset, int length) {
        return connection.send(bytes, offset, length);
    }

    /**
     * As {@link #send(byte[], int, int)}, and the other side hears at once that text up to the last of these bytes is urgent. New
     * programs do without (RFC 9293 SHLD-13): many systems take the last byte out of the stream.
     */
    public int sendUrgent(byte[] bytes, int offset, int length) {
        return connection.sendUrgent(bytes, offset, length);
    }

    /** Bytes that {@link #send} would queue now. After 0, {@link TcpHandler#writable} comes. */
    public int room() {
        return connection.room();
    }

    /** Bytes queued that the other side has not acknowledged. */
    public int unacknowledged() {
        return connection.unacknowledged();
    }

    /**
     * Receives bytes.
     *
     * @return how many were received; 0 if there are none yet (then {@link TcpHandler#readable} comes); {@link #REFUSED}
     *     if none will come any more, see {@link #refusal}
     */
    public int receive(byte[] bytes, int offset, int length) {
        return connection.receive(bytes, offset, length);
    }

    /** As {@link #receive(byte[], int, int)}. */
    public int receive(MemorySegment bytes, long offset, int length) {
        return connection.receive(bytes, offset, length);
    }

    /** Bytes that {@link #receive} would give now. */
    public int readable() {
        return connection.readable();
    }

    /**
     * Bytes still to be received, now or later, up to the end of what the other side called urgent (RFC 9293 MUST-33); 0 if nothing
     * urgent is left.
     */
    public int urgent() {
        ConnectionStatus status = connection.status();
        return status == null ? 0 : status.urgent();
    }

    /** Says that nothing more will be sent. What is queued still is, and the other side may go on sending. */
    public void close() {
        connection.close();
    }

    /** Ends the connection at once, with a reset. */
    public void abort() {
        connection.abort();
    }

    /**
     * Gives the connection up when what was sent is not acknowledged, and nothing of it, for so long (RFC 9293 §3.9.1.1);
     * {@link TcpHandler#timedOut} tells. Until somebody says so there is no such limit, and the number of retransmissions decides.
     *
     * @param milliseconds 0 for no such limit
     * @throws IllegalArgumentException if it is negative
     */
    public void userTimeout(long milliseconds) {
        if (milliseconds < 0) {
            throw new IllegalArgumentException("a timeout is 0 or more milliseconds, not " + milliseconds);
        }
        connection.userTimeout(milliseconds);
    }

    /**
     * Turns keep-alives of this connection on or off; off until somebody says so (RFC 9293 §3.8.4). While they are on, and
     * nothing has come for two hours (parameter KEEP.ALIVE.IDLE), the other side is asked for a sign of life, and
     * {@link TcpHandler#timedOut} comes when it gives none again and again.
     */
    public void keepAlive(boolean on) {
        connection.keepAlive(on);
    }

    /**
     * Has IP send our segments with this code point of Diffserv from now on; 0 until somebody says so. Programs do best
     * to keep one (RFC 9293 SHLD-23).
     *
     * @throws IllegalArgumentException if it is not 0 to 63
     */
    public void diffserv(int codePoint) {
        connection.diffserv(codePoint);
    }

    /**
     * Whether the handler hears of soft errors, as {@link TcpHandler#trouble}, from now on; it does until somebody says otherwise
     * (RFC 9293 SHLD-20).
     */
    public void reports(boolean wanted) {
        connection.reports(wanted);
    }

    /** Whether a short segment waits while anything is unacknowledged; as {@code NAGLE} says until somebody says otherwise (RFC 9293 MUST-17). */
    public void nagle(boolean on) {
        connection.nagle(on);
    }

    /**
     * How often something is sent again before the connection is given up, and {@link TcpHandler#timedOut} comes; {@code R2} until
     * somebody says otherwise (RFC 9293 MUST-21). A SYN is sent again {@code R2.SYN} times at least. Refused, see
     * {@link #refusal}, if it is not more than {@code R1}.
     *
     * @param retransmissions {@link #FOREVER}, so that the program alone decides when to end, or a number up to a million
     */
    public void patience(int retransmissions) {
        connection.patience(retransmissions);
    }

    /**
     * The connection as it is now (RFC 9293 §3.9.1.5).
     *
     * @return null if there is none any more
     */
    public ConnectionStatus status() {
        return connection.status();
    }

    /** Why the last call was refused, or null if it was not. */
    public Refusal refusal() {
        return connection.refusal();
    }

    public int localPort() {
        return connection.localPort();
    }

    /** The other side's address. */
    public int remote() {
        return connection.remote();
    }

    public int remotePort() {
        return connection.remotePort();
    }

    /** The record below: for observers and tests. */
    public Connection connection() {
        return connection;
    }

    /** Notes what the connection has to say until the event is over. */
    TcpUser user() {
        return new TcpUser() {
            @Override
            public void told(News news) {
                note(
                        switch (news) {
                            case CONNECTED -> Notice.CONNECTED;
                            case PEER_CLOSED -> Notice.PEER_CLOSED;
                            case CLOSED -> Notice.CLOSED;
                            case RESET -> Notice.RESET;
                            case REFUSED -> Notice.REFUSED;
                            case TIMED_OUT -> Notice.TIMED_OUT;
                            case TROUBLE -> Notice.TROUBLE;
                            case URGENT -> Notice.URGENT;
                        });
            }

            @Override
            public void readable() {
                note(Notice.READABLE);
            }

            @Override
            public void writable() {
                note(Notice.WRITABLE);
            }
        };
    }

    private void note(Notice notice) {
        if (pending == 0) {
            notices.add(this);
        }
        pending |= 1 << notice.ordinal();
    }

    /** Tells the handler. What it brings about by that is told another time. */
    void dispatch() {
        if (handler == null) {
            handler = service.accept(this);
        }
        int now = pending;
        pending = 0;
        for (int bits = now; bits != 0; bits &= bits - 1) {
            tell(NOTICES[Integer.numberOfTrailingZeros(bits)]);
        }
    }

    private void tell(Notice notice) {
        switch (notice) {
            case CONNECTED -> handler.connected(this);
            case TROUBLE -> handler.trouble(this);
            case URGENT -> handler.urgent(this);
            case READABLE -> handler.readable(this);
            case PEER_CLOSED -> handler.peerClosed(this);
            case WRITABLE -> handler.writable(this);
            case CLOSED -> handler.closed(this);
            case RESET -> handler.reset(this);
            case REFUSED -> handler.refused(this);
            case TIMED_OUT -> handler.timedOut(this);
        }
    }

    /** {@code 10.0.0.1:80 <-> 10.0.0.2:49152}. */
    @Override
    public String toString() {
        return Ipv4Address.toString(connection.local()) + ":" + localPort() + " <-> " + Ipv4Address.toString(remote())
                + ":" + remotePort();
    }
}
