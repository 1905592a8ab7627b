package dev.lockstep.properties.link;

import java.lang.foreign.MemorySegment;

/** {@code duplicate=}: a packet comes twice, one right after the other. */
final class DuplicateStage implements Stage {

    private final double share;
    private final SplitMix random;
    private final LinkCounters counters;
    private final Stage next;

    DuplicateStage(Impairment.Duplicate duplicate, SplitMix random, LinkCounters counters, Stage next) {
        this.share = duplicate.share();
        this.random = random;
        this.counters = counters;
        this.next = next;
    }

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long atNanos) {
        boolean twice = random.chance(share); // before handing on, which may come back here
        next.packet(buffer, offset, length, atNanos);
        if (twice) {
            counters.duplicated++;
            next.packet(buffer, offset, length, atNanos);
        }
    }
}
