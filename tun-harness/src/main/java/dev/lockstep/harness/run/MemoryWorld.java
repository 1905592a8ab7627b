package dev.lockstep.harness.run;

import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.properties.link.ImpairedLink;
import dev.lockstep.properties.link.Impairment;
import dev.lockstep.properties.link.LinkCounts;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Observer;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Two generated stacks joined by a link, in virtual time: no device, no permission, no waiting, and with the same seed the
 * same run. One of them is watched and recorded as if it were behind a device.
 */
public final class MemoryWorld {

    /** Of a packet each way, where nothing else is asked for. It also keeps a packet from arriving while it is sent. */
    private static final Impairment.Delay LATENCY = new Impairment.Delay(50_000, 0);

    private final EventClock clock;
    private final PacketCapture capture;
    private final ImpairedLink toWatched;
    private final ImpairedLink toOther;
    private final TcpStack watched;
    private final TcpStack other;
    private long now;

    /**
     * @param impairments of the link, both ways; a delay among them replaces the usual one
     * @param recorder watches the first stack
     * @param ofOther watches the other stack; null for nobody
     * @param capture records the first stack's packets; closed by the caller
     */
    public MemoryWorld(
            StackConfig watchedConfig,
            StackConfig otherConfig,
            List<Impairment> impairments,
            long seed,
            Recorder recorder,
            Observer ofOther,
            PacketCapture capture) {
        this.clock = recorder.clock();
        this.capture = capture;
        List<Impairment> link = withLatency(impairments);
        PacketSink deliverToWatched = this::deliverToWatched;
        this.toWatched = new ImpairedLink(link, seed, deliverToWatched);
        this.toOther = new ImpairedLink(link, ~seed, this::deliverToOther);
        Observer observer = recorder.observer();
        this.watched = new TcpStack(watchedConfig, this::sentByWatched, observer);
        this.other = new TcpStack(otherConfig, toWatched, ofOther);
    }

    private static List<Impairment> withLatency(List<Impairment> impairments) {
        if (impairments.stream().anyMatch(Impairment.Delay.class::isInstance)) {
            return impairments;
        }
        List<Impairment> all = new ArrayList<>(impairments);
        all.add(LATENCY);
        return all;
    }

    private void deliverToWatched(MemorySegment buffer, long offset, int length) {
        clock.at(now);
        capture.arrived(buffer, offset, length, now);
        watched.packet(buffer, offset, length, now);
        capture.handled();
    }

    private void deliverToOther(MemorySegment buffer, long offset, int length) {
        other.packet(buffer, offset, length, now);
    }

    private void sentByWatched(MemorySegment buffer, long offset, int length) {
        capture.sent(buffer, offset, length, now);
        toOther.packet(buffer, offset, length);
    }

    /** The stack that is watched, ready for calls. */
    public TcpStack watched() {
        clock.at(now);
        capture.eventBegins();
        watched.clock(now);
        return watched;
    }

    /** The other one. */
    public TcpStack other() {
        other.clock(now);
        return other;
    }

    /** The present instant of virtual time. */
    public long nowNanos() {
        return now;
    }

    public LinkCounts toWatched() {
        return toWatched.counts();
    }

    public LinkCounts toOther() {
        return toOther.counts();
    }

    /**
     * Lets time go on until something is so.
     *
     * @param nanos how much virtual time it may take
     * @return whether it came to be so
     */
    public boolean runUntil(BooleanSupplier done, long nanos) {
        long end = now + nanos;
        while (!done.getAsBoolean()) {
            long next = next();
            if (next == Host.NEVER || next > end) {
                return false;
            }
            now = Math.max(now, next);
            turn();
        }
        return true;
    }

    private long next() {
        return Math.min(
                Math.min(watched.nextDeadlineNanos(), other.nextDeadlineNanos()),
                Math.min(toWatched.nextDeadline(), toOther.nextDeadline()));
    }

    private void turn() {
        toWatched.advance(now);
        toOther.advance(now);
        if (watched.nextDeadlineNanos() <= now) {
            clock.at(now);
            capture.eventBegins();
            watched.expire(now);
        }
        if (other.nextDeadlineNanos() <= now) {
            other.expire(now);
        }
    }
}
