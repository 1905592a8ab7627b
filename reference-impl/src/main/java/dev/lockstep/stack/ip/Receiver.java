package dev.lockstep.stack.ip;

import java.lang.foreign.MemorySegment;

/** A protocol above IP. */
@FunctionalInterface
public interface Receiver {

    /**
     * Takes the payload of a datagram for us.
     *
     * @param packet memory that holds it, borrowed for the call
     * @param at offset of its first byte
     * @param length its bytes, perhaps 0
     * @param source address of the sender
     * @param destination our address
     */
    void payload(MemorySegment packet, long at, int length, int source, int destination);
}
