package dev.lockstep.properties.link;

import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One direction of a link, as a decorator of the sink at its far end.
 *
 * <p>Its owner tells it the time by {@link #advance}, at least before each batch of packets and at
 * {@link #nextDeadline}. Packets that are due come out during {@code advance} (or during {@link #packet}, where
 * nothing delays them), in the order and with the content that depend on the seed, the packets offered and their
 * instants alone, not on how often {@code advance} is called.
 *
 * <p>Calls may nest: what a delivered packet sets off may offer packets to this link again.
 */
public final class ImpairedLink implements PacketSink {

    private final LinkCounters counters = new LinkCounters();

    /** First to last, each handing on to the following one. */
    private final List<Stage> stages;

    private final Stage entry;
    private long now;

    /**
     * @param impairments what the link does; at most one of each kind, in any order
     * @param seed the same seed makes the same choices; give the two directions of a link different ones
     * @param farEnd where packets come out; the memory it is lent may belong to this link
     */
    public ImpairedLink(List<Impairment> impairments, long seed, PacketSink farEnd) {
        List<Impairment> ordered = new ArrayList<>(impairments);
        ordered.sort(Comparator.comparingInt(ImpairedLink::rank));
        for (int i = 1; i < ordered.size(); i++) {
            if (rank(ordered.get(i)) == rank(ordered.get(i - 1))) {
                throw new IllegalArgumentException("twice the same kind of impairment: " + impairments);
            }
        }
        Stage last = (buffer, offset, length, atNanos) -> {
            counters.delivered++;
            farEnd.packet(buffer, offset, length);
        };
        List<Stage> built = new ArrayList<>();
        for (Impairment impairment : ordered.reversed()) {
            last = stage(impairment, seed, last);
            built.addFirst(last);
        }
        stages = List.copyOf(built);
        entry = last;
    }

    /** The order in which impairments act, as {@link Impairment} documents it. */
    private static int rank(Impairment impairment) {
        return switch (impairment) {
            case Impairment.Loss loss -> 0;
            case Impairment.Corrupt corrupt -> 1;
            case Impairment.Duplicate duplicate -> 2;
            case Impairment.Rate rate -> 3;
            case Impairment.Reorder reorder -> 4;
            case Impairment.Delay delay -> 5;
        };
    }

    /** Each kind draws from a generator of its own: adding a delay does not change which packets are lost. */
    private Stage stage(Impairment impairment, long seed, Stage next) {
        return switch (impairment) {
            case Impairment.Loss loss -> new LossStage(loss, SplitMix.of(seed, "loss"), counters, next);
            case Impairment.Corrupt corrupt -> new CorruptStage(corrupt, SplitMix.of(seed, "corrupt"), counters, next);
            case Impairment.Duplicate duplicate ->
                new DuplicateStage(duplicate, SplitMix.of(seed, "duplicate"), counters, next);
            case Impairment.Rate rate -> new RateStage(rate, counters, next);
            case Impairment.Reorder reorder -> new ReorderStage(reorder, SplitMix.of(seed, "reorder"), counters, next);
            case Impairment.Delay delay -> new DelayStage(delay, SplitMix.of(seed, "delay"), counters, next);
        };
    }

    /** Lets time go on, then takes a packet: right whenever another link's delivery may have led here. */
    public void packet(MemorySegment buffer, long offset, int length, long nowNanos) {
        advance(nowNanos);
        packet(buffer, offset, length);
    }

    /** Takes a packet at the instant last given to {@link #advance}. */
    @Override
    public void packet(MemorySegment buffer, long offset, int length) {
        counters.offered++;
        entry.packet(buffer, offset, length, now);
    }

    /**
     * Lets time go on, and lets out what is due until then, earliest first.
     *
     * @param nowNanos the present instant; an earlier one than before changes nothing
     */
    public void advance(long nowNanos) {
        while (true) {
            Stage earliest = earliest();
            long due = earliest == null ? Host.NEVER : earliest.nextDeadline();
            if (earliest == null || due > nowNanos) {
                break;
            }
            now = Math.max(now, due); // what a delivery sets off happens then, not at the end of the step
            earliest.release();
        }
        now = Math.max(now, nowNanos);
    }

    /** When {@link #advance} should be called next at the latest, or {@link Host#NEVER}. */
    public long nextDeadline() {
        Stage earliest = earliest();
        return earliest == null ? Host.NEVER : earliest.nextDeadline();
    }

    /** The stage whose turn is next; of two with the same instant the later one, which the packet reached before. */
    private Stage earliest() {
        Stage earliest = null;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            long deadline = stage.nextDeadline();
            if (deadline != Host.NEVER && (earliest == null || deadline <= earliest.nextDeadline())) {
                earliest = stage;
            }
        }
        return earliest;
    }

    /** What happened so far. */
    public LinkCounts counts() {
        return counters.snapshot();
    }
}
