package dev.lockstep.properties.link;

import java.lang.foreign.MemorySegment;

/** {@code loss=}: a packet vanishes. */
final class LossStage implements Stage {

    private final double share;
    private final SplitMix random;
    private final LinkCounters counters;
    private final Stage next;

    LossStage(Impairment.Loss loss, SplitMix random, LinkCounters counters, Stage next) {
        this.share = loss.share();
        this.random = random;
        this.counters = counters;
        this.next = next;
    }

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long atNanos) {
        if (random.chance(share)) {
            counters.lost++;
        } else {
            next.packet(buffer, offset, length, atNanos);
        }
    }
}
