package dev.lockstep.harness.capture;

import dev.lockstep.harness.InputException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A recording of packets, read one by one. */
public sealed interface CaptureReader extends Closeable permits PcapngReader, PcapReader {

    /**
     * The next packet, or nothing at the end.
     *
     * @throws InputException where the file is damaged: offset, what, and what to do
     * @throws IOException where it cannot be read at all
     */
    Optional<CapturedPacket> next() throws IOException;

    /**
     * Opens a pcapng file, or a classic pcap file as tcpdump writes it, whichever it is.
     *
     * @throws InputException where it is neither
     */
    static CaptureReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        try {
            return choose(file.toString(), in);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    private static CaptureReader choose(String file, InputStream in) throws IOException {
        in.mark(Integer.BYTES);
        byte[] magic = in.readNBytes(Integer.BYTES);
        in.reset();
        if (magic.length == Integer.BYTES) {
            int number = ByteBuffer.wrap(magic).order(ByteOrder.BIG_ENDIAN).getInt();
            if (number == PcapngReader.SECTION_HEADER) {
                return new PcapngReader(file, in);
            }
            if (PcapReader.isMagic(number)) {
                return new PcapReader(file, in);
            }
        }
        throw new InputException(
                file, "neither a pcapng nor a pcap file", "capture with e.g. tcpdump -i any -w run.pcap tcp");
    }
}
