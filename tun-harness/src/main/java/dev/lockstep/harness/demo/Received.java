package dev.lockstep.harness.demo;

import dev.lockstep.harness.target.StreamDigest;
import dev.lockstep.harness.target.Transfer;
import dev.lockstep.stack.app.HttpFetch;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the stack's own HTTP client receives: only looked at, not kept. */
final class Received implements HttpFetch.Outcome {

    private final MessageDigest digest = StreamDigest.newDigest();
    private final long start = System.nanoTime();
    private final CompletableFuture<Transfer> transfer = new CompletableFuture<>();
    private long bytes;

    @Override
    public void body(byte[] text, int offset, int length) {
        digest.update(text, offset, length);
        bytes += length;
    }

    @Override
    public void done(int status, long length) {
        transfer.complete(
                status == 200
                        ? new Transfer.Done(StreamDigest.of(digest, bytes), since())
                        : new Transfer.Failed("status " + status, since()));
    }

    @Override
    public void failed(String why) {
        transfer.complete(new Transfer.Failed(why, since()));
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    boolean isOver() {
        return transfer.isDone();
    }

    /** Ends it with {@code why}, unless it is over. */
    void giveUp(String why) {
        failed(why);
    }

    /** What became of it, once it is over. */
    Transfer now() {
        return transfer.join();
    }

    /** Waits for the end, but not for ever. */
    Transfer await(Duration limit) throws InterruptedException {
        try {
            return transfer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Transfer.Failed("not done after " + limit.toSeconds() + " s", since());
        } catch (ExecutionException impossible) {
            throw new AssertionError("nobody completes it exceptionally", impossible);
        }
    }
}
