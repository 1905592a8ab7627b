package dev.lockstep.stack.app;

import dev.lockstep.stack.socket.Service;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;

/**
 * Sends back what it receives (RFC 862), and closes when the other side has.
 *
 * <p>It receives no more than it can send on, so a peer that does not read finds its own window closed.
 */
public final class Echo implements Service, TcpHandler {

    /** One for all connections: it is empty again whenever a handler returns. */
    private final byte[] buffer = new byte[16_384];

    @Override
    public TcpHandler accept(TcpSocket socket) {
        return this;
    }

    @Override
    public void readable(TcpSocket socket) {
        pump(socket);
    }

    @Override
    public void writable(TcpSocket socket) {
        pump(socket);
    }

    @Override
    public void peerClosed(TcpSocket socket) {
        pump(socket);
    }

    private void pump(TcpSocket socket) {
        for (int room = room(socket); room > 0; room = room(socket)) {
            int received = socket.receive(buffer, 0, room);
            if (received == TcpSocket.REFUSED) {
                socket.close();
                return;
            }
            if (received == 0) {
                return;
            }
            socket.send(buffer, 0, received);
        }
    }

    private int room(TcpSocket socket) {
        return Math.min(socket.room(), buffer.length);
    }
}
