package dev.lockstep.stack.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeqTest {

    @Test
    void zeroComesAfterTheLargestNumber() {
        assertThat(Seq.lt(-1, 0)).isTrue();
        assertThat(Seq.gt(0, -1)).isTrue();
        assertThat(Seq.min(-1, 0)).isEqualTo(-1);
        assertThat(Seq.max(-1, 0)).isZero();
    }

    @Test
    void equalNumbersAreNotLess() {
        assertThat(Seq.lt(7, 7)).isFalse();
        assertThat(Seq.le(7, 7)).isTrue();
        assertThat(Seq.ge(7, 7)).isTrue();
        assertThat(Seq.gt(7, 7)).isFalse();
    }

    @Test
    void halfACircleApartEachIsLessThanTheOther() {
        int opposite = Integer.MIN_VALUE;
        assertThat(Seq.lt(0, opposite)).isTrue();
        assertThat(Seq.lt(opposite, 0)).isTrue();
        assertThat(Seq.le(0, opposite)).isFalse();
        assertThat(Seq.ge(0, opposite)).isFalse();
        assertThat(Seq.min(0, opposite)).isZero();
        assertThat(Seq.max(0, opposite)).isEqualTo(opposite);
    }
}
