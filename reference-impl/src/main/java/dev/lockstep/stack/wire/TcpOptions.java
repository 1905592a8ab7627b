package dev.lockstep.stack.wire;

import static dev.lockstep.stack.wire.Bytes.put16;
import static dev.lockstep.stack.wire.Bytes.put8;
import static dev.lockstep.stack.wire.Bytes.u16;
import static dev.lockstep.stack.wire.Bytes.u8;

import java.lang.foreign.MemorySegment;

/**
 * Reader of the options of one TCP segment at a time (RFC 9293 §3.1, §3.2), and writer of ours.
 *
 * <p>The mandatory ones are read (MUST-4), unknown ones passed over by the length that all but two carry (MUST-6,
 * MUST-68), in any segment, order and alignment (MUST-5, MUST-64). Nothing behind the end of the list is looked at.
 * An illegal length ends the reading (MUST-7): options before it count, the text is found by the data offset alone.
 */
public final class TcpOptions {

    /** Bytes that {@link #writeMss} writes. */
    public static final int MSS_LENGTH = 4;

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int MSS = 2;

    /** Value of the MSS option, 0 if there is none. */
    public int mss;

    /** Whether an option had an illegal length: below 2, beyond the header, or wrong for its kind. */
    public boolean illegal;

    /**
     * Reads the options in {@code [at, at + length)}, forgetting those of the segment before.
     *
     * @param length bytes of options, 0 to 40, all inside the segment
     */
    public void read(MemorySegment packet, long at, int length) {
        mss = 0;
        illegal = false;
        long end = at + length;
        long option = at;
        while (option < end) {
            int kind = u8(packet, option);
            if (kind == END) {
                return;
            }
            if (kind == NO_OPERATION) {
                option++;
                continue;
            }
            int size = option + 1 < end ? u8(packet, option + 1) : 0;
            if (size < 2 || option + size > end) {
                illegal = true;
                return;
            }
            take(packet, option, kind, size);
            option += size;
        }
    }

    private void take(MemorySegment packet, long option, int kind, int size) {
        if (kind == MSS) {
            if (size == MSS_LENGTH) {
                mss = u16(packet, option + 2);
            } else {
                illegal = true;
            }
        }
    }

    /** Writes an MSS option, {@link #MSS_LENGTH} bytes. */
    public static void writeMss(MemorySegment packet, long at, int mss) {
        put8(packet, at, MSS);
        put8(packet, at + 1, MSS_LENGTH);
        put16(packet, at + 2, mss);
    }
}
