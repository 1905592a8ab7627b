package dev.lockstep.stack.link;

import java.lang.foreign.MemorySegment;

/**
 * Where a datagram goes next: a device, a link impairment, a capture, a stack's input, a test's trace.
 *
 * <p>The bytes are <em>borrowed</em>. The caller owns {@code buffer} and may overwrite it as soon as the call
 * returns; a sink that must keep a packet copies it. Borrowing is what lets steady-state transfer run over one
 * reused buffer without allocation.
 */
@FunctionalInterface
public interface PacketSink {

    /** Takes every packet and does nothing: the end of a link that nobody listens to. */
    PacketSink NOWHERE = (buffer, offset, length) -> {};

    /**
     * Takes one IP datagram, without any link header.
     *
     * <p>A sink never refuses. A link without room drops the packet and counts it, as real links do; the sender
     * learns of it the way TCP always does, by silence.
     *
     * @param buffer memory that holds the packet, on or off the heap; readable at least over
     *     {@code [offset, offset + length)}, valid only during the call. A sink may modify the bytes of the packet
     *     only if its own documentation says so.
     * @param offset bytes from the start of {@code buffer} to the first byte of the IP header
     * @param length bytes of the datagram, IP header included; at least 1
     */
    void packet(MemorySegment buffer, long offset, int length);
}
