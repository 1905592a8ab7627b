package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import java.lang.foreign.MemorySegment;

/**
 * A datagram with a TCP segment in it, as it was on the wire.
 *
 * @param id counts all packets of a run, from 1 on
 * @param from who sent it
 * @param bytes the whole datagram, from the IP header on; never changed
 * @param sentNanos when
 */
record Packet(int id, Side from, byte[] bytes, long sentNanos) {

    private MemorySegment memory() {
        return MemorySegment.ofArray(bytes);
    }

    /** Offset of the TCP header. */
    int tcpAt() {
        return Ipv4Header.headerLength(memory(), 0);
    }

    /** Offset of the text, which may be the end. */
    int textAt() {
        return tcpAt() + TcpHeader.headerLength(memory(), tcpAt());
    }

    int seq() {
        return TcpHeader.seq(memory(), tcpAt());
    }

    int ack() {
        return TcpHeader.ack(memory(), tcpAt());
    }

    /** Bytes. */
    int window() {
        return TcpHeader.window(memory(), tcpAt());
    }

    /** The control bits, as {@link TcpHeader#control} has them. */
    int control() {
        return TcpHeader.control(memory(), tcpAt());
    }

    /** Bytes of text. */
    int textLength() {
        return bytes.length - textAt();
    }
}
