package dev.lockstep.stack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RangesTest {

    private final Ranges ranges = new Ranges();

    @Test
    void holdsNothingAtFirst() {
        assertThat(ranges.isEmpty()).isTrue();
        assertThat(ranges.holds(0)).isFalse();
        assertThat(ranges.endOf(5)).isEqualTo(5);
        assertThat(ranges).hasToString("{}");
    }

    @Test
    void intervalsThatTouchBecomeOne() {
        ranges.with(30, 40);
        ranges.with(10, 20);
        assertThat(ranges).hasToString("{[10,20) [30,40)}");
        ranges.with(20, 30);
        assertThat(ranges).hasToString("{[10,40)}");
    }

    @Test
    void anIntervalSwallowsThoseInside() {
        ranges.with(10, 12);
        ranges.with(14, 16);
        ranges.with(18, 20);
        ranges.with(30, 31);
        ranges.with(11, 19);
        assertThat(ranges).hasToString("{[10,20) [30,31)}");
    }

    @Test
    void intervalsPassZero() {
        ranges.with(-5, 5);
        ranges.with(10, 12);
        assertThat(ranges).hasToString("{[4294967291,5) [10,12)}");
        assertThat(ranges.holds(-5)).isTrue();
        assertThat(ranges.holds(0)).isTrue();
        assertThat(ranges.endOf(-1)).isEqualTo(5);
        ranges.from(-1);
        assertThat(ranges).hasToString("{[4294967295,5) [10,12)}");
        ranges.from(11);
        assertThat(ranges).hasToString("{[11,12)}");
    }

    @Test
    void nothingIsAddedByAnEmptyInterval() {
        ranges.with(7, 7);
        ranges.with(9, 8);
        assertThat(ranges.isEmpty()).isTrue();
    }

    @Test
    void aFullSetTakesOnlyWhatTouchesAnInterval() {
        for (int i = 0; i < Ranges.CAPACITY; i++) {
            assertThat(ranges.fits(10 * i, 10 * i + 5)).isTrue();
            ranges.with(10 * i, 10 * i + 5);
        }
        assertThat(ranges.intervals()).isEqualTo(Ranges.CAPACITY);
        assertThat(ranges.fits(7, 8)).isFalse();
        assertThat(ranges.fits(5, 6)).isTrue();
        assertThat(ranges.fits(9, 10)).isTrue();
        assertThat(ranges.fits(7, 7)).isTrue();
        assertThatThrownBy(() -> ranges.with(7, 8)).isInstanceOf(IllegalStateException.class);
        ranges.with(5, 10);
        assertThat(ranges.intervals()).isEqualTo(Ranges.CAPACITY - 1);
    }

    @Test
    void aCopyIsEqualAndStaysApart() {
        ranges.with(1, 3);
        var copy = new Ranges();
        copy.with(100, 200);
        copy.copyFrom(ranges);
        assertThat(copy).isEqualTo(ranges).hasSameHashCodeAs(ranges);
        copy.clear();
        assertThat(copy).isNotEqualTo(ranges);
        assertThat(ranges.holds(1)).isTrue();
    }
}
