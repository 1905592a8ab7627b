package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.10.7.4, MUST-59: what came together is processed before an acknowledgement leaves. The peer's MSS is 1000. */
class BatchTest {

    @Test
    void segments_that_came_together_are_acknowledged_together() {
        established()
                .arrive("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .arrive("<SEQ=1101><ACK=301><CTL=ACK><LEN=1000>")
                .arrive("<SEQ=2101><ACK=301><CTL=ACK><LEN=1000>")
                .silent()
                .batchEnd()
                .out("<SEQ=301><ACK=3101><CTL=ACK><WND=62535>")
                .silent()
                .idle();
    }

    @Test
    void what_the_user_sends_in_answer_carries_the_acknowledgement() {
        established()
                .arrive("<SEQ=101><ACK=301><CTL=PSH,ACK><TEXT=question>")
                .send("answer")
                .out("<SEQ=301><ACK=109><CTL=PSH,ACK><TEXT=answer>")
                .batchEnd()
                .silent();
    }

    @Test
    void what_the_user_takes_at_once_is_acknowledged_with_the_window_that_this_opens() {
        established()
                .arrive("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .arrive("<SEQ=1101><ACK=301><CTL=ACK><LEN=1000>")
                .receive("\0".repeat(2000))
                .silent()
                .batchEnd()
                .out("<SEQ=301><ACK=2101><CTL=ACK><WND=65535>")
                .silent();
    }

    /** The sender counts to three. */
    @Test
    void each_segment_ahead_of_a_gap_has_an_acknowledgement_of_its_own() {
        established()
                .arrive("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .arrive("<SEQ=2101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101>")
                .arrive("<SEQ=3101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101>")
                .arrive("<SEQ=4101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101>")
                .batchEnd()
                .silent()
                .in("<SEQ=1101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=5101>")
                .silent();
    }

    @Test
    void a_repetition_is_acknowledged_and_pays_what_is_owed() {
        established()
                .arrive("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .arrive("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .out("<ACK=104>")
                .batchEnd()
                .silent();
    }

    @Test
    void what_is_sent_again_pays_what_is_owed() {
        established()
                .send("hello")
                .out("<TEXT=hello>")
                .later(999)
                .arrive("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .later(1)
                .ignore()
                .batchEnd()
                .silent();
    }

    /** Our FIN is acknowledged in the same batch that brings the peer's: TIME-WAIT still owes it an acknowledgement. */
    @Test
    void a_fin_is_acknowledged_though_time_wait_begins_before_the_batch_is_over() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .arrive("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .arrive("<SEQ=102><ACK=302><CTL=ACK>")
                .silent()
                .batchEnd()
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .told("peer-closed", "closed")
                .silent();
    }

    /** A segment without ACK is dropped, but not what is owed. */
    @Test
    void what_is_owed_outlives_a_segment_that_is_dropped() {
        established()
                .arrive("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .arrive("<SEQ=104><CTL=PSH><TEXT=def>")
                .batchEnd()
                .out("<ACK=104>")
                .silent();
    }

    @Test
    void the_handshake_ends_with_the_text_that_the_user_sends_at_once() {
        connecting()
                .out("<CTL=SYN>")
                .arrive("<SEQ=100><ACK=301><CTL=SYN,ACK><MSS=1000>")
                .send("hello")
                .out("<SEQ=301><ACK=101><CTL=PSH,ACK><TEXT=hello>")
                .batchEnd()
                .silent();
    }
}
