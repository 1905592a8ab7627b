package dev.lockstep.stack.app;

import dev.lockstep.stack.socket.Service;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;

/**
 * Serves files over HTTP/1.0 and 1.1 (RFC 9110, 9112): GET and HEAD, with Content-Length, several requests on one
 * connection. No ranges, no compression, no request bodies.
 */
public final class HttpFileServer implements Service {

    private final FileSource files;

    /** One for all connections: what is read is sent before the handler returns, or read again. */
    private final byte[] chunk = new byte[65_536];

    public HttpFileServer(FileSource files) {
        this.files = files;
    }

    @Override
    public TcpHandler accept(TcpSocket socket) {
        return new HttpExchange(files, chunk);
    }
}
