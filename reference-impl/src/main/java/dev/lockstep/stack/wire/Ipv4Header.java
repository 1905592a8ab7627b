package dev.lockstep.stack.wire;

import static dev.lockstep.stack.wire.Bytes.i32;
import static dev.lockstep.stack.wire.Bytes.put16;
import static dev.lockstep.stack.wire.Bytes.put32;
import static dev.lockstep.stack.wire.Bytes.put8;
import static dev.lockstep.stack.wire.Bytes.u16;
import static dev.lockstep.stack.wire.Bytes.u8;

import java.lang.foreign.MemorySegment;

/**
 * The IPv4 header (RFC 791 §3.1). {@code at} is the offset of its first byte; accessors read inside the first
 * {@link #LENGTH} bytes, which must be there.
 */
public final class Ipv4Header {

    /** Bytes of a header without options, the only kind written here. */
    public static final int LENGTH = 20;

    public static final int ICMP = 1;
    public static final int TCP = 6;

    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;

    private Ipv4Header() {}

    public static int version(MemorySegment packet, long at) {
        return u8(packet, at) >>> 4;
    }

    /** Header length in bytes as claimed, 0 to 60. */
    public static int headerLength(MemorySegment packet, long at) {
        return (u8(packet, at) & 0x0f) * 4;
    }

    /** The code point of the differentiated services field, 0 to 63 (RFC 2474 §3). */
    public static int diffserv(MemorySegment packet, long at) {
        return u8(packet, at + 1) >>> 2;
    }

    public static int totalLength(MemorySegment packet, long at) {
        return u16(packet, at + 2);
    }

    public static int identification(MemorySegment packet, long at) {
        return u16(packet, at + 4);
    }

    public static boolean dontFragment(MemorySegment packet, long at) {
        return (u16(packet, at + 6) & DONT_FRAGMENT) != 0;
    }

    public static boolean moreFragments(MemorySegment packet, long at) {
        return (u16(packet, at + 6) & MORE_FRAGMENTS) != 0;
    }

    /** Fragment offset in bytes, 0 to 65528. */
    public static int fragmentOffset(MemorySegment packet, long at) {
        return (u16(packet, at + 6) & 0x1fff) * 8;
    }

    public static int timeToLive(MemorySegment packet, long at) {
        return u8(packet, at + 8);
    }

    public static int protocol(MemorySegment packet, long at) {
        return u8(packet, at + 9);
    }

    public static int source(MemorySegment packet, long at) {
        return i32(packet, at + 12);
    }

    public static int destination(MemorySegment packet, long at) {
        return i32(packet, at + 16);
    }

    /**
     * Whether the header checksum is right; false, too, when the header claims to be longer than what came.
     *
     * @param received bytes from {@code at} that really came, at least {@link #LENGTH}
     */
    public static boolean checksumRight(MemorySegment packet, long at, int received) {
        int header = headerLength(packet, at);
        return header >= LENGTH && header <= received && Checksum.right(Checksum.sum(packet, at, header));
    }

    /**
     * Writes a header without options, its checksum included, over {@link #LENGTH} bytes: a whole datagram that is
     * not to be fragmented.
     *
     * @param totalLength bytes of header and payload
     */
    public static void write(
            MemorySegment packet,
            long at,
            int totalLength,
            int identification,
            int timeToLive,
            int protocol,
            int source,
            int destination) {
        write(packet, at, 0, totalLength, identification, timeToLive, protocol, source, destination);
    }

    /**
     * As {@link #write(MemorySegment, long, int, int, int, int, int, int)}.
     *
     * @param diffserv code point of the differentiated services field, 0 to 63
     */
    public static void write(
            MemorySegment packet,
            long at,
            int diffserv,
            int totalLength,
            int identification,
            int timeToLive,
            int protocol,
            int source,
            int destination) {
        put8(packet, at, 0x45);
        put8(packet, at + 1, diffserv << 2);
        put16(packet, at + 2, totalLength);
        put16(packet, at + 4, identification);
        put16(packet, at + 6, DONT_FRAGMENT);
        put8(packet, at + 8, timeToLive);
        put8(packet, at + 9, protocol);
        put16(packet, at + 10, 0);
        put32(packet, at + 12, source);
        put32(packet, at + 16, destination);
        put16(packet, at + 10, Checksum.finish(Checksum.sum(packet, at, LENGTH)));
    }
}
