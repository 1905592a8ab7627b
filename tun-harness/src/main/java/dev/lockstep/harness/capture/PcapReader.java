package dev.lockstep.harness.capture;

import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Reads classic pcap files (draft-ietf-opsawg-pcap), which {@code tcpdump -w} writes: either byte order, times in
 * microseconds or nanoseconds. As distrustful as {@link PcapngReader}.
 */
public final class PcapReader implements CaptureReader {

    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int LARGEST_PACKET = 1024 * 1024;

    private final String file;
    private final InputStream in;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private int nanosPerUnit;
    private int linkType;
    private long position;

    /**
     * @param file its name, for messages
     * @param in the bytes from the beginning; closed with this reader. Should be buffered
     * @throws InputException where the header is no pcap header
     */
    public PcapReader(String file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        byte[] bytes = in.readNBytes(FILE_HEADER);
        if (bytes.length < FILE_HEADER || !isMagic(ByteBuffer.wrap(bytes).getInt())) {
            throw BlockCursor.broken(file, 0, "this is no pcap file: it does not begin with a pcap header");
        }
        position = FILE_HEADER;
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (!isMagicInOrder(header.getInt(0))) {
            order = ByteOrder.LITTLE_ENDIAN;
        }
        header.order(order);
        nanosPerUnit = header.getInt(0) == NANOSECONDS ? 1 : 1000;
        if (header.getShort(4) != 2) {
            throw BlockCursor.broken(
                    file, 4, "the format's version is " + header.getShort(4) + ", and only 2 is known");
        }
        linkType = header.getInt(20) & 0xffff; // the upper half holds flags about a frame check sequence
    }

    /** Whether the first four bytes, read in network order, begin a pcap file of either byte order. */
    static boolean isMagic(int number) {
        return isMagicInOrder(number) || isMagicInOrder(Integer.reverseBytes(number));
    }

    private static boolean isMagicInOrder(int number) {
        return number == MICROSECONDS || number == NANOSECONDS;
    }

    @Override
    public Optional<CapturedPacket> next() throws IOException {
        long start = position;
        byte[] bytes = in.readNBytes(PACKET_HEADER);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        if (bytes.length < PACKET_HEADER) {
            throw BlockCursor.broken(file, start, "the file ends inside the packet header that begins here");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(order);
        long seconds = header.getInt() & 0xffffffffL;
        long units = header.getInt() & 0xffffffffL;
        long captured = header.getInt() & 0xffffffffL;
        long original = header.getInt() & 0xffffffffL;
        if (captured > LARGEST_PACKET) {
            throw BlockCursor.broken(
                    file, start + 8, "the captured length is " + captured + ", more than " + LARGEST_PACKET + " bytes");
        }
        byte[] packet = in.readNBytes((int) captured);
        if (packet.length < captured) {
            throw BlockCursor.broken(file, start, "the file ends inside the packet that begins here");
        }
        position = start + PACKET_HEADER + captured;
        return Optional.of(new CapturedPacket(
                start,
                "#0",
                linkType,
                seconds * 1_000_000_000L + units * nanosPerUnit,
                Direction.UNKNOWN,
                packet,
                Math.clamp(original, packet.length, Integer.MAX_VALUE),
                List.of()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
