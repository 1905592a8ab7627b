package dev.lockstep.stack.icmp;

import java.lang.foreign.MemorySegment;

/** A transport that hears of errors about what it sent. */
@FunctionalInterface
public interface ErrorReceiver {

    /**
     * Takes an error.
     *
     * @param packet memory that holds the quoted transport header, borrowed for the call
     * @param at offset of its first byte; eight bytes of it are there
     * @param remote address the quoted datagram was sent to
     * @param type type of the message, {@code code} its code
     * @param mtu the MTU of the next hop, where the type has one; else means nothing
     */
    void report(MemorySegment packet, long at, int remote, int type, int code, int mtu);
}
