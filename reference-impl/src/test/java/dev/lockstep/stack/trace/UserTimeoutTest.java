package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.10.8, USER TIMEOUT: how long a user waits for what it has submitted to be acknowledged. */
class UserTimeoutTest {

    @Test
    void what_nobody_acknowledges_ends_the_connection_when_the_time_is_over() {
        established()
                .userTimeout(10_000)
                .later(64_000)
                .send("hello")
                .later(9_999)
                .ignore()
                .told()
                .later(1)
                .silent()
                .told("timed-out")
                .idle();
    }

    @Test
    void nothing_outstanding_nothing_to_wait_for() {
        established().userTimeout(10_000).later(1_000_000).silent().told();
    }

    /** Each segment takes a while, and some of it arrives all the time. */
    @Test
    void progress_begins_the_time_anew() {
        established()
                .userTimeout(10_000)
                .send(3_000)
                .later(9_000)
                .in("<SEQ=101><ACK=1301><CTL=ACK>")
                .later(9_000)
                .in("<SEQ=101><ACK=2301><CTL=ACK>")
                .later(9_000)
                .ignore()
                .told()
                .later(1_000)
                .told("timed-out");
    }

    /** All that was sent is acknowledged, and the window closed: that was progress, and what waits now has its own time. */
    @Test
    void progress_that_closes_the_window_begins_the_time_anew() {
        established()
                .userTimeout(10_000)
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=1000>")
                .send(2_000)
                .later(9_000)
                .in("<SEQ=101><ACK=1301><CTL=ACK><WND=0>")
                .later(9_999)
                .ignore()
                .told()
                .later(1)
                .told("timed-out");
    }

    @Test
    void text_that_waits_for_a_closed_window_is_not_delivered_either() {
        Conversation conversation = established()
                .userTimeout(10_000)
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello");
        for (int i = 0; i < 9; i++) {
            conversation.later(1_000).in("<SEQ=101><ACK=301><CTL=ACK><WND=0>");
        }
        conversation.ignore().told().later(1_000).told("timed-out").idle();
        established()
                .userTimeout(500)
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .later(499)
                .told()
                .later(1)
                .silent()
                .told("timed-out");
    }

    @Test
    void it_holds_for_the_syn_and_for_the_fin() {
        connecting()
                .userTimeout(5_000)
                .later(4_999)
                .told()
                .later(1)
                .told("timed-out")
                .idle();
        established()
                .userTimeout(5_000)
                .later(63_000)
                .close()
                .out("<CTL=FIN,ACK>")
                .later(4_999)
                .told()
                .later(1)
                .told("timed-out")
                .idle();
    }

    /** RFC 9293 §3.9.1.1: the time of the FIN begins with CLOSE, on the other side of a teardown as well. */
    @Test
    void it_holds_for_the_last_fin() {
        established()
                .userTimeout(5_000)
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<ACK=102>")
                .told("peer-closed")
                .later(63_000)
                .close()
                .out("<CTL=FIN,ACK>")
                .later(4_999)
                .told()
                .later(1)
                .told("timed-out")
                .idle();
    }

    /** R2 gives up after 243 seconds. */
    @Test
    void whichever_is_first_decides() {
        established()
                .userTimeout(1_000_000)
                .send("hello")
                .later(600_000)
                .told("trouble", "timed-out")
                .idle();
    }

    @Test
    void it_can_be_changed_and_taken_back() {
        established()
                .userTimeout(10_000)
                .send("hello")
                .later(5_000)
                .userTimeout(20_000)
                .later(19_999)
                .userTimeout(0)
                .later(50_000)
                .ignore()
                .told("trouble")
                .in("<SEQ=101><ACK=306><CTL=ACK>")
                .told()
                .idle();
        assertThatThrownBy(() -> established().userTimeout(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void half_closed_nothing_is_outstanding_and_time_wait_needs_none() {
        established()
                .userTimeout(5_000)
                .close()
                .out("<CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .told("closed")
                .later(60_000)
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<ACK=102>")
                .told("peer-closed")
                .userTimeout(5_000)
                .later(239_999)
                .silent()
                .later(1)
                .idle();
    }
}
