package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.tcp.table.Acknowledging;
import dev.lockstep.stack.tcp.table.Parameters;
import org.junit.jupiter.api.Test;

/** RFC 9293 §3.8.6.3 with DELAY.ACK = delayed: an acknowledgement for every second full segment. The peer's MSS is 1000. */
class DelayedAckTest {

    private static final String FIRST = "<SEQ=101><ACK=301><CTL=ACK><LEN=1000>";
    private static final String SECOND = "<SEQ=1101><ACK=301><CTL=ACK><LEN=1000>";
    private static final String THIRD = "<SEQ=2101><ACK=301><CTL=ACK><LEN=1000>";

    private static Conversation established() {
        return Conversation.established(with("DELAY.ACK", "delayed"))
                .later(1_000)
                .silent();
    }

    @Test
    void it_is_what_a_stack_does_unless_told_otherwise() {
        assertThat(Parameters.defaults().delayAck()).isEqualTo(Acknowledging.DELAYED);
    }

    @Test
    void a_full_segment_waits_for_the_second() {
        established()
                .in(FIRST)
                .silent()
                .later(39)
                .in(SECOND)
                .out("<SEQ=301><ACK=2101><CTL=ACK>")
                .silent()
                .in(THIRD)
                .silent();
    }

    @Test
    void it_waits_for_forty_milliseconds_and_no_longer() {
        established()
                .in(FIRST)
                .later(39)
                .silent()
                .later(1)
                .out("<SEQ=301><ACK=1101><CTL=ACK>")
                .silent()
                .told("readable")
                .idle();
    }

    @Test
    void nobody_waits_for_half_a_second() {
        assertThatThrownBy(() -> Conversation.established(with("DELAY.ACK.TIME", "500ms")))
                .hasMessageContaining("profile-delay-ack");
        Conversation.established(config -> with("DELAY.ACK.TIME", "499ms")
                        .andThen(with("DELAY.ACK", "delayed"))
                        .apply(config))
                .later(1_000)
                .ignore()
                .in(FIRST)
                .later(498)
                .silent()
                .later(1)
                .out("<ACK=1101>");
    }

    /** Whoever sends a short one has no more to send, or waits for this acknowledgement (Nagle). */
    @Test
    void a_short_segment_does_not_wait() {
        established()
                .in("<SEQ=101><ACK=301><CTL=PSH,ACK><TEXT=x>")
                .out("<ACK=102>")
                .silent();
    }

    @Test
    void a_segment_that_is_full_but_for_options_waits() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=960>")
                .silent()
                .later(40)
                .out("<ACK=1061>");
        established().in("<SEQ=101><ACK=301><CTL=ACK><LEN=959>").out("<ACK=1060>");
    }

    @Test
    void text_of_ours_carries_it() {
        established()
                .in(FIRST)
                .send("hello")
                .out("<SEQ=301><ACK=1101><CTL=PSH,ACK><TEXT=hello>")
                .later(100)
                .silent();
    }

    @Test
    void a_segment_ahead_of_a_gap_does_not_wait_nor_one_that_fills_it() {
        established()
                .in(FIRST)
                .silent()
                .in(THIRD)
                .out("<ACK=1101>")
                .silent()
                .in(SECOND)
                .out("<ACK=3101>")
                .silent();
    }

    @Test
    void a_fin_does_not_wait() {
        established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK><LEN=1000>")
                .out("<ACK=1102>")
                .silent();
    }

    @Test
    void a_challenge_does_not_wait_and_pays_what_is_owed() {
        established()
                .in(FIRST)
                .in("<SEQ=1102><CTL=RST>")
                .out("<SEQ=301><ACK=1101><CTL=ACK>")
                .later(100)
                .silent();
    }

    /** While half of the window is open the peer does not wait for it. */
    @Test
    void the_window_opens_with_the_acknowledgement_while_there_is_enough_of_it() {
        established()
                .in(FIRST)
                .in(SECOND)
                .out("<ACK=2101><WND=63535>")
                .in(THIRD)
                .receive("\0".repeat(3_000))
                .silent()
                .later(40)
                .out("<ACK=3101><WND=65535>");
    }

    @Test
    void a_window_that_was_nearly_closed_opens_at_once() {
        Conversation.established(config -> with("RCV.BUFFER", "1500")
                        .andThen(with("DELAY.ACK", "delayed"))
                        .apply(config))
                .ignore()
                .in(FIRST)
                .silent()
                .receive("\0".repeat(1_000))
                .out("<ACK=1101><WND=1500>")
                .later(100)
                .silent();
    }

    /** RFC 5681 §4.2: a FIN tells of a gap as text does. */
    @Test
    void a_fin_alone_ahead_of_a_gap_does_not_wait() {
        established()
                .in("<SEQ=111><ACK=301><CTL=FIN,ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .silent();
    }

    /** Nothing comes after a FIN that an acknowledgement could wait for, however much text is before it. */
    @Test
    void a_full_segment_with_a_fin_does_not_wait() {
        established()
                .in("<SEQ=101><ACK=301><CTL=FIN,PSH,ACK><LEN=1000>")
                .out("<SEQ=301><ACK=1102><CTL=ACK>")
                .silent();
    }

    /** The FIN lies outside of the window and is not taken; the sooner the peer knows, the sooner it is sent again. */
    @Test
    void a_full_segment_whose_fin_has_no_room_does_not_wait() {
        Conversation.established(config -> with("DELAY.ACK", "delayed")
                        .andThen(with("RCV.BUFFER", "1000"))
                        .apply(config))
                .in("<SEQ=101><ACK=301><CTL=FIN,PSH,ACK><LEN=1000>")
                .out("<SEQ=301><ACK=1101><CTL=ACK><WND=0>")
                .told("readable")
                .silent();
    }

    // RFC 9293 MUST-58: whatever leaves carries the acknowledgement that waits, so that none is sent after it. FIRST
    // comes when there
    // are 20 ms left until the retransmission timer expires, and would be acknowledged 40 ms later.

    @Test
    void text_that_is_sent_again_carries_it() {
        established()
                .send("hello")
                .out("<SEQ=301>")
                .later(980)
                .in(FIRST)
                .later(20)
                .out("<SEQ=301><ACK=1101><CTL=PSH,ACK><TEXT=hello>")
                .later(500)
                .silent()
                .in(SECOND) // the first of two again
                .silent()
                .later(40)
                .out("<ACK=2101>");
    }

    @Test
    void a_fin_that_is_sent_again_carries_it() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .later(980)
                .in(FIRST)
                .later(20)
                .out("<SEQ=301><ACK=1101><CTL=FIN,ACK>")
                .later(500)
                .silent();
    }

    @Test
    void text_with_a_fin_that_is_sent_again_carries_it() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .close()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .out("<SEQ=301><CTL=FIN,PSH,ACK><TEXT=hello>")
                .later(980)
                .in(FIRST)
                .later(20)
                .out("<SEQ=301><ACK=1101><CTL=FIN,PSH,ACK><TEXT=hello>")
                .later(500)
                .silent();
    }

    /** RFC 6582 §3.2: the FIN is the next hole, and is filled as soon as that is known. */
    @Test
    void a_fin_that_fills_the_next_hole_carries_it() {
        established()
                .send(3_000)
                .close()
                .out("<SEQ=301><CTL=ACK>")
                .out("<SEQ=1301><CTL=ACK>")
                .out("<SEQ=2301><CTL=PSH,ACK>")
                .out("<SEQ=3301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .out("<SEQ=301><LEN=1000>")
                .in(FIRST)
                .in("<SEQ=1101><ACK=3301><CTL=ACK>")
                .out("<SEQ=3301><ACK=1101><CTL=FIN,ACK><LEN=>")
                .later(500)
                .silent();
    }

    @Test
    void a_full_segment_and_one_that_is_not_carry_it() {
        established()
                .in(FIRST)
                .send(2_000)
                .out("<SEQ=301><ACK=1101><LEN=1000>")
                .out("<SEQ=1301><ACK=1101><LEN=1000>")
                .later(100)
                .silent();
        established()
                .in(FIRST)
                .send(10)
                .out("<SEQ=301><ACK=1101><LEN=10>")
                .later(100)
                .silent();
    }

    /** A window of half of the largest ever, RFC 9293 §3.8.6.2.1 (3). */
    @Test
    void what_a_small_window_holds_carries_it() {
        Conversation.listening(config -> with("DELAY.ACK", "delayed")
                        .andThen(with("NAGLE", "false"))
                        .apply(config))
                .in("<SEQ=100><CTL=SYN><MSS=1000><WND=900>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=900>")
                .told("connected")
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=1000><WND=900>")
                .silent()
                .send(3_000)
                .out("<SEQ=301><ACK=1101><CTL=ACK><LEN=900>")
                .later(100)
                .silent()
                .in("<SEQ=1101><ACK=301><CTL=ACK><LEN=1000><WND=900>") // the first of two again
                .silent();
    }

    @Test
    void the_fin_and_the_text_before_it_carry_it() {
        established()
                .in(FIRST)
                .close()
                .out("<SEQ=301><ACK=1101><CTL=FIN,ACK>")
                .later(100)
                .silent();
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .close()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0><LEN=1000>")
                .silent()
                .in("<SEQ=1101><ACK=301><CTL=ACK>")
                .out("<SEQ=301><ACK=1101><CTL=FIN,PSH,ACK><TEXT=hello>")
                .later(100)
                .silent();
    }

    /** What cannot be believed is answered, and that pays too (RFC 9293 §3.10.7.4, first check). */
    @Test
    void the_answer_to_a_segment_that_is_not_acceptable_carries_it() {
        established()
                .in(FIRST)
                .in("<SEQ=90><ACK=301><CTL=ACK>")
                .out("<SEQ=301><ACK=1101><CTL=ACK>")
                .later(100)
                .silent();
    }
}
