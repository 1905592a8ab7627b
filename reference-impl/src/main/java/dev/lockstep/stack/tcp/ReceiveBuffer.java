package dev.lockstep.stack.tcp;

import java.lang.foreign.MemorySegment;

/**
 * Text that has arrived: {@code readable} bytes from number {@code front} on are in order and may be taken by the
 * user; ahead of them lie pieces that {@code keep} put where they belong. Which pieces those are only the rows know.
 */
final class ReceiveBuffer {

    private final TextRing ring;
    private int front;
    private int readable;
    private boolean left;

    /** @param pool whose arrays hold the largest window ever offered and what is unread together */
    ReceiveBuffer(RingPool pool) {
        this.ring = new TextRing(pool);
    }

    /** Bytes the user may take. */
    int readable() {
        return readable;
    }

    /**
     * Stores text that arrived.
     *
     * @param seq number of its first byte
     * @throws IllegalStateException if it would overwrite text that the user has not taken
     */
    void keep(int seq, MemorySegment from, long offset, int length) {
        int ahead = readable == 0 ? 0 : seq - front;
        if (ahead < 0 || length < 0 || ahead + length > ring.capacity()) {
            throw new IllegalStateException("keep of " + length + " bytes at " + Integer.toUnsignedString(seq)
                    + " does not fit behind " + readable + " at " + Integer.toUnsignedString(front));
        }
        ring.put(seq, from, offset, length);
    }

    /**
     * Makes text readable.
     *
     * @param first number of its first byte: behind what is readable, if anything is
     * @throws IllegalStateException if it leaves a gap
     */
    void deliver(int first, int length) {
        if (readable == 0) {
            front = first;
        }
        if (first != front + readable || length < 0 || length > ring.capacity() - readable) {
            throw new IllegalStateException("deliver of " + length + " bytes at " + Integer.toUnsignedString(first)
                    + " does not follow " + readable + " at " + Integer.toUnsignedString(front));
        }
        readable += length;
    }

    /**
     * Hands the first {@code length} readable bytes to the user and frees their space.
     *
     * @param length at least 1
     * @throws IllegalStateException if fewer are readable
     */
    void take(UserText text, int length) {
        if (length > readable) {
            throw new IllegalStateException("take of " + length + " bytes, " + readable + " are readable");
        }
        text.copyFrom(ring, front, length);
        front += length;
        readable -= length;
        if (isEmptied()) {
            free();
        }
    }

    private boolean isEmptied() {
        return left && readable == 0;
    }

    /** From now on what is readable is the user's, and nothing else comes. */
    void leave() {
        left = readable > 0;
    }

    /** Is there text that has been left to the user? */
    boolean isLeft() {
        return left;
    }

    /** Forgets everything and gives its memory back. */
    void free() {
        readable = 0;
        left = false;
        ring.free();
    }
}
