package dev.lockstep.harness.target;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@link java.net.http.HttpClient} in this process. Its threads are platform threads that the calling thread starts,
 * so that its connections are made in the caller's network namespace. A client per call: a connection kept for the
 * next call would change what the next call shows.
 */
public final class JdkHttpClient implements HttpFetch {

    @Override
    public String name() {
        return "Java " + Runtime.version().feature() + " HttpClient";
    }

    @Override
    public Transfer get(URI uri, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("kernel-client-", 0).factory());
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(null))
                .executor(threads)
                .build();
        try {
            // The library's own time limit ends with the header; this one covers the body too.
            Future<Transfer> transfer = threads.submit(() -> fetch(client, uri, start));
            return transfer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Transfer.Failed("not done after " + limit.toMillis() + " ms", since(start));
        } catch (ExecutionException failed) {
            return new Transfer.Failed(String.valueOf(failed.getCause()), since(start));
        } finally {
            client.shutdownNow();
            threads.shutdownNow();
        }
    }

    private static Transfer fetch(HttpClient client, URI uri, long start) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            StreamDigest content = StreamDigest.of(body);
            return response.statusCode() == 200
                    ? new Transfer.Done(content, since(start))
                    : new Transfer.Failed("status " + response.statusCode(), since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
