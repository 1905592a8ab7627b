package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static dev.lockstep.stack.trace.Conversation.with;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.8.6: windows that shrink, close and open again. The peer's MSS is 1000. */
class WindowTest {

    /** The right edge moves from 3301 back to 1801. */
    @Test
    void behind_a_window_that_shrinks_nothing_new_is_sent_and_the_front_is_repeated() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=3000>")
                .send(5_000)
                .out("<SEQ=301><LEN=1000>")
                .out("<SEQ=1301><LEN=1000>")
                .out("<SEQ=2301><LEN=1000>")
                .silent()
                .in("<SEQ=101><ACK=1301><CTL=ACK><WND=500>")
                .silent()
                .later(1_000)
                .out("<SEQ=1301><LEN=1000>")
                .silent()
                .in("<SEQ=101><ACK=3301><CTL=ACK><WND=65535>")
                .out("<SEQ=3301><LEN=1000>")
                .ignore()
                .in("<SEQ=101><ACK=5301><CTL=ACK>")
                .told()
                .idle();
    }

    /** It shrinks to nothing while text is on its way; R2 is 8. */
    @Test
    void behind_a_window_that_shrinks_to_nothing_text_is_repeated_as_long_as_the_peer_answers() {
        Conversation conversation = established()
                .send(3_000)
                .ignore()
                .in("<SEQ=101><ACK=1301><CTL=ACK><WND=0>")
                .silent()
                .later(1_000)
                .out("<SEQ=1301><LEN=1000>")
                .silent();
        for (int i = 0; i < 100; i++) {
            conversation
                    .in("<SEQ=101><ACK=1301><CTL=ACK><WND=0>")
                    .later(60_000)
                    .out("<SEQ=1301><LEN=1000>")
                    .ignore();
        }
        conversation
                .told("trouble")
                .in("<SEQ=101><ACK=3301><CTL=ACK><WND=65535>")
                .silent()
                .idle();
    }

    @Test
    void a_closed_window_is_probed_at_growing_intervals() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .later(999)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=1><TEXT=h>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .later(999)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=1>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .later(1_999)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=1>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .later(3_999)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=1>");
    }

    /** Five hours, which is more than eight probes. */
    @Test
    void a_window_may_stay_closed_as_long_as_probes_are_answered() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .later(1_000)
                .out("<SEQ=301><LEN=1>");
        for (int i = 0; i < 300; i++) {
            conversation
                    .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                    .later(60_000)
                    .out("<SEQ=301><LEN=1>")
                    .ignore();
        }
        // Of the first minute, in which four probes were not answered.
        conversation
                .told("trouble")
                .in("<SEQ=101><ACK=302><CTL=ACK><WND=65535>")
                .out("<SEQ=302><TEXT=ello>");
    }

    @Test
    void probes_that_nobody_answers_end_the_connection() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .later(1_000_000)
                .told("trouble", "timed-out")
                .idle();
    }

    /** The window is too small to be worth a segment, and would stay so: the timer overrides that. */
    @Test
    void text_does_not_wait_for_ever_for_a_window_worth_a_segment() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=500>")
                .send(800)
                .later(499)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=500>")
                .in("<SEQ=101><ACK=801><CTL=ACK><WND=500>")
                .out("<SEQ=801><CTL=PSH,ACK><LEN=300>");
    }

    @Test
    void half_the_largest_window_is_worth_a_segment() {
        listening()
                .in("<SEQ=100><CTL=SYN><WND=1000><MSS=1000>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=499>")
                .send(800)
                .silent()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=500>")
                .out("<SEQ=301><LEN=500>");
    }

    /** Our user takes nothing for an hour, and the peer probes. */
    @Test
    void our_window_stays_closed_until_the_user_takes_something() {
        Conversation conversation = established(with("RCV.BUFFER", "1000"))
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101><WND=0>");
        for (int i = 0; i < 60; i++) {
            conversation
                    .in("<SEQ=1101><ACK=301><CTL=ACK><TEXT=x>")
                    .out("<SEQ=301><ACK=1101><CTL=ACK><WND=0>")
                    .later(60_000)
                    .silent();
        }
        conversation.told("readable").receive("\0".repeat(1_000)).out("<ACK=1101><WND=1000>");
    }

    /** What came is acknowledged, and the right edge stays at 65636. */
    @Test
    void our_right_edge_does_not_move_back() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101><WND=64535>")
                .in("<SEQ=2101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101><WND=64535>")
                .in("<SEQ=1101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=3101><WND=62535>");
    }
}
