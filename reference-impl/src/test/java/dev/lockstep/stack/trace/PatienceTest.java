package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.8.3: how long a peer that does not answer is waited for. */
class PatienceTest {

    @Test
    void a_syn_is_sent_again_for_three_minutes_at_least() {
        connecting()
                .later(180_000)
                .told("trouble")
                .ignore()
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told("connected");
        connecting().later(600_000).told("trouble", "timed-out").idle();
    }

    @Test
    void the_answer_to_a_syn_is_sent_again_for_three_minutes_at_least() {
        listening()
                .in("<SEQ=100><CTL=SYN>")
                .later(180_000)
                .ignore()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected");
    }

    @Test
    void text_is_sent_again_for_a_hundred_seconds_at_least() {
        established()
                .send("hello")
                .later(100_000)
                .told("trouble")
                .ignore()
                .in("<SEQ=101><ACK=306><CTL=ACK>")
                .told()
                .idle();
        established().send("hello").later(600_000).told("trouble", "timed-out").idle();
    }
}
