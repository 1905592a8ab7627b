package dev.lockstep.stack.tcp;

import java.lang.foreign.MemorySegment;

/**
 * Text the user has given us that the other side has not acknowledged: the bytes numbered {@code [front, end)}.
 *
 * <p>The rows say where text stands: {@code queue} gives the number of the first byte it appends, and so the text
 * never has to be found by counting SYN and FIN, which take numbers but no bytes. {@code acknowledged} may name a
 * number before the text (the SYN was acknowledged) or behind it (the FIN was); both are cut to what is here.
 */
final class SendBuffer {

    private final TextRing ring;
    private final int capacity;
    private int front;
    private int size;

    SendBuffer(RingPool pool) {
        this.ring = new TextRing(pool);
        this.capacity = pool.capacity();
    }

    /** Bytes that may be appended. */
    int room() {
        return capacity - size;
    }

    /** Bytes held. */
    int size() {
        return size;
    }

    /**
     * Appends text.
     *
     * @param at sequence number of its first byte: the end of what is here, if anything is
     * @throws IllegalStateException if the text leaves a gap or there is no room, that is, if the tables and the
     *     mechanism no longer agree
     */
    void append(int at, UserText text, int length) {
        if (size == 0) {
            front = at;
        }
        if (at != front + size || length > room()) {
            throw new IllegalStateException("queue of " + length + " bytes at " + Integer.toUnsignedString(at)
                    + " does not fit behind " + size + " at " + Integer.toUnsignedString(front));
        }
        text.copyTo(ring, at, length);
        size += length;
    }

    /**
     * Copies text into a segment.
     *
     * @param length at least 1
     *
     * @throws IllegalStateException if not all of {@code [seq, seq + length)} is here
     */
    void copy(int seq, MemorySegment to, long offset, int length) {
        int ahead = seq - front;
        if (ahead < 0 || length > size - ahead) {
            throw new IllegalStateException("send of " + length + " bytes at " + Integer.toUnsignedString(seq)
                    + " is not among " + size + " at " + Integer.toUnsignedString(front));
        }
        ring.get(seq, to, offset, length);
    }

    /** Forgets what is before {@code upto}; returns how many bytes that were. */
    int release(int upto) {
        int freed = Math.clamp(upto - front, 0, size);
        front += freed;
        size -= freed;
        return freed;
    }

    /** Forgets everything and gives its memory back. */
    void free() {
        size = 0;
        ring.free();
    }
}
