package dev.lockstep.stack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RowLogTest {

    private final RowLog log = new RowLog(3);

    @Test
    void countsOverAllEventsAndRemembersTheLast() {
        log.begin();
        log.fired(2);
        log.fired(0);
        log.begin();
        log.fired(2);
        assertThat(log.count(2)).isEqualTo(2);
        assertThat(log.count(1)).isZero();
        assertThat(log.current()).containsExactly(2);
        assertThat(log.row(0)).isEqualTo(2);
        assertThatThrownBy(() -> log.row(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void countsWhatItHasNoRoomToRemember() {
        log.begin();
        for (int i = 0; i < RowLog.CAPACITY + 5; i++) {
            log.fired(1);
        }
        assertThat(log.size()).isEqualTo(RowLog.CAPACITY);
        assertThat(log.omitted()).isEqualTo(5);
        assertThat(log.count(1)).isEqualTo(RowLog.CAPACITY + 5);
    }
}
