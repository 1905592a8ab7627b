package dev.lockstep.properties.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.wire.Checksum;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The checksum, eight bytes at a time, against its definition, two bytes at a time in numbers without end. */
class ChecksumProperties {

    private static final BigInteger MODULUS = BigInteger.valueOf(0xffff);

    @Property
    void isTheOnesComplementSum(@ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 9) int at) {
        byte[] shifted = new byte[at + bytes.length];
        System.arraycopy(bytes, 0, shifted, at, bytes.length);
        int sum = Checksum.fold(Checksum.sum(MemorySegment.ofArray(shifted), at, bytes.length));
        assertThat(sum).isEqualTo(defined(bytes));
    }

    @Property(tries = 20)
    void losesNoCarryInTheLongestDatagram(@ForAll @IntRange(min = 65_520, max = 65_535) int length, @ForAll byte fill) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, fill);
        assertThat(Checksum.fold(Checksum.sum(MemorySegment.ofArray(bytes), 0, length)))
                .isEqualTo(defined(bytes));
        Arrays.fill(bytes, (byte) 0xff);
        assertThat(Checksum.fold(Checksum.sum(MemorySegment.ofArray(bytes), 0, length)))
                .isEqualTo(defined(bytes));
    }

    @Property
    void partsOfEvenLengthAdd(@ForAll @Size(max = 40) byte[] first, @ForAll @Size(max = 41) byte[] second) {
        int even = first.length & ~1;
        byte[] whole = new byte[even + second.length];
        System.arraycopy(first, 0, whole, 0, even);
        System.arraycopy(second, 0, whole, even, second.length);
        MemorySegment memory = MemorySegment.ofArray(whole);
        long parts = Checksum.sum(memory, 0, even) + Checksum.sum(memory, even, second.length);
        assertThat(Checksum.fold(parts)).isEqualTo(Checksum.fold(Checksum.sum(memory, 0, whole.length)));
    }

    @Property
    void whatIsSealedIsRightAndOneWrongBitIsSeen(
            @ForAll @Size(min = 4, max = 60) byte[] bytes, @ForAll @IntRange(max = 479) int bit) {
        MemorySegment memory = MemorySegment.ofArray(bytes);
        bytes[0] = 0;
        bytes[1] = 0;
        int checksum = Checksum.finish(Checksum.sum(memory, 0, bytes.length));
        bytes[0] = (byte) (checksum >>> 8);
        bytes[1] = (byte) checksum;
        assertThat(Checksum.right(Checksum.sum(memory, 0, bytes.length))).isTrue();
        bytes[bit / 8 % bytes.length] ^= (byte) (1 << bit % 8);
        assertThat(Checksum.right(Checksum.sum(memory, 0, bytes.length))).isFalse();
    }

    @Property
    void anUpdateIsASumMadeAnew(
            @ForAll @Size(min = 4, max = 60) byte[] bytes,
            @ForAll @IntRange(max = 0xffff) int after,
            @ForAll @IntRange(max = 28) int word) {
        int at = word * 2 % (bytes.length & ~1);
        MemorySegment memory = MemorySegment.ofArray(bytes);
        int checksum = Checksum.finish(Checksum.sum(memory, 0, bytes.length));
        int before = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
        bytes[at] = (byte) (after >>> 8);
        bytes[at + 1] = (byte) after;
        int anew = Checksum.finish(Checksum.sum(memory, 0, bytes.length));
        // Zero has two representations; data that is all zero has the one, RFC 1624 §3 the other.
        assertThat(Checksum.update(checksum, before, after) % 0xffff).isEqualTo(anew % 0xffff);
    }

    /** RFC 1071 §1: 16-bit words, ones' complement sum; a multiple of 65535 that is not 0 is 65535. */
    private static int defined(byte[] bytes) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < bytes.length; i += 2) {
            int low = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            sum = sum.add(BigInteger.valueOf((long) (bytes[i] & 0xff) << 8 | low));
        }
        int rest = sum.mod(MODULUS).intValue();
        return rest == 0 && sum.signum() != 0 ? 0xffff : rest;
    }
}
