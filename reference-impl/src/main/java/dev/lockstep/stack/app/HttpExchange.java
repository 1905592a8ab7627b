package dev.lockstep.stack.app;

import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One connection of {@link HttpFileServer}: reads a request, sends the response, and so on. */
final class HttpExchange implements TcpHandler {

    private static final byte[] NOTHING = {};

    /** Bytes that a client may still send after the last response. */
    private static final long PATIENCE = 16 * 1024 * 1024;

    private final FileSource files;
    private final byte[] chunk;
    private final HttpHead request = new HttpHead();

    /** The response that is being sent: its head, then so many bytes of the file. */
    private byte[] head = NOTHING;

    private int headSent;
    private FileSource.Content body;
    private long bodySent;
    private long bodyLength;
    private boolean keepAlive = true;
    private long thrownAway;

    HttpExchange(FileSource files, byte[] chunk) {
        this.files = files;
        this.chunk = chunk;
    }

    @Override
    public void readable(TcpSocket socket) {
        serve(socket);
    }

    @Override
    public void writable(TcpSocket socket) {
        serve(socket);
    }

    @Override
    public void peerClosed(TcpSocket socket) {
        serve(socket);
    }

    @Override
    public void closed(TcpSocket socket) {
        closeBody();
    }

    @Override
    public void reset(TcpSocket socket) {
        closeBody();
    }

    @Override
    public void timedOut(TcpSocket socket) {
        closeBody();
    }

    /** Does what can be done: sends what there is to send, then reads the next request, as long as there is one. */
    private void serve(TcpSocket socket) {
        while (sent(socket) && keepAlive && requested(socket)) {
            answer();
        }
        if (!keepAlive) {
            throwAway(socket);
        }
    }

    /**
     * Takes what comes after the last request. Left lying, it would close the window, and a client that sends all before
     * it reads would never see the response (RFC 9112 §9.6).
     */
    private void throwAway(TcpSocket socket) {
        int received;
        while ((received = socket.receive(chunk, 0, chunk.length)) > 0) {
            thrownAway += received;
        }
        if (thrownAway > PATIENCE) {
            closeBody();
            socket.abort();
        }
    }

    /** Sends on. Whether the whole response is sent. */
    private boolean sent(TcpSocket socket) {
        if (headSent < head.length) {
            headSent += Math.max(0, socket.send(head, headSent, head.length - headSent));
        }
        try {
            boolean room = headSent == head.length;
            while (room && bodySent < bodyLength) {
                room = sendChunk(socket);
            }
        } catch (IOException unreadable) {
            // Content-Length is a promise that can no longer be kept; only a reset says so.
            closeBody();
            socket.abort();
            return false;
        }
        if (headSent < head.length || bodySent < bodyLength) {
            return false;
        }
        closeBody();
        if (!keepAlive) {
            socket.close();
        }
        return true;
    }

    private boolean sendChunk(TcpSocket socket) throws IOException {
        int room = socket.room();
        if (room == 0) {
            return false;
        }
        int wanted = (int) Math.min(Math.min(room, chunk.length), bodyLength - bodySent);
        int sent = socket.send(chunk, 0, body.read(bodySent, chunk, 0, wanted));
        bodySent += Math.max(0, sent);
        return sent > 0;
    }

    /** Reads on. Whether there is a whole request, or one that is too long. */
    private boolean requested(TcpSocket socket) {
        while (!request.whole() && request.room() > 0) {
            int received = socket.receive(request.buffer(), request.size(), request.room());
            if (received == TcpSocket.REFUSED) {
                keepAlive = false;
                socket.close();
                return false;
            }
            if (received == 0) {
                return false;
            }
            request.added(received);
        }
        return true;
    }

    private void answer() {
        if (!request.whole()) {
            error(431, "Request Header Fields Too Large");
            return;
        }
        String[] line = request.firstLine().split(" ");
        boolean hasBody = !request.field("Transfer-Encoding").isEmpty()
                || !request.field("Content-Length").matches("0*");
        if (line.length != 3 || !line[2].matches("HTTP/1\\.[0-9]") || hasBody) {
            error(400, "Bad Request");
            return;
        }
        keepAlive = line[2].equals("HTTP/1.0")
                ? request.field("Connection").equalsIgnoreCase("keep-alive")
                : !request.field("Connection").equalsIgnoreCase("close");
        boolean isHead = line[0].equals("HEAD");
        if (isHead || line[0].equals("GET")) {
            file(HttpPath.of(line[1]), isHead);
        } else {
            error(501, "Not Implemented");
        }
        request.next();
    }

    private void file(String path, boolean headOnly) {
        if (path == null) {
            error(400, "Bad Request");
            return;
        }
        try {
            body = files.open(path);
        } catch (IOException unreadable) {
            error(500, "Internal Server Error");
            return;
        }
        if (body == null) {
            message(404, "Not Found", headOnly);
        } else {
            respond(200, "OK", body.type(), body.length(), "");
            bodyLength = headOnly ? 0 : body.length();
        }
    }

    /** A response after which the connection is closed, since nobody knows where the next request would begin. */
    private void error(int status, String reason) {
        keepAlive = false;
        message(status, reason, false);
    }

    private void message(int status, String reason, boolean headOnly) {
        String text = status + " " + reason + "\n";
        respond(status, reason, "text/plain; charset=utf-8", text.length(), headOnly ? "" : text);
    }

    /** @param text follows the head at once */
    private void respond(int status, String reason, String type, long length, String text) {
        String lines = "HTTP/1.1 " + status + " " + reason + "\r\n"
                + "Content-Type: " + type + "\r\n"
                + "Content-Length: " + length + "\r\n"
                + "Connection: " + (keepAlive ? "keep-alive" : "close") + "\r\n\r\n";
        head = (lines + text).getBytes(StandardCharsets.US_ASCII);
        headSent = 0;
        bodySent = 0;
        bodyLength = 0;
    }

    private void closeBody() {
        if (body != null) {
            try {
                body.close();
            } catch (IOException ignored) {
                // A file that was only read loses nothing when it cannot be closed.
            }
            body = null;
        }
    }
}
