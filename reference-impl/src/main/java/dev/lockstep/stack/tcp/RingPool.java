package dev.lockstep.stack.tcp;

/**
 * Memory for {@link TextRing}s of one capacity. Connections come and go far more often than memory should: a ring takes
 * an array when text first needs it and gives it back when its connection is over.
 */
final class RingPool {

    private final int capacity;
    private final byte[][] free;
    private int count;

    /**
     * @param atLeast bytes of each array; rounded up to a power of two
     * @param most how many arrays are kept for later
     */
    RingPool(int atLeast, int most) {
        this.capacity = Integer.highestOneBit(Math.max(atLeast, 2) - 1) * 2;
        this.free = new byte[most][];
    }

    int capacity() {
        return capacity;
    }

    /** An array that holds anything, perhaps another connection's text: nobody may read what he has not written. */
    byte[] take() {
        if (count == 0) {
            return new byte[capacity];
        }
        byte[] bytes = free[--count];
        free[count] = null;
        return bytes;
    }

    void give(byte[] bytes) {
        if (count < free.length) {
            free[count++] = bytes;
        }
    }
}
