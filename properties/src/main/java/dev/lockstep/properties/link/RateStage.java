package dev.lockstep.properties.link;

import java.lang.foreign.MemorySegment;

/**
 * {@code rate=}, {@code queue=}: a bottleneck that sends one packet after the other, each for as long as its bytes
 * take, and loses what does not fit into its queue.
 */
final class RateStage implements Stage {

    private static final long BIT_NANOS_PER_BYTE = 8_000_000_000L;

    private final long bitsPerSecond;
    private final int queueBytes;
    private final LinkCounters counters;
    private final Stage next;
    private final PacketQueue queue;
    private long freeAt;
    private long owed; // what rounding down to whole nanoseconds left over, in bit-nanoseconds

    RateStage(Impairment.Rate rate, LinkCounters counters, Stage next) {
        this.bitsPerSecond = rate.bitsPerSecond();
        this.queueBytes = rate.queueBytes();
        this.counters = counters;
        this.next = next;
        // Twice, since a ring keeps packets in one piece and loses some room to that.
        this.queue = new PacketQueue((int) Math.min(Integer.MAX_VALUE - 8, 2L * queueBytes));
    }

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long atNanos) {
        if (queue.waitingBytes() + (long) length > queueBytes) {
            counters.queueDrops++;
            return;
        }
        if (freeAt <= atNanos) {
            freeAt = atNanos;
            owed = 0;
        }
        long work = length * BIT_NANOS_PER_BYTE + owed;
        long sent = freeAt + work / bitsPerSecond;
        if (queue.add(buffer, offset, length, sent)) {
            freeAt = sent;
            owed = work % bitsPerSecond;
        } else {
            counters.queueDrops++;
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
