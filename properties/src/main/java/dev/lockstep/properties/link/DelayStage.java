package dev.lockstep.properties.link;

import java.lang.foreign.MemorySegment;

/**
 * {@code delay=}, {@code jitter=}: every packet waits. Its wait is drawn evenly from {@code delay - jitter} to
 * {@code delay + jitter}, but it never arrives before an earlier one: order is for {@code reorder=} to break.
 */
final class DelayStage implements Stage {

    /** More than 100 ms at 5 Gbit/s. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final long nanos;
    private final long jitterNanos;
    private final SplitMix random;
    private final LinkCounters counters;
    private final Stage next;
    private final PacketQueue queue = new PacketQueue(MOST_BYTES);
    private long lastDue;

    DelayStage(Impairment.Delay delay, SplitMix random, LinkCounters counters, Stage next) {
        this.nanos = delay.nanos();
        this.jitterNanos = delay.jitterNanos();
        this.random = random;
        this.counters = counters;
        this.next = next;
    }

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long atNanos) {
        long wait = jitterNanos == 0 ? nanos : nanos - jitterNanos + random.below(2 * jitterNanos + 1);
        long due = Math.max(lastDue, atNanos + wait);
        if (queue.add(buffer, offset, length, due)) {
            lastDue = due;
        } else {
            counters.overflows++;
        }
    }

    @Override
    public long nextDeadline() {
        return queue.nextDue();
    }

    @Override
    public void release() {
        queue.releaseTo(next);
    }
}
