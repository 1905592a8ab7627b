package dev.lockstep.stack.app;

import dev.lockstep.stack.socket.Service;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;

/** Throws away what it receives (RFC 863), and closes when the other side has. */
public final class Discard implements Service, TcpHandler {

    /** One for all connections: nobody reads it. */
    private final byte[] buffer = new byte[65_536];

    private long discarded;

    /** Bytes thrown away so far, of all connections. */
    public long discarded() {
        return discarded;
    }

    @Override
    public TcpHandler accept(TcpSocket socket) {
        return this;
    }

    @Override
    public void readable(TcpSocket socket) {
        pump(socket);
    }

    @Override
    public void peerClosed(TcpSocket socket) {
        pump(socket);
        socket.close();
    }

    private void pump(TcpSocket socket) {
        for (int n = socket.receive(buffer, 0, buffer.length); n > 0; n = socket.receive(buffer, 0, buffer.length)) {
            discarded += n;
        }
    }
}
