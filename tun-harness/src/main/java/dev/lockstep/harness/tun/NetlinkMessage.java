package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Lays out one rtnetlink request: a header, a fixed part, attributes that may nest; netlink(7), rtnetlink(7). Native
 * byte order, everything aligned to four bytes.
 */
final class NetlinkMessage {

    private static final int HEADER = 16; // struct nlmsghdr: length, type, flags, sequence, port
    private static final int ATTRIBUTE_HEADER = 4; // struct rtattr: length, type

    private final MemorySegment buffer;
    private int end;

    /** @param buffer memory to lay the request out in; overwritten */
    NetlinkMessage(MemorySegment buffer, int type, int flags) {
        this.buffer = buffer;
        buffer.fill((byte) 0);
        buffer.set(JAVA_SHORT_UNALIGNED, 4, (short) type);
        buffer.set(JAVA_SHORT_UNALIGNED, 6, (short) flags);
        end = HEADER;
    }

    /** {@code struct ifinfomsg}, zero but for the interface's index. */
    NetlinkMessage interfaceInfo(int index) {
        buffer.set(JAVA_INT_UNALIGNED, end + 4L, index);
        end += 16;
        return this;
    }

    /** {@code struct rtmsg} or another run of single bytes, padded to four. */
    NetlinkMessage bytes(int... values) {
        for (int i = 0; i < values.length; i++) {
            buffer.set(JAVA_BYTE, (long) end + i, (byte) values[i]);
        }
        end += align(values.length);
        return this;
    }

    NetlinkMessage attribute(int type, int value) {
        buffer.set(JAVA_INT_UNALIGNED, end + (long) ATTRIBUTE_HEADER, value);
        return attributeHeader(type, Integer.BYTES);
    }

    NetlinkMessage attribute(int type, byte[] value) {
        MemorySegment.copy(value, 0, buffer, JAVA_BYTE, end + (long) ATTRIBUTE_HEADER, value.length);
        return attributeHeader(type, value.length);
    }

    NetlinkMessage attribute(int type, String name) {
        return attribute(type, (name + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private NetlinkMessage attributeHeader(int type, int length) {
        buffer.set(JAVA_SHORT_UNALIGNED, end, (short) (ATTRIBUTE_HEADER + length));
        buffer.set(JAVA_SHORT_UNALIGNED, end + 2L, (short) type);
        end += ATTRIBUTE_HEADER + align(length);
        return this;
    }

    /** Opens an attribute that holds others; what it returns is for {@link #endNest}. */
    int beginNest(int type) {
        int start = end;
        attributeHeader(type, 0);
        return start;
    }

    NetlinkMessage endNest(int start) {
        buffer.set(JAVA_SHORT_UNALIGNED, start, (short) (end - start));
        return this;
    }

    /** Writes the total length and tells it. */
    int finish() {
        buffer.set(JAVA_INT_UNALIGNED, 0, end);
        return end;
    }

    private static int align(int length) {
        return (length + 3) & ~3;
    }
}
