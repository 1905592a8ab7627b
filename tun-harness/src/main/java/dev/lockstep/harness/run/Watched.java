package dev.lockstep.harness.run;

import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.socket.TcpStack;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CompletableFuture;

/**
 * Hands everything on to a stack, tells the time to its observers, and tells if it fails: in an edited table it can
 * happen that no row matches.
 */
record Watched(TcpStack stack, EventClock clock, CompletableFuture<Throwable> failure) implements Host {

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long nowNanos) {
        clock.at(nowNanos);
        try {
            stack.packet(buffer, offset, length, nowNanos);
        } catch (RuntimeException | Error thrown) {
            failure.complete(thrown);
            throw thrown;
        }
    }

    @Override
    public long nextDeadlineNanos() {
        return stack.nextDeadlineNanos();
    }

    @Override
    public void expire(long nowNanos) {
        clock.at(nowNanos);
        try {
            stack.expire(nowNanos);
        } catch (RuntimeException | Error thrown) {
            failure.complete(thrown);
            throw thrown;
        }
    }

    @Override
    public void batchEnd(long nowNanos) {
        clock.at(nowNanos);
        try {
            stack.batchEnd(nowNanos);
        } catch (RuntimeException | Error thrown) {
            failure.complete(thrown);
            throw thrown;
        }
    }
}
