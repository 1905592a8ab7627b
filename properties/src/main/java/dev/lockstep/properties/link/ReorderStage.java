package dev.lockstep.properties.link;

import dev.lockstep.stack.link.Host;
import java.lang.foreign.MemorySegment;

/**
 * {@code reorder=}, {@code depth=}: a packet is held back until {@code depth} later ones have overtaken it, or until
 * {@link #LONGEST_HOLD_NANOS} are over, since the last packet of all would wait for ever.
 */
final class ReorderStage implements Stage {

    /** Well below any retransmission timeout (1 s in RFC 6298, 200 ms in Linux): late, not lost. */
    static final long LONGEST_HOLD_NANOS = 10_000_000;

    /** One more than may be held at once; a packet chosen beyond that goes through. */
    private static final int SLOTS = 16;

    private final double share;
    private final int depth;
    private final SplitMix random;
    private final LinkCounters counters;
    private final Stage next;

    /** Held packets in the order of their arrival, in the first {@link #held} places. */
    private final Slot[] slots = new Slot[SLOTS];

    private int held;

    private static final class Slot {
        byte[] bytes = new byte[2048];
        MemorySegment memory = MemorySegment.ofArray(bytes);
        int length;
        int overtakers; // still to come
        long dueNanos;
    }

    ReorderStage(Impairment.Reorder reorder, SplitMix random, LinkCounters counters, Stage next) {
        this.share = reorder.share();
        this.depth = reorder.depth();
        this.random = random;
        this.counters = counters;
        this.next = next;
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
        }
    }

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long atNanos) {
        if (random.chance(share) && held < SLOTS - 1) {
            hold(buffer, offset, length, atNanos);
            return;
        }
        for (int i = 0; i < held; i++) {
            slots[i].overtakers--;
        }
        next.packet(buffer, offset, length, atNanos);
        while (held > 0 && slots[0].overtakers <= 0) { // the first was held first and has the fewest left
            counters.reordered++;
            letGo(atNanos);
        }
    }

    private void hold(MemorySegment buffer, long offset, int length, long atNanos) {
        Slot slot = slots[held++];
        if (slot.bytes.length < length) {
            slot.bytes = new byte[0x10000];
            slot.memory = MemorySegment.ofArray(slot.bytes);
        }
        MemorySegment.copy(buffer, offset, slot.memory, 0, length);
        slot.length = length;
        slot.overtakers = depth;
        slot.dueNanos = atNanos + LONGEST_HOLD_NANOS;
    }

    /** Hands on the packet that was held first. */
    private void letGo(long atNanos) {
        Slot slot = slots[0];
        // Its slot goes to the end, so that a packet that comes back during the call is not put into it.
        System.arraycopy(slots, 1, slots, 0, SLOTS - 1);
        slots[SLOTS - 1] = slot;
        held--;
        next.packet(slot.memory, 0, slot.length, atNanos);
    }

    @Override
    public long nextDeadline() {
        return held == 0 ? Host.NEVER : slots[0].dueNanos;
    }

    @Override
    public void release() {
        if (slots[0].overtakers < depth) {
            counters.reordered++;
        }
        letGo(slots[0].dueNanos);
    }
}
