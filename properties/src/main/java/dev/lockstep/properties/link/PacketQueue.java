package dev.lockstep.properties.link;

import dev.lockstep.stack.link.Host;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Packets that wait, first in, first out, each with the instant it is due. Bytes are copied into one ring that grows
 * to what the link holds at most and is then reused: no allocation after that.
 */
final class PacketQueue {

    private static final int FIRST_BYTES = 16 * 1024;
    private static final int FIRST_PACKETS = 64;

    private final int mostBytes;
    private byte[] bytes = new byte[FIRST_BYTES];
    private MemorySegment memory = MemorySegment.ofArray(bytes);
    private int tail; // where the next packet's bytes go
    private int used; // bytes between the first waiting packet and the tail, a gap at the ring's end included

    private long[] due = new long[FIRST_PACKETS]; // the lengths of these arrays are powers of two
    private int[] start = new int[FIRST_PACKETS];
    private int[] length = new int[FIRST_PACKETS];
    private int[] taken = new int[FIRST_PACKETS]; // bytes of the ring that a packet gives back
    private int first;
    private int count;
    private int waitingBytes;
    private int growths;

    /** @param mostBytes how far the ring may grow */
    PacketQueue(int mostBytes) {
        this.mostBytes = Math.max(mostBytes, FIRST_BYTES);
    }

    int waitingBytes() {
        return waitingBytes;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The instant of the first packet, or {@link Host#NEVER} where none waits. */
    long nextDue() {
        return count == 0 ? Host.NEVER : due[first];
    }

    /**
     * Copies a packet to the end of the queue.
     *
     * @return false where the ring may not grow far enough; the packet is not taken
     */
    boolean add(MemorySegment buffer, long offset, int packetLength, long dueNanos) {
        int gap = gapBefore(packetLength);
        while (used + gap + packetLength > bytes.length) {
            if (bytes.length >= mostBytes) {
                return false;
            }
            growBytes();
            gap = gapBefore(packetLength);
        }
        if (count == due.length) {
            growPackets();
        }
        int position = tail + packetLength > bytes.length ? 0 : tail;
        MemorySegment.copy(buffer, offset, memory, position, packetLength);
        int slot = (first + count) & (due.length - 1);
        due[slot] = dueNanos;
        start[slot] = position;
        length[slot] = packetLength;
        taken[slot] = gap + packetLength;
        used += gap + packetLength;
        tail = position + packetLength;
        waitingBytes += packetLength;
        count++;
        return true;
    }

    /** Bytes to leave unused at the ring's end, since a packet is kept in one piece. */
    private int gapBefore(int packetLength) {
        return tail + packetLength > bytes.length ? bytes.length - tail : 0;
    }

    /** Takes the first packet out and hands it on, at the instant it was due. */
    void releaseTo(Stage next) {
        int slot = first;
        int given = taken[slot];
        int growthsBefore = growths;
        first = (first + 1) & (due.length - 1);
        count--;
        waitingBytes -= length[slot];
        // The bytes stay reserved until the call is over: what it sends may come back into this queue. If that made
        // the ring grow, the packets left were moved together, and there is nothing to give back.
        next.packet(memory, start[slot], length[slot], due[slot]);
        if (growths == growthsBefore) {
            used -= given;
        }
    }

    private void growBytes() {
        byte[] larger = new byte[(int) Math.min(mostBytes, 2L * bytes.length)];
        int position = 0;
        for (int i = 0; i < count; i++) {
            int slot = (first + i) & (due.length - 1);
            System.arraycopy(bytes, start[slot], larger, position, length[slot]);
            start[slot] = position;
            taken[slot] = length[slot];
            position += length[slot];
        }
        growths++;
        bytes = larger;
        memory = MemorySegment.ofArray(bytes);
        tail = position;
        used = position;
    }

    private void growPackets() {
        int old = due.length;
        long[] oldDue = due;
        int[] oldStart = start;
        int[] oldLength = length;
        int[] oldTaken = taken;
        due = Arrays.copyOf(due, 2 * old);
        start = Arrays.copyOf(start, 2 * old);
        length = Arrays.copyOf(length, 2 * old);
        taken = Arrays.copyOf(taken, 2 * old);
        for (int i = 0; i < old; i++) {
            int from = (first + i) & (old - 1);
            due[i] = oldDue[from];
            start[i] = oldStart[from];
            length[i] = oldLength[from];
            taken[i] = oldTaken[from];
        }
        first = 0;
    }
}
