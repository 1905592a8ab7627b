package dev.lockstep.stack.tcp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Bytes of a stream, addressed by sequence number: number {@code n} stands at {@code n} modulo the capacity.
 *
 * <p>The capacity is a power of two and so divides 2^32: the place of a byte does not change when sequence numbers
 * wrap around. The ring does not know which of its bytes mean anything; {@link SendBuffer} and
 * {@link ReceiveBuffer} do. Memory is taken from the pool at the first use, since many connections never carry text.
 */
final class TextRing {

    private static final byte[] NOTHING = {};

    private final RingPool pool;
    private final int mask;
    private byte[] bytes = NOTHING;

    TextRing(RingPool pool) {
        this.pool = pool;
        this.mask = pool.capacity() - 1;
    }

    int capacity() {
        return mask + 1;
    }

    /** Stores bytes from number {@code seq} on. */
    void put(int seq, MemorySegment from, long offset, int length) {
        allocate();
        int at = seq & mask;
        int first = Math.min(length, bytes.length - at);
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, offset, bytes, at, first);
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, offset + first, bytes, 0, length - first);
    }

    /** Stores bytes from number {@code seq} on. */
    void put(int seq, byte[] from, int offset, int length) {
        allocate();
        int at = seq & mask;
        int first = Math.min(length, bytes.length - at);
        System.arraycopy(from, offset, bytes, at, first);
        System.arraycopy(from, offset + first, bytes, 0, length - first);
    }

    /** Reads bytes from number {@code seq} on, at least one, that were put there. */
    void get(int seq, MemorySegment to, long offset, int length) {
        int at = seq & mask;
        int first = Math.min(length, bytes.length - at);
        MemorySegment.copy(bytes, at, to, ValueLayout.JAVA_BYTE, offset, first);
        MemorySegment.copy(bytes, 0, to, ValueLayout.JAVA_BYTE, offset + first, length - first);
    }

    /** Reads bytes from number {@code seq} on, at least one, that were put there. */
    void get(int seq, byte[] to, int offset, int length) {
        int at = seq & mask;
        int first = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, to, offset, first);
        System.arraycopy(bytes, 0, to, offset + first, length - first);
    }

    /** Gives the memory back; the text is gone. */
    void free() {
        if (bytes != NOTHING) {
            pool.give(bytes);
            bytes = NOTHING;
        }
    }

    private void allocate() {
        if (bytes == NOTHING) {
            bytes = pool.take();
        }
    }
}
