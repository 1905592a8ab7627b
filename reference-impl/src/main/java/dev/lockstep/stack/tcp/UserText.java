package dev.lockstep.stack.tcp;

import java.lang.foreign.MemorySegment;

/**
 * The memory a user named in the call that is being carried out: where SEND's text comes from, where RECEIVE's goes.
 *
 * <p>An array or a segment; wrapping an array into a segment would allocate on each call. Each copy moves on in it, since
 * a long SEND is carried out in several events.
 */
final class UserText {

    private byte[] array;
    private MemorySegment memory;
    private long offset;

    /** Names an array for the call that follows. */
    UserText at(byte[] bytes, int from) {
        array = bytes;
        memory = null;
        offset = from;
        return this;
    }

    /** Names a segment for the call that follows. */
    UserText at(MemorySegment bytes, long from) {
        array = null;
        memory = bytes;
        offset = from;
        return this;
    }

    /** Lets go of the user's memory. */
    void forget() {
        array = null;
        memory = null;
    }

    void copyTo(TextRing ring, int seq, int length) {
        if (array != null) {
            ring.put(seq, array, (int) offset, length);
        } else {
            ring.put(seq, memory, offset, length);
        }
        offset += length;
    }

    void copyFrom(TextRing ring, int seq, int length) {
        if (array != null) {
            ring.get(seq, array, (int) offset, length);
        } else {
            ring.get(seq, memory, offset, length);
        }
        offset += length;
    }
}
