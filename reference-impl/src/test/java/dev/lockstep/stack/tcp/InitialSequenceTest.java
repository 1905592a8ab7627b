package dev.lockstep.stack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.4.1, RFC 6528 §3. */
class InitialSequenceTest {

    private static final int US = 0x0a000001;
    private static final int PEER = 0x0a000002;
    private static final int PORTS = 80 << 16 | 5000;

    private final InitialSequence numbers = InitialSequence.rfc6528(new SipKey(1, 2));
    private final int first = numbers.next(US, PEER, PORTS, 0);

    @Test
    void the_clock_ticks_every_four_microseconds() {
        assertThat(numbers.next(US, PEER, PORTS, 3_999) - first).isZero();
        assertThat(numbers.next(US, PEER, PORTS, 4_000) - first).isEqualTo(1);
        assertThat(numbers.next(US, PEER, PORTS, 3_600_000_000_000L) - first).isEqualTo(900_000_000);
    }

    @Test
    void addresses_and_ports_of_both_sides_count() {
        assertThat(numbers.next(US + 1, PEER, PORTS, 0)).isNotEqualTo(first);
        assertThat(numbers.next(US, PEER + 1, PORTS, 0)).isNotEqualTo(first);
        assertThat(numbers.next(US, PEER, PORTS + 1, 0)).isNotEqualTo(first);
        assertThat(numbers.next(US, PEER, PORTS + (1 << 16), 0)).isNotEqualTo(first);
    }

    @Test
    void without_the_secret_nobody_can_tell() {
        assertThat(InitialSequence.rfc6528(new SipKey(1, 3)).next(US, PEER, PORTS, 0))
                .isNotEqualTo(first);
        assertThat(InitialSequence.rfc6528(new SipKey(3, 2)).next(US, PEER, PORTS, 0))
                .isNotEqualTo(first);
        assertThat(InitialSequence.rfc6528(new SipKey(1, 2)).next(US, PEER, PORTS, 0))
                .isEqualTo(first);
    }
}
