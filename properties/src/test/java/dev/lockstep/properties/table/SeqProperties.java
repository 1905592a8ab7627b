package dev.lockstep.properties.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.table.Seq;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sequence arithmetic against the definition in numbers that do not overflow. */
class SeqProperties {

    private static final BigInteger CIRCLE = BigInteger.TWO.pow(32);
    private static final BigInteger HALF = BigInteger.TWO.pow(31);

    /** {@code a < b}: the way from b on to a is at least half the circle. */
    private static boolean less(int a, int b) {
        BigInteger way = number(a).subtract(number(b)).mod(CIRCLE);
        return way.compareTo(HALF) >= 0;
    }

    private static BigInteger number(int seq) {
        return BigInteger.valueOf(Integer.toUnsignedLong(seq));
    }

    @Property
    void comparesAsDefined(@ForAll int a, @ForAll int b) {
        assertThat(Seq.lt(a, b)).isEqualTo(less(a, b));
        assertThat(Seq.gt(a, b)).isEqualTo(less(b, a));
        assertThat(Seq.le(a, b)).isEqualTo(!less(b, a));
        assertThat(Seq.ge(a, b)).isEqualTo(!less(a, b));
        assertThat(Seq.min(a, b)).isEqualTo(less(a, b) ? a : b);
        assertThat(Seq.max(a, b)).isEqualTo(less(a, b) ? b : a);
    }

    @Property
    void comparesAsDefinedHalfACircleApart(@ForAll int a, @ForAll @IntRange(min = -1, max = 1) int off) {
        comparesAsDefined(a, a + Integer.MIN_VALUE + off);
    }

    @Property
    void aNumberPlusASizeIsAhead(@ForAll int a, @ForAll @IntRange(min = 1, max = (1 << 30) - 1) int size) {
        assertThat(Seq.lt(a, a + size)).isTrue();
        assertThat(Seq.gt(a, a + size)).isFalse();
        assertThat(Seq.max(a, a + size) - Seq.min(a, a + size)).isEqualTo(size);
    }
}
