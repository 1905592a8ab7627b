package dev.lockstep.harness.run;

import dev.lockstep.harness.tun.LoopOptions;
import dev.lockstep.harness.tun.TunDevice;
import dev.lockstep.harness.tun.TunLoop;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Observer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** The generated stack behind a TUN device, on a thread of its own. */
public final class StackLoop implements AutoCloseable {

    private final EventClock clock;
    private final TunLoop loop;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private TcpStack stack;

    /**
     * Starts it.
     *
     * @param device up already; closed with this
     * @param clock set before each event
     * @param observer of the stack's events; null for none
     */
    public StackLoop(TunDevice device, LoopOptions options, StackConfig config, EventClock clock, Observer observer) {
        this.clock = clock;
        this.loop = TunLoop.start(device, options, sink -> {
            stack = new TcpStack(config, sink, observer);
            return new Watched(stack, clock, failure);
        });
    }

    /**
     * Has the loop's thread do something with the stack, and waits for it.
     *
     * @throws IllegalStateException where the loop has ended; its cause says why
     */
    public <T> T ask(Function<TcpStack, T> question) {
        try {
            return loop.submit(() -> {
                        clock.at(loop.nowNanos());
                        stack.clock(loop.nowNanos());
                        return question.apply(stack);
                    })
                    .get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RejectedExecutionException ended ->
                    throw new IllegalStateException("the stack's loop has ended", failure.getNow(ended));
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case Throwable thrown -> throw new IllegalStateException(thrown);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack was asked", interrupted);
        }
    }

    /** Completed with what broke the stack, as soon as something does. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    /** Figures of device and link. Within {@link #ask} or after {@link #close}. */
    public TunLoop.Counts counts() {
        return loop.counts();
    }

    /** The stack itself: within {@link #ask} or after {@link #close}. */
    public TcpStack stack() {
        return stack;
    }

    /** Ends loop, device and recording. What broke the stack is told by {@link #failure} and not again. */
    @Override
    public void close() {
        try {
            loop.close();
        } catch (IllegalStateException ended) {
            if (!failure.isDone()) {
                throw ended;
            }
        }
    }
}
