package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.tcp.table.Refusal;
import org.junit.jupiter.api.Test;

/** RFC 9293 §3.8.3 and §3.9.1.8: what the user and IP hear while something is sent again and again, and nobody answers. */
class TroubleTest {

    /** Sent after 0, 1, 3 and 7 s, so that three retransmissions have been in vain after 15 s. */
    @Test
    void after_three_retransmissions_in_vain_the_user_and_ip_are_told() {
        Conversation conversation = established()
                .send("hello")
                .out("<SEQ=301><TEXT=hello>")
                .later(14_999)
                .out("<SEQ=301><TEXT=hello>")
                .out("<SEQ=301><TEXT=hello>")
                .out("<SEQ=301><TEXT=hello>")
                .silent()
                .told();
        assertThat(advice(conversation)).isZero();
        conversation.later(1).out("<SEQ=301><TEXT=hello>").told("trouble");
        assertThat(advice(conversation)).isEqualTo(1);
        conversation.later(16_000).out("<SEQ=301><TEXT=hello>").told();
        assertThat(advice(conversation))
                .as("at R1 and at each timeout after it")
                .isEqualTo(2);
        conversation.in("<SEQ=101><ACK=306><CTL=ACK>").told().silent().idle();
    }

    @Test
    void trouble_is_told_again_when_it_comes_again() {
        established()
                .send("hello")
                .later(15_000)
                .told("trouble")
                .in("<SEQ=101><ACK=306><CTL=ACK>")
                .ignore()
                .send("again")
                .later(15_000 * 16)
                .told("trouble");
    }

    @Test
    void trouble_comes_before_the_end() {
        established().send("hello").later(600_000).told("trouble", "timed-out").idle();
    }

    @Test
    void of_a_syn_it_is_told_as_of_text() {
        Conversation conversation =
                connecting().out("<SEQ=300><CTL=SYN>").later(14_999).told().ignore();
        assertThat(advice(conversation)).isZero();
        conversation.later(1).out("<SEQ=300><CTL=SYN>").told("trouble").silent();
        assertThat(advice(conversation)).isEqualTo(1);
    }

    @Test
    void who_wants_no_reports_gets_none_and_ip_does() {
        Conversation conversation = established();
        conversation.socket.reports(false);
        conversation.send("hello").later(15_000).told();
        assertThat(advice(conversation)).isEqualTo(1);
        conversation.later(600_000).told("timed-out");
    }

    @Test
    void reports_can_be_wanted_again() {
        Conversation conversation = established();
        conversation.socket.reports(false);
        conversation.socket.reports(true);
        conversation.send("hello").later(15_000).told("trouble");
    }

    /** A peer that answers probes of its closed window is alive, however long it takes (RFC 9293 MUST-37). */
    @Test
    void a_closed_window_that_is_probed_and_answered_is_no_trouble() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .later(1_000);
        for (long timeout = 1_000; timeout <= 60_000; timeout *= 2) {
            conversation.in("<SEQ=101><ACK=301><CTL=ACK><WND=0>").later(timeout);
        }
        conversation.told();
        assertThat(advice(conversation)).isZero();
    }

    @Test
    void of_a_connection_that_is_gone_no_reports_can_be_had() {
        Conversation conversation = established().abort();
        conversation.socket.reports(false);
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.NO_CONNECTION);
    }

    private static long advice(Conversation conversation) {
        return conversation.stack.output().advised();
    }
}
