package dev.lockstep.harness.target;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The JDK's web server on the kernel's TCP: {@code GET /file} gives one file, {@code POST /digest} answers with the
 * length and SHA-256 of what was sent.
 */
public final class KernelHttpServer implements AutoCloseable {

    private final HttpServer server;

    /** Platform threads: a virtual thread's carrier may be outside the network namespace. */
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("kernel-http-", 0).factory());

    private KernelHttpServer(InetSocketAddress address, Path file) throws IOException {
        server = HttpServer.create(address, 64);
        server.createContext("/file", exchange -> give(exchange, file));
        server.createContext("/digest", KernelHttpServer::digest);
        server.setExecutor(workers);
    }

    /**
     * Starts it in the calling thread's network namespace.
     *
     * @param address to listen at; port 0 lets the kernel choose one
     * @param file to give
     */
    public static KernelHttpServer start(InetSocketAddress address, Path file) throws IOException {
        KernelHttpServer server = new KernelHttpServer(address, file);
        server.server.start();
        return server;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    public URI fileUri() {
        return uri("/file");
    }

    public URI digestUri() {
        return uri("/digest");
    }

    private URI uri(String path) {
        String host = address().getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + address().getPort() + path);
    }

    private static void give(HttpExchange exchange, Path file) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, Files.size(file));
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }

    private static void digest(HttpExchange exchange) throws IOException {
        try (exchange) {
            StreamDigest sent = StreamDigest.of(exchange.getRequestBody());
            byte[] answer = (sent.bytes() + " " + sent.sha256() + "\n").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Stops listening and drops what is still open. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
