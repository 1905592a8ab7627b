package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * {@code struct virtio_net_hdr}, the ten bytes before each packet of a device with
 * {@link TunOptions#vnetHeader}: linux/virtio_net.h, native byte order.
 *
 * <pre>
 * 0 flags   1 gso_type   2 hdr_len   4 gso_size   6 csum_start   8 csum_offset
 * </pre>
 */
public final class VnetHeader {

    /** Bytes of the header. */
    public static final int LENGTH = 10;

    /** In {@link #flags}: the checksum at {@code csum_start + csum_offset} holds only the pseudo-header's sum. */
    public static final int NEEDS_CHECKSUM = 1;

    /** In {@link #flags}: the checksum was verified and need not be looked at again. */
    public static final int DATA_VALID = 2;

    /** Values of {@link #gsoType}, apart from the ECN bit {@link #GSO_ECN}. */
    public static final int GSO_NONE = 0;

    public static final int GSO_TCPV4 = 1;
    public static final int GSO_TCPV6 = 4;
    public static final int GSO_ECN = 0x80;

    private VnetHeader() {}

    public static int flags(MemorySegment buffer, long offset) {
        return buffer.get(JAVA_BYTE, offset) & 0xff;
    }

    public static int gsoType(MemorySegment buffer, long offset) {
        return buffer.get(JAVA_BYTE, offset + 1) & 0xff;
    }

    /** Payload bytes of each segment that the super-segment stands for. */
    public static int gsoSize(MemorySegment buffer, long offset) {
        return buffer.get(JAVA_SHORT_UNALIGNED, offset + 4) & 0xffff;
    }

    /** Writes a header that says: one finished packet, nothing left to do. */
    public static void putPlain(MemorySegment buffer, long offset) {
        put(buffer, offset, 0, GSO_NONE, 0, 0, 0, 0);
    }

    /**
     * Writes a header that hands the kernel a TCP super-segment.
     *
     * @param gsoType {@link #GSO_TCPV4} or {@link #GSO_TCPV6}, with {@link #GSO_ECN} or without
     * @param headerLength bytes of the IP and TCP headers together
     * @param gsoSize payload bytes per segment
     * @param checksumStart bytes from the IP header to the TCP header
     */
    public static void putTcpSuperSegment(
            MemorySegment buffer, long offset, int gsoType, int headerLength, int gsoSize, int checksumStart) {
        put(buffer, offset, NEEDS_CHECKSUM, gsoType, headerLength, gsoSize, checksumStart, 16);
    }

    private static void put(
            MemorySegment buffer,
            long offset,
            int flags,
            int gsoType,
            int headerLength,
            int gsoSize,
            int checksumStart,
            int checksumOffset) {
        buffer.set(JAVA_BYTE, offset, (byte) flags);
        buffer.set(JAVA_BYTE, offset + 1, (byte) gsoType);
        buffer.set(JAVA_SHORT_UNALIGNED, offset + 2, (short) headerLength);
        buffer.set(JAVA_SHORT_UNALIGNED, offset + 4, (short) gsoSize);
        buffer.set(JAVA_SHORT_UNALIGNED, offset + 6, (short) checksumStart);
        buffer.set(JAVA_SHORT_UNALIGNED, offset + 8, (short) checksumOffset);
    }
}
