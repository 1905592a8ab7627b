package dev.lockstep.stack.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimerQueueTest {

    private final TimerQueue timers = new TimerQueue(4);

    @Test
    void expires_by_deadline_and_at_one_deadline_by_turn() {
        timers.arm(2, 50);
        timers.arm(0, 30);
        timers.arm(3, 30);
        timers.arm(1, 40);
        assertThat(timers.nextDeadline()).isEqualTo(30);
        assertThat(timers.expire(29)).isEqualTo(TimerQueue.NONE);
        assertThat(timers.expire(60)).isEqualTo(0);
        assertThat(timers.expire(60)).isEqualTo(3);
        assertThat(timers.expire(60)).isEqualTo(1);
        assertThat(timers.expire(60)).isEqualTo(2);
        assertThat(timers.nextDeadline()).isEqualTo(TimerQueue.NEVER);
    }

    @Test
    void rearms_earlier_and_later() {
        timers.arm(0, 10);
        timers.arm(1, 20);
        timers.arm(0, 30);
        assertThat(timers.nextDeadline()).isEqualTo(20);
        timers.arm(0, 5);
        assertThat(timers.nextDeadline()).isEqualTo(5);
        assertThat(timers.armed()).isEqualTo(2);
    }

    @Test
    void forgets_a_cancelled_timer() {
        timers.arm(0, 10);
        timers.cancel(0);
        timers.cancel(0);
        assertThat(timers.armed(0)).isFalse();
        assertThat(timers.expire(100)).isEqualTo(TimerQueue.NONE);
    }

    @Test
    void grows_and_keeps_what_is_armed() {
        timers.arm(3, 10);
        timers.grow(9);
        timers.arm(8, 5);
        assertThat(timers.expire(10)).isEqualTo(8);
        assertThat(timers.expire(10)).isEqualTo(3);
    }
}
