package dev.lockstep.properties.link;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * {@code corrupt=}: one bit of a packet is flipped, anywhere in it. The Internet checksum finds each single flipped
 * bit that it covers (RFC 1071), so a transfer that still comes out wrong is the receiver's fault.
 */
final class CorruptStage implements Stage {

    private static final int LONGEST = 0x10000;

    private final double share;
    private final SplitMix random;
    private final LinkCounters counters;
    private final Stage next;
    private final MemorySegment spare = MemorySegment.ofArray(new byte[LONGEST]);
    private boolean lent;

    CorruptStage(Impairment.Corrupt corrupt, SplitMix random, LinkCounters counters, Stage next) {
        this.share = corrupt.share();
        this.random = random;
        this.counters = counters;
        this.next = next;
    }

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long atNanos) {
        if (!random.chance(share)) {
            next.packet(buffer, offset, length, atNanos);
            return;
        }
        counters.corrupted++;
        boolean nested = lent; // a delivery of a damaged packet led to this one: its bytes are still being looked at
        MemorySegment copy = nested ? MemorySegment.ofArray(new byte[length]) : spare;
        MemorySegment.copy(buffer, offset, copy, 0, length); // what is borrowed may be a retransmission queue
        long bit = random.below(8L * length);
        byte damaged = (byte) (copy.get(JAVA_BYTE, bit / 8) ^ (1 << (bit % 8)));
        copy.set(JAVA_BYTE, bit / 8, damaged);
        lent = true;
        next.packet(copy, 0, length, atNanos);
        lent = nested;
    }
}
