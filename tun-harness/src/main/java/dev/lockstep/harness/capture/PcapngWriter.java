package dev.lockstep.harness.capture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * Writes a pcapng file (draft-ietf-opsawg-pcapng): one section, interfaces of link type RAW with times in
 * nanoseconds, one enhanced packet block per packet with its direction and, where given, a comment.
 *
 * <p>Writing a packet allocates nothing and mostly copies into a buffer; the file is complete after {@link #flush}
 * and {@link #close}. For one thread.
 */
public final class PcapngWriter implements Closeable, Flushable {

    /** A snap length that cuts nothing. */
    public static final int WHOLE = 0x10000;

    /** Longest comment kept, in bytes; a longer one is cut. */
    public static final int LONGEST_COMMENT = 8 * 1024;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

    private static final int OPT_END = 0;
    private static final int AFTER_OPTIONS = 8; // the option that ends them, and the block's length again
    private static final int OPT_COMMENT = 1;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    private static final byte NANOSECONDS = 9; // units of 10^-9 s

    private static final int NONE = -1;
    private static final int ROOM = 256 * 1024;
    private static final int LARGEST_BLOCK = WHOLE + 2 * LONGEST_COMMENT + 256;

    private final OutputStream out;
    private final byte[] bytes = new byte[ROOM];
    private final MemorySegment buffer = MemorySegment.ofArray(bytes);
    private int[] snapLengths = {};
    private int end; // of what is in the buffer
    private int block; // where the present block begins
    private int held = NONE; // where the block begins that waits for its comment
    private final byte[] option = new byte[LONGEST_COMMENT + 8];

    /**
     * Begins a file.
     *
     * @param out where to; closed with this writer. Needs no buffering of its own
     */
    public PcapngWriter(OutputStream out) throws IOException {
        this.out = Objects.requireNonNull(out, "out");
        begin(SECTION_HEADER);
        putInt(BYTE_ORDER_MAGIC);
        putShort(1); // version 1.0
        putShort(0);
        putInt(-1); // length of the section: not known beforehand
        putInt(-1);
        putOption(SHB_USERAPPL, "lockstep");
        finish();
    }

    /** Begins a file of that name, in place of one that may be there. */
    public static PcapngWriter create(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        try {
            return new PcapngWriter(out);
        } catch (IOException | RuntimeException failed) {
            out.close();
            throw failed;
        }
    }

    /**
     * Describes one more interface.
     *
     * @param name as people know it
     * @param snapLength bytes to keep of each packet, from 1 to {@link #WHOLE}
     * @return its number, for {@link #packet}
     */
    public int addInterface(String name, int snapLength) throws IOException {
        if (snapLength < 1 || snapLength > WHOLE) {
            throw new IllegalArgumentException("snap length " + snapLength);
        }
        begin(INTERFACE_DESCRIPTION);
        putShort(LinkType.RAW);
        putShort(0);
        putInt(snapLength);
        putOption(IF_NAME, name);
        putShort(IF_TSRESOL);
        putShort(1);
        putInt(NANOSECONDS);
        finish();
        snapLengths = Arrays.copyOf(snapLengths, snapLengths.length + 1);
        snapLengths[snapLengths.length - 1] = snapLength;
        return snapLengths.length - 1;
    }

    /**
     * Writes one IP datagram.
     *
     * @param interfaceNumber from {@link #addInterface}
     * @param epochNanos when, in nanoseconds since 1970
     * @param buffered memory that holds the packet; borrowed
     * @param offset bytes to the IP header
     * @param length bytes of the datagram; what is longer than the snap length is cut
     * @param comment text for people, the ids of rows for instance; empty for none
     */
    public void packet(
            int interfaceNumber,
            Direction direction,
            long epochNanos,
            MemorySegment buffered,
            long offset,
            int length,
            CharSequence comment)
            throws IOException {
        int kept = Math.min(length, snapLengths[interfaceNumber]);
        begin(ENHANCED_PACKET);
        putInt(interfaceNumber);
        putInt((int) (epochNanos >>> 32));
        putInt((int) epochNanos);
        putInt(kept);
        putInt(length);
        MemorySegment.copy(buffered, offset, buffer, end, kept);
        end += kept;
        pad();
        putShort(EPB_FLAGS);
        putShort(Integer.BYTES);
        putInt(direction.flag());
        if (!comment.isEmpty()) {
            putOption(OPT_COMMENT, comment);
        }
        finish();
    }

    /**
     * Keeps the packet written last open for a comment that is known only later, after others were written: what
     * handling it led to.
     */
    public void holdLast() {
        held = block;
    }

    /**
     * Gives the held packet its comment.
     *
     * @param comment empty for none
     */
    public void commentHeld(CharSequence comment) {
        if (held != NONE && !comment.isEmpty()) {
            insertComment(comment);
        }
        held = NONE;
    }

    /** Lays the option out at the end of the buffer, then moves it to the end of the held block's options. */
    private void insertComment(CharSequence comment) {
        int tail = end;
        block = end;
        putOption(OPT_COMMENT, comment);
        int length = end - tail;
        System.arraycopy(bytes, tail, option, 0, length);
        int heldLength = buffer.get(INT, held + 4L);
        int at = held + heldLength - AFTER_OPTIONS;
        System.arraycopy(bytes, at, bytes, at + length, tail - at);
        System.arraycopy(option, 0, bytes, at, length);
        buffer.set(INT, held + 4L, heldLength + length);
        buffer.set(INT, held + (long) heldLength + length - Integer.BYTES, heldLength + length);
    }

    private void begin(int type) throws IOException {
        if (ROOM - end < LARGEST_BLOCK) {
            drain(held);
            if (ROOM - end < LARGEST_BLOCK) { // more came after the held block than there is room for
                held = NONE;
                drain(NONE);
            }
        }
        block = end;
        putInt(type);
        putInt(0); // the length, which finish knows
    }

    private void finish() {
        putShort(OPT_END);
        putShort(0);
        int length = end + Integer.BYTES - block;
        putInt(length);
        buffer.set(INT, block + 4L, length);
    }

    private void putInt(int value) {
        buffer.set(INT, end, value);
        end += Integer.BYTES;
    }

    private void putShort(int value) {
        buffer.set(SHORT, end, (short) value);
        end += Short.BYTES;
    }

    private void pad() {
        while ((end - block) % Integer.BYTES != 0) {
            bytes[end++] = 0;
        }
    }

    private void putOption(int code, CharSequence text) {
        putShort(code);
        int lengthAt = end;
        putShort(0);
        int start = end;
        putText(text);
        buffer.set(SHORT, lengthAt, (short) (end - start));
        pad();
    }

    /** UTF-8. Row ids are ASCII, which is written without making a string; anything else takes the long way. */
    private void putText(CharSequence text) {
        int most = Math.min(text.length(), LONGEST_COMMENT);
        int start = end;
        for (int i = 0; i < most; i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                end = start;
                byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
                int kept = cutUtf8(encoded);
                MemorySegment.copy(encoded, 0, buffer, JAVA_BYTE, end, kept);
                end += kept;
                return;
            }
            bytes[end++] = (byte) character;
        }
    }

    /** Where to cut so that no character is cut in two. */
    private static int cutUtf8(byte[] encoded) {
        int kept = Math.min(encoded.length, LONGEST_COMMENT);
        while (kept < encoded.length && (encoded[kept] & 0xc0) == 0x80) {
            kept--;
        }
        return kept;
    }

    /** Writes out what comes before {@code keep}, or everything, and moves the rest to the front. */
    private void drain(int keep) throws IOException {
        int written = keep == NONE ? end : keep;
        out.write(bytes, 0, written);
        System.arraycopy(bytes, written, bytes, 0, end - written);
        end -= written;
        held = keep == NONE ? NONE : 0;
    }

    /** Writes out everything given so far, apart from a held packet and what came after it. */
    @Override
    public void flush() throws IOException {
        drain(held);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            drain(NONE);
        }
    }
}
