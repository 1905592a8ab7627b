package dev.lockstep.harness.tun;

import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.properties.link.ImpairedLink;
import dev.lockstep.properties.link.LinkCounts;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The event loop: one platform thread that owns a device and the host behind it. Packets, timers and commands of
 * other threads all run there, one at a time, so the host needs no lock.
 *
 * <pre>
 * kernel -> device -> impairments -> capture -> host
 * kernel &lt;- device &lt;- impairments &lt;- capture &lt;- host
 * </pre>
 *
 * <p>The recording is the host's view: what the link loses on the way in is not in it, what it loses on the way out
 * is. One system call per packet, and few besides: after a write the loop reads again before it thinks of sleeping,
 * since the kernel has queued its answer by then.
 */
public final class TunLoop implements AutoCloseable {

    private final TunDevice device;
    private final LoopOptions options;
    private final Host host;
    private final ImpairedLink toHost;
    private final ImpairedLink toKernel;
    private final PacketCapture capture; // null where nothing is recorded
    private final LoopCommands commands = new LoopCommands();
    private final Thread thread;
    private final long origin = System.nanoTime();
    private long now;
    private long writesSeen; // as of the last read that found nothing
    private long busyAt;
    private volatile boolean stopping;
    private volatile Throwable failure;

    private TunLoop(TunDevice device, LoopOptions options, Function<PacketSink, Host> hostMaker) {
        this.device = device;
        this.options = options;
        this.capture = options.capture().orElse(null);
        this.toKernel = new ImpairedLink(options.toKernel(), ~options.seed(), device);
        this.toHost = new ImpairedLink(options.toHost(), options.seed(), this::deliver);
        if (capture != null) {
            capture.begin(Instant.now());
        }
        this.host = hostMaker.apply(this::send);
        this.thread =
                Thread.ofPlatform().daemon().name("lockstep-" + device.name()).unstarted(this::run);
    }

    /**
     * Starts a loop.
     *
     * @param device owned by the loop once this returns, and closed when the loop ends
     * @param hostMaker makes the host, given where it sends packets to; called at once, on this thread
     */
    public static TunLoop start(TunDevice device, LoopOptions options, Function<PacketSink, Host> hostMaker) {
        TunLoop loop = new TunLoop(device, options, hostMaker);
        loop.thread.start();
        return loop;
    }

    /**
     * Has the loop's thread do something with the host, soon. From any thread.
     *
     * @return what the task gives or throws; {@link java.util.concurrent.RejectedExecutionException} where the loop
     *     has ended
     */
    public <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (commands.post(task, result)) {
            device.wake();
        }
        return result;
    }

    /** The present instant on the loop's clock. For tasks on the loop's thread. */
    public long nowNanos() {
        return now;
    }

    /** What device and link did so far. */
    public record Counts(DeviceCounters.Snapshot device, LinkCounts toHost, LinkCounts toKernel) {}

    /** For tasks on the loop's thread, and for everybody after {@link #close}. */
    public Counts counts() {
        return new Counts(device.counters().snapshot(), toHost.counts(), toKernel.counts());
    }

    private void run() {
        Throwable ended = null;
        try {
            while (!stopping) {
                turn();
            }
        } catch (Throwable thrown) {
            ended = thrown;
        } finally {
            failure = ended;
            commands.close(ended);
            release();
        }
    }

    /** One turn: packets, commands, timers, the end of the batch, delayed packets, and sleep if all is quiet. */
    private void turn() {
        boolean drained = drain();
        tick();
        if (capture != null) {
            capture.eventBegins();
        }
        if (commands.run()) {
            busyAt = now;
        }
        if (host.nextDeadlineNanos() <= now) {
            if (capture != null) {
                capture.eventBegins();
            }
            host.expire(now);
        }
        if (capture != null) {
            capture.eventBegins();
        }
        host.batchEnd(now);
        tick();
        if (drained && device.counters().writes == writesSeen) {
            sleep();
        }
    }

    /** Tells both directions the time; what is due comes out. */
    private void tick() {
        now = Math.max(now, System.nanoTime() - origin);
        toHost.advance(now);
        toKernel.advance(now);
    }

    /** @return whether nothing is left to read */
    private boolean drain() {
        for (int i = 0; i < options.batch(); i++) {
            long writesBefore = device.counters().writes;
            int length = device.read();
            if (length == 0) {
                writesSeen = writesBefore;
                return true;
            }
            tick();
            busyAt = now;
            toHost.packet(device.buffer(), device.offset(), length);
        }
        return false;
    }

    private void deliver(MemorySegment buffer, long offset, int length) {
        if (capture == null) {
            host.packet(buffer, offset, length, now);
            return;
        }
        capture.arrived(buffer, offset, length, now);
        host.packet(buffer, offset, length, now);
        capture.handled();
    }

    private void send(MemorySegment buffer, long offset, int length) {
        if (capture != null) {
            capture.sent(buffer, offset, length, now);
        }
        // With the time: inside toHost.advance, after a sleep, toKernel has not been told it yet.
        toKernel.packet(buffer, offset, length, now);
    }

    private void sleep() {
        long deadline = Math.min(host.nextDeadlineNanos(), Math.min(toHost.nextDeadline(), toKernel.nextDeadline()));
        if (deadline <= now) {
            return;
        }
        if (now - busyAt < options.spinNanos()) {
            Thread.onSpinWait();
            return;
        }
        if (commands.tryToSleep()) {
            long timeout = deadline == Host.NEVER ? Long.MAX_VALUE : deadline - (System.nanoTime() - origin);
            device.await(timeout);
            commands.awake();
        }
    }

    private void release() {
        device.close();
        if (capture != null) {
            try {
                capture.close();
            } catch (IOException unwritten) {
                if (failure == null) {
                    failure = unwritten;
                }
            }
        }
    }

    /**
     * Ends the loop, closes device and recording, and waits for that (unless called by the loop's own thread).
     *
     * @throws IllegalStateException what made the loop end by itself before, as cause: a defect of the host, an
     *     interface that went away, a recording that could not be written
     */
    @Override
    public void close() {
        stopping = true;
        if (Thread.currentThread() == thread) {
            return; // a command: the loop ends after it
        }
        device.wake();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true; // the device must be closed before we return
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("the loop of " + device.name() + " ended by a failure", failure);
        }
    }
}
