package dev.lockstep.stack.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The Internet checksum (RFC 1071): the ones' complement of the ones' complement sum of 16-bit words.
 *
 * <p>A running sum is a {@code long} that holds unfolded 16-bit words in network order; sums of several parts are
 * added, as long as every part but the last has an even length. {@link #fold} brings a sum to 16 bits,
 * {@link #finish} makes the value for a header of it.
 */
public final class Checksum {

    private static final ValueLayout.OfLong LANE = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfShort WORD = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final long LOW = 0xffff_ffffL;
    private static final boolean SWAPPED = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private Checksum() {}

    /**
     * The sum of the words in {@code [at, at + length)}; an odd last byte counts as the high half of a word
     * (RFC 1071 §4.1).
     *
     * <p>Sums in the machine's byte order, which RFC 1071 §2(B) allows: swapping the sum is swapping every word.
     * Eight bytes are read at a time and added as two halves, so that no carry is ever lost in the 64-bit sum: a
     * datagram of 65,535 bytes adds fewer than 2^14 halves of 32 bits.
     *
     * @return the sum in network order, at most 65535
     */
    public static long sum(MemorySegment memory, long at, int length) {
        long a = 0;
        long b = 0;
        int i = 0;
        for (int lanes = length & ~15; i < lanes; i += 16) {
            long x = memory.get(LANE, at + i);
            long y = memory.get(LANE, at + i + 8);
            a += (x & LOW) + (x >>> 32);
            b += (y & LOW) + (y >>> 32);
        }
        a += b;
        for (int words = length & ~1; i < words; i += 2) {
            a += memory.get(WORD, at + i) & 0xffff;
        }
        if (i < length) {
            int last = memory.get(ValueLayout.JAVA_BYTE, at + i) & 0xff;
            a += SWAPPED ? last : last << 8;
        }
        int folded = fold(a);
        return SWAPPED ? Short.reverseBytes((short) folded) & 0xffff : folded;
    }

    /**
     * The sum of the pseudo-header that TCP's checksum covers (RFC 9293 §3.1).
     *
     * @param length bytes of TCP header and text
     */
    public static long pseudoHeader(int source, int destination, int protocol, int length) {
        return (source >>> 16)
                + (source & 0xffff)
                + (destination >>> 16)
                + (destination & 0xffff)
                + (long) protocol
                + length;
    }

    /** The 16-bit ones' complement value of a sum: carries are added at the low end until there are none. */
    public static int fold(long sum) {
        long folded = (sum & LOW) + (sum >>> 32);
        folded = (folded & 0xffff) + (folded >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        return (int) ((folded & 0xffff) + (folded >>> 16));
    }

    /** What goes into a checksum field: the complement of the folded sum, the field itself summed as zero. */
    public static int finish(long sum) {
        return ~fold(sum) & 0xffff;
    }

    /** Whether a sum that includes the checksum field is that of undamaged data. */
    public static boolean right(long sum) {
        return fold(sum) == 0xffff;
    }

    /**
     * The checksum after one 16-bit word of what it covers has changed (RFC 1624 §3, equation 3, which unlike RFC
     * 1141's never makes 0xffff of what was 0x0000).
     */
    public static int update(int checksum, int before, int after) {
        return finish((~checksum & 0xffff) + (~before & 0xffff) + (long) after);
    }
}
