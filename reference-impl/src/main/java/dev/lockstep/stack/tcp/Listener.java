package dev.lockstep.stack.tcp;

import dev.lockstep.stack.tcp.table.Opening;
import java.util.ArrayDeque;

/**
 * A port on which others may open connections.
 *
 * <p>It keeps a spare record on which OPEN (passive) was called. A segment for the port that belongs to no connection is
 * an event of the spare; if the rows {@code bind} it to the sender, it is a connection of its own, and another spare takes
 * its place, as long as fewer than {@code backlog} are bound and not open yet. Without a spare, segments are lost. A record
 * that rows {@code unbind} is a spare again.
 */
public final class Listener {

    private final TcpLayer layer;
    private final int port;
    private final int backlog;
    private final Acceptor acceptor;
    private final ArrayDeque<Connection> spares = new ArrayDeque<>();
    private int pending;
    private boolean closed;

    Listener(TcpLayer layer, int port, int backlog, Acceptor acceptor) {
        this.layer = layer;
        this.port = port;
        this.backlog = backlog;
        this.acceptor = acceptor;
    }

    public int port() {
        return port;
    }

    /** Connections that are bound to a peer and not open yet. */
    public int pending() {
        return pending;
    }

    /** Stops listening. Connections that are open or being opened go on. */
    public void close() {
        if (!closed) {
            closed = true;
            layer.forget(this);
            refill();
        }
    }

    /** The record for a segment that belongs to no connection, or null. */
    Connection spare() {
        return spares.peek();
    }

    /** The spare was bound. */
    void bound() {
        spares.remove();
        pending++;
        layer.refill(this);
    }

    /** A record that was bound listens again. */
    void unbound(Connection connection) {
        spares.push(connection);
        settled();
    }

    /** A connection that was pending is open, or over. */
    void settled() {
        pending--;
        layer.refill(this);
    }

    TcpUser accepted(Connection connection) {
        return acceptor.accepted(connection);
    }

    /** Makes a spare ready, if there is none and may be one; none is kept once closed. Not during an event: this is one. */
    void refill() {
        while (closed && !spares.isEmpty()) {
            spares.remove().close();
        }
        if (spares.isEmpty() && !closed && pending < backlog) {
            Connection spare = layer.create(this);
            spares.push(spare);
            spare.open(Opening.PASSIVE);
        }
    }
}
