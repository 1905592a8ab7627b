package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static dev.lockstep.stack.trace.Conversation.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.tcp.TcpDrop;
import org.junit.jupiter.api.Test;

class DataTest {

    @Test
    void text_is_acknowledged_and_received() {
        established()
                .in("<SEQ=101><ACK=301><CTL=PSH,ACK><TEXT=hello>")
                .out("<SEQ=301><ACK=106><CTL=ACK><WND=65530>")
                .told("readable")
                .receive("hello")
                .receive("")
                .silent();
    }

    @Test
    void text_is_sent_and_forgotten_when_acknowledged() {
        Conversation conversation = established().send("hello").out("<SEQ=301><ACK=101><CTL=PSH,ACK><TEXT=hello>");
        assertThat(conversation.socket.unacknowledged()).isEqualTo(5);
        conversation.in("<SEQ=101><ACK=306><CTL=ACK>").silent().idle();
        assertThat(conversation.socket.unacknowledged()).isZero();
    }

    @Test
    void text_out_of_order_waits_for_the_gap_to_be_filled() {
        established()
                .in("<SEQ=104><ACK=301><CTL=ACK><TEXT=def>")
                .out("<ACK=101><CTL=ACK>")
                .in("<SEQ=110><ACK=301><CTL=ACK><TEXT=jkl>")
                .out("<ACK=101><CTL=ACK>")
                .told()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .out("<ACK=107><CTL=ACK>")
                .told("readable")
                .in("<SEQ=105><ACK=301><CTL=ACK><TEXT=efghi>")
                .out("<ACK=113><CTL=ACK><WND=65523>")
                .receive("abcdefghijkl");
    }

    /** A text of one byte and a FIN behind a gap are one segment, and are answered once (RFC 5681 §4.2). */
    @Test
    void one_byte_and_a_fin_ahead_of_a_gap_are_acknowledged_once() {
        established()
                .in("<SEQ=111><ACK=301><CTL=FIN,ACK><TEXT=x>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .silent()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=0123456789>")
                .out("<SEQ=301><ACK=113><CTL=ACK>")
                .silent();
    }

    /** RFC 9293 A.2: the text that fills our window was lost, and the peer goes on behind it. */
    @Test
    void an_acknowledgement_right_behind_the_window_counts() {
        Conversation conversation =
                established(with("RCV.BUFFER", "1000")).send("hello").out("<SEQ=301>");
        conversation.in("<SEQ=1101><ACK=306><CTL=ACK>").silent();
        assertThat(conversation.socket.unacknowledged()).isZero();
    }

    @Test
    void text_that_came_before_is_acknowledged_again() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .out("<ACK=104>")
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .out("<SEQ=301><ACK=104><CTL=ACK>")
                .receive("abc")
                .receive("");
    }

    @Test
    void a_lost_segment_is_sent_again_with_growing_intervals() {
        established()
                .send("hello")
                .out("<SEQ=301><TEXT=hello>")
                .later(1_000)
                .out("<SEQ=301><ACK=101><CTL=PSH,ACK><TEXT=hello>")
                .later(2_000)
                .out("<SEQ=301><TEXT=hello>")
                .later(3_999)
                .silent()
                .in("<SEQ=101><ACK=306><CTL=ACK>")
                .later(600_000)
                .silent()
                .told();
    }

    @Test
    void a_dead_peer_is_given_up() {
        established()
                .send("hello")
                .out("<TEXT=hello>")
                .later(1_000_000)
                .told("trouble", "timed-out")
                .idle();
    }

    @Test
    void three_duplicate_acknowledgements_bring_the_segment_again() {
        Conversation conversation = established().send(4_000);
        for (int i = 0; i < 4; i++) {
            conversation.out("<SEQ=" + (301 + 1000 * i) + "><LEN=1000>");
        }
        conversation
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .silent()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .out("<SEQ=301><LEN=1000>")
                .silent()
                .in("<SEQ=101><ACK=4301><CTL=ACK>")
                .silent()
                .idle();
    }

    @Test
    void nagle_holds_short_segments_back_while_text_is_in_flight() {
        established()
                .send("a")
                .out("<SEQ=301><TEXT=a>")
                .send("b")
                .send("c")
                .silent()
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .out("<SEQ=302><CTL=PSH,ACK><TEXT=bc>");
        established(with("NAGLE", "false")).send("a").out("<TEXT=a>").send("b").out("<TEXT=b>");
    }

    /** CVE-2019-11479: a window of 64 KiB in segments of one byte would be 65,535 of them at once. */
    @Test
    void a_peer_that_asks_for_tiny_segments_gets_small_ones() {
        listening()
                .in("<SEQ=100><CTL=SYN><MSS=1>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected")
                .send(100)
                .out("<SEQ=301><LEN=48>")
                .out("<SEQ=349><LEN=48>")
                .silent();
    }

    @Test
    void a_small_window_is_respected_and_a_closed_one_probed() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=1500>")
                .send(3_000)
                .out("<SEQ=301><LEN=1000>")
                .silent()
                .in("<SEQ=101><ACK=1301><CTL=ACK><WND=0>")
                .silent()
                .later(1_000)
                .out("<SEQ=1301><LEN=1>")
                .in("<SEQ=101><ACK=1302><CTL=ACK><WND=65535>")
                .out("<SEQ=1302><LEN=1000>")
                .in("<SEQ=101><ACK=2302><CTL=ACK>")
                .out("<SEQ=2302><LEN=999>")
                .silent();
    }

    /** Of a window that is too small for a segment and too large for a probe (RFC 9293 §3.8.6.2.1). */
    @Test
    void a_silly_window_is_used_after_half_a_second() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=100>")
                .send(3_000)
                .later(499)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=100>")
                .silent();
    }

    /** RFC 9293 §3.8.6.2.1 (3), the condition in brackets. */
    @Test
    void half_a_window_is_worth_a_short_segment_unless_nagle_holds_it_back() {
        withWindowOf1200("true")
                .send(400)
                .out("<SEQ=301><LEN=400>")
                .send(3_000)
                .silent()
                .in("<SEQ=101><ACK=701><CTL=ACK><WND=1200>")
                .out("<SEQ=701><LEN=1000>");
        withWindowOf1200("false")
                .send(400)
                .out("<SEQ=301><LEN=400>")
                .send(3_000)
                .out("<SEQ=701><LEN=800>");
    }

    private static Conversation withWindowOf1200(String nagle) {
        return listening(with("NAGLE", nagle))
                .in("<SEQ=100><CTL=SYN><MSS=1000><WND=1200>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=1200>")
                .told("connected");
    }

    @Test
    void a_full_send_buffer_takes_no_more_and_says_when_it_does_again() {
        Conversation conversation = established(config -> config.withSendBuffer(2_048));
        assertThat(conversation.socket.send(new byte[5_000], 0, 5_000)).isEqualTo(2_048);
        assertThat(conversation.socket.send(new byte[1], 0, 1)).isZero();
        conversation.told().in("<SEQ=101><ACK=1301><CTL=ACK>").told("writable");
        assertThat(conversation.socket.room()).isEqualTo(1_000);
    }

    @Test
    void a_window_that_was_closed_opens_in_a_step_worth_an_acknowledgement() {
        Conversation conversation = established(with("RCV.BUFFER", "2048"));
        conversation
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .in("<SEQ=1101><ACK=301><CTL=ACK><LEN=1048>")
                .out("<ACK=1101><WND=1048>")
                .out("<ACK=2149><WND=0>")
                .in("<SEQ=2149><ACK=301><CTL=ACK><LEN=1>")
                .out("<SEQ=301><ACK=2149><CTL=ACK><WND=0>");
        assertThat(conversation.socket.receive(new byte[1_000], 0, 1_000)).isEqualTo(1_000);
        conversation.silent();
        assertThat(conversation.socket.receive(new byte[100], 0, 100)).isEqualTo(100);
        conversation.out("<ACK=2149><CTL=ACK><WND=1100>");
    }

    @Test
    void sequence_numbers_wrap_around() {
        connecting(config -> config.withInitialSequence((local, remote, ports, now) -> -3))
                .out("<SEQ=4294967293><CTL=SYN>")
                .in("<SEQ=4294967290><ACK=4294967294><CTL=SYN,ACK><MSS=1000>")
                .out("<SEQ=4294967294><ACK=4294967291><CTL=ACK>")
                .send("hello")
                .out("<SEQ=4294967294><TEXT=hello>")
                .in("<SEQ=4294967291><ACK=3><CTL=ACK><TEXT=goodbye>")
                .out("<SEQ=3><ACK=2><CTL=ACK>")
                .receive("goodbye");
    }

    /** RFC 6298 §2: the SYN is timed, wherever its number lies. */
    @Test
    void the_round_trip_of_a_syn_is_measured_across_the_wrap() {
        connecting(config -> config.withInitialSequence((local, remote, ports, now) -> -3000))
                .out("<SEQ=4294964296><CTL=SYN>")
                .later(900)
                .in("<SEQ=100><ACK=4294964297><CTL=SYN,ACK><MSS=1000>")
                .out("<CTL=ACK>")
                .send("hello")
                .out("<SEQ=4294964297><TEXT=hello>")
                .later(2_699) // 900 + 4 * 450
                .silent()
                .later(1)
                .out("<SEQ=4294964297><TEXT=hello>");
    }

    /** RFC 9293 MUST-58: a probe of a closed window carries the acknowledgement that waits. */
    @Test
    void a_probe_carries_the_acknowledgement_that_was_delayed() {
        established(with("DELAY.ACK", "delayed"))
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .later(990)
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0><LEN=1000>")
                .silent()
                .later(10)
                .out("<SEQ=301><ACK=1101><CTL=ACK><TEXT=h>")
                .later(500)
                .silent();
    }

    @Test
    void a_wrong_checksum_is_as_if_nothing_had_come() {
        Conversation conversation = established();
        byte[] damaged = Notation.datagram(
                "<SEQ=101><ACK=301><CTL=ACK><TEXT=hello>", Conversation.PEER, 5000, Conversation.US, 80);
        damaged[damaged.length - 1] ^= 1;
        conversation.in(damaged).silent().told();
        assertThat(conversation.stack.tcp().dropped(TcpDrop.CHECKSUM)).isEqualTo(1);
    }
}
