package dev.lockstep.stack.wire;

import static dev.lockstep.stack.wire.Bytes.i32;
import static dev.lockstep.stack.wire.Bytes.put16;
import static dev.lockstep.stack.wire.Bytes.put32;
import static dev.lockstep.stack.wire.Bytes.put8;
import static dev.lockstep.stack.wire.Bytes.u16;
import static dev.lockstep.stack.wire.Bytes.u8;

import java.lang.foreign.MemorySegment;

/**
 * The TCP header (RFC 9293 §3.1). {@code at} is the offset of its first byte; accessors read inside the first
 * {@link #LENGTH} bytes, which must be there.
 */
public final class TcpHeader {

    /** Bytes of a header without options. */
    public static final int LENGTH = 20;

    private TcpHeader() {}

    public static int sourcePort(MemorySegment packet, long at) {
        return u16(packet, at);
    }

    public static int destinationPort(MemorySegment packet, long at) {
        return u16(packet, at + 2);
    }

    public static int seq(MemorySegment packet, long at) {
        return i32(packet, at + 4);
    }

    public static int ack(MemorySegment packet, long at) {
        return i32(packet, at + 8);
    }

    /** Bytes of header and options as claimed by the data offset, 0 to 60. */
    public static int headerLength(MemorySegment packet, long at) {
        return (u8(packet, at + 12) >>> 4) * 4;
    }

    /** The control bits FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32, then ECE 64 and CWR 128. */
    public static int control(MemorySegment packet, long at) {
        return u8(packet, at + 13);
    }

    public static int window(MemorySegment packet, long at) {
        return u16(packet, at + 14);
    }

    public static int checksum(MemorySegment packet, long at) {
        return u16(packet, at + 16);
    }

    public static int urgentPointer(MemorySegment packet, long at) {
        return u16(packet, at + 18);
    }

    /**
     * Writes the fixed part of the header with a checksum of zero and no urgent pointer.
     *
     * @param headerLength bytes of header and options, a multiple of four
     * @param control the control bits as {@link #control} gives them
     * @param window 0 to 65535
     */
    public static void write(
            MemorySegment packet,
            long at,
            int sourcePort,
            int destinationPort,
            int seq,
            int ack,
            int headerLength,
            int control,
            int window) {
        put16(packet, at, sourcePort);
        put16(packet, at + 2, destinationPort);
        put32(packet, at + 4, seq);
        put32(packet, at + 8, ack);
        put8(packet, at + 12, headerLength << 2);
        put8(packet, at + 13, control);
        put16(packet, at + 14, window);
        put32(packet, at + 16, 0);
    }

    /** Writes the urgent field, which {@link #write} leaves empty: an offset from the sequence number, 0 to 65535. */
    public static void writeUrgentPointer(MemorySegment packet, long at, int offset) {
        put16(packet, at + 18, offset);
    }

    /** Whether the checksum of a segment of {@code length} bytes, header included, is right (RFC 9293 MUST-3). */
    public static boolean checksumRight(MemorySegment packet, long at, int length, int source, int destination) {
        return Checksum.right(
                Checksum.pseudoHeader(source, destination, Ipv4Header.TCP, length) + Checksum.sum(packet, at, length));
    }

    /**
     * Puts the checksum into a segment whose checksum field is zero (RFC 9293 MUST-2).
     *
     * @param length bytes of header, options and text
     * @param complete as in {@link ChecksumPolicy}: the whole checksum, or the pseudo-header's sum for the link
     */
    public static void seal(MemorySegment packet, long at, int length, int source, int destination, boolean complete) {
        long pseudo = Checksum.pseudoHeader(source, destination, Ipv4Header.TCP, length);
        int field = complete ? Checksum.finish(pseudo + Checksum.sum(packet, at, length)) : Checksum.fold(pseudo);
        put16(packet, at + 16, field);
    }
}
