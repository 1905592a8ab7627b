package dev.lockstep.stack.wire;

import static dev.lockstep.stack.wire.Bytes.i32;
import static dev.lockstep.stack.wire.Bytes.put16;
import static dev.lockstep.stack.wire.Bytes.put32;
import static dev.lockstep.stack.wire.Bytes.put8;
import static dev.lockstep.stack.wire.Bytes.u16;
import static dev.lockstep.stack.wire.Bytes.u8;

import java.lang.foreign.MemorySegment;

/**
 * The ICMP header (RFC 792): type, code, checksum and four bytes that depend on the type. The checksum covers the
 * whole message.
 */
public final class IcmpHeader {

    /** Bytes of the header. */
    public static final int LENGTH = 8;

    public static final int ECHO_REPLY = 0;
    public static final int UNREACHABLE = 3;

    /** Code of {@link #UNREACHABLE}: the host knows no such protocol. */
    public static final int PROTOCOL_UNREACHABLE = 2;

    private IcmpHeader() {}

    public static int type(MemorySegment packet, long at) {
        return u8(packet, at);
    }

    public static int code(MemorySegment packet, long at) {
        return u8(packet, at + 1);
    }

    public static int checksum(MemorySegment packet, long at) {
        return u16(packet, at + 2);
    }

    /** Identifier and sequence number of an echo; unused, pointer, MTU or gateway of other types. */
    public static int rest(MemorySegment packet, long at) {
        return i32(packet, at + 4);
    }

    /** The MTU of the next hop, in a message that a datagram was too big (RFC 1191 §4). */
    public static int nextHopMtu(MemorySegment packet, long at) {
        return u16(packet, at + 6);
    }

    public static boolean checksumRight(MemorySegment packet, long at, int length) {
        return Checksum.right(Checksum.sum(packet, at, length));
    }

    /**
     * Writes the header of a message whose data already stands behind it.
     *
     * @param length bytes of the whole message
     */
    public static void write(MemorySegment packet, long at, int type, int code, int rest, int length) {
        put8(packet, at, type);
        put8(packet, at + 1, code);
        put16(packet, at + 2, 0);
        put32(packet, at + 4, rest);
        put16(packet, at + 2, Checksum.finish(Checksum.sum(packet, at, length)));
    }
}
