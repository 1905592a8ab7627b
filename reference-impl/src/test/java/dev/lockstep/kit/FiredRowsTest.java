package dev.lockstep.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.trace.Conversation;
import org.junit.jupiter.api.Test;

class FiredRowsTest {

    @Test
    void a_handshake_is_noted_as_this_test() {
        Conversation.listening().in("<SEQ=100><CTL=SYN><MSS=1000>").out("<SEQ=300><ACK=101><CTL=SYN,ACK>");
        assertThat(FiredRows.of("FiredRowsTest.a_handshake_is_noted_as_this_test"))
                .contains("open-passive", "listen-syn")
                .doesNotContain("open-active");
    }

    /** More stacks than are kept, of which only the first does something. */
    @Test
    void what_fired_long_ago_is_not_forgotten() {
        Conversation.connecting();
        for (int i = 0; i < 100; i++) {
            Conversation.listening();
        }
        assertThat(FiredRows.of("FiredRowsTest.what_fired_long_ago_is_not_forgotten"))
                .contains("open-active", "open-passive");
    }

    @Test
    void a_test_without_a_stack_fires_nothing() {
        assertThat(FiredRows.of("FiredRowsTest.a_test_without_a_stack_fires_nothing"))
                .isEmpty();
    }
}
