package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.tcp.table.Refusal;
import org.junit.jupiter.api.Test;

class TeardownTest {

    /** RFC 6582 §3.2: nothing was lost, wherever our numbers lie, so the acknowledgement of the SYN sends nothing again. */
    @Test
    void a_close_amid_a_simultaneous_open_sends_its_fin_once() {
        connecting(config -> config.withInitialSequence((local, remote, ports, now) -> -3000))
                .out("<SEQ=4294964296><CTL=SYN>")
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=4294964296><ACK=101><CTL=SYN,ACK>")
                .close()
                .out("<SEQ=4294964297><ACK=101><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=4294964297><CTL=ACK>")
                .silent()
                .in("<SEQ=101><ACK=4294964298><CTL=ACK>")
                .told("closed");
    }

    private static final long TWO_MSL = 240_000;
    private static final long ORPHANED = 60_000;

    @Test
    void we_close_first() {
        Conversation conversation = established()
                .close()
                .out("<SEQ=301><ACK=101><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .told("closed")
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .told("peer-closed")
                .later(TWO_MSL - 1);
        assertThat(conversation.stack.tcp().connections()).isEqualTo(1);
        conversation.later(1).silent().told().idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
    }

    @Test
    void the_peer_closes_first() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<SEQ=301><ACK=102><CTL=ACK>")
                .told("peer-closed")
                .send("still here")
                .out("<SEQ=301><ACK=102><CTL=PSH,ACK><TEXT=still here>")
                .in("<SEQ=102><ACK=311><CTL=ACK>")
                .close()
                .out("<SEQ=311><ACK=102><CTL=FIN,ACK>")
                .in("<SEQ=102><ACK=312><CTL=ACK>")
                .told("closed")
                .silent()
                .idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
    }

    @Test
    void both_close_at_once() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .told("peer-closed")
                .in("<SEQ=102><ACK=302><CTL=ACK>")
                .told("closed")
                .later(TWO_MSL)
                .silent()
                .idle();
    }

    @Test
    void both_close_and_each_acknowledges_the_other_in_its_fin() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .told("peer-closed", "closed")
                .later(TWO_MSL)
                .idle();
    }

    @Test
    void a_lost_fin_is_sent_again() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .later(1_000)
                .out("<SEQ=301><ACK=101><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .told("closed");
    }

    @Test
    void a_fin_waits_for_the_text_before_it() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=1000>")
                .send(2_500)
                .close()
                .out("<SEQ=301><LEN=1000>")
                .silent()
                .in("<SEQ=101><ACK=1301><CTL=ACK><WND=65535>")
                .out("<SEQ=1301><LEN=1000>")
                .out("<SEQ=2301><LEN=500><CTL=FIN,PSH,ACK>")
                .in("<SEQ=101><ACK=2802><CTL=ACK>");
        conversation.told("closed");
    }

    @Test
    void a_lost_last_segment_is_sent_again_with_its_fin() {
        established()
                .send("bye")
                .out("<SEQ=301><TEXT=bye>")
                .close()
                .out("<SEQ=304><CTL=FIN,ACK>")
                .later(1_000)
                .out("<SEQ=301><CTL=FIN,PSH,ACK><TEXT=bye>")
                .in("<SEQ=101><ACK=305><CTL=ACK>")
                .told("closed");
    }

    @Test
    void text_and_a_fin_ahead_of_a_gap_wait_for_it() {
        established()
                .in("<SEQ=104><ACK=301><CTL=FIN,ACK><TEXT=def>")
                .out("<ACK=101><CTL=ACK>")
                .told()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .out("<ACK=108><CTL=ACK>")
                .told("readable", "peer-closed")
                .receive("abcdef");
    }

    @Test
    void text_received_before_the_end_may_be_taken_afterwards() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK><TEXT=last words>")
                .close()
                .in("<SEQ=112><ACK=302><CTL=ACK>")
                .told("readable", "peer-closed", "closed");
        assertThat(conversation.stack.tcp().connections()).isZero();
        conversation.receive("last words");
        assertThat(conversation.socket.receive(new byte[1], 0, 1)).isEqualTo(TcpSocket.REFUSED);
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.NO_CONNECTION);
    }

    @Test
    void text_received_before_the_end_may_be_taken_when_time_wait_is_over() {
        Conversation conversation = established()
                .close()
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK><TEXT=last words>")
                .told("readable", "peer-closed", "closed")
                .later(TWO_MSL);
        assertThat(conversation.stack.tcp().connections()).isZero();
        conversation.receive("last words");
    }

    /** RFC 9293 §3.10.7.4, second check: all segment queues should be flushed. */
    @Test
    void text_that_was_not_received_is_flushed_by_a_reset() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=half a sen>")
                .out("<ACK=111>")
                .in("<SEQ=111><CTL=RST>")
                .told("readable", "reset");
        assertThat(conversation.socket.readable()).isZero();
        assertThat(conversation.socket.receive(new byte[1], 0, 1)).isEqualTo(TcpSocket.REFUSED);
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.NO_CONNECTION);
    }

    /** Whoever is told `closed` may forget what it sent; here nobody has acknowledged it. */
    @Test
    void a_reset_before_the_last_acknowledgement_is_no_close() {
        established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK><TEXT=your turn>")
                .out("<ACK=111>")
                .send("my turn")
                .close()
                .out("<SEQ=301><TEXT=my turn>")
                .out("<SEQ=308><CTL=FIN,ACK>")
                .in("<SEQ=111><CTL=RST>")
                .told("readable", "peer-closed", "reset")
                .receive("your turn");
    }

    @Test
    void an_abort_before_the_last_acknowledgement_is_no_close() {
        established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<ACK=102>")
                .close()
                .out("<CTL=FIN,ACK>")
                .abort()
                .silent()
                .told("peer-closed", "reset");
    }

    /** Our FIN has not left, so the other side waits for it, though we are in LAST-ACK. */
    @Test
    void an_abort_with_text_behind_a_closed_window_resets() {
        established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK><WND=0>")
                .out("<ACK=102>")
                .send("abc")
                .close()
                .silent()
                .abort()
                .out("<SEQ=301><CTL=RST>")
                .told("peer-closed", "reset")
                .silent()
                .idle();
    }

    /** Our FIN has left, and the window had no room for it. */
    @Test
    void an_abort_with_a_fin_that_was_not_taken_resets() {
        established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK><WND=0>")
                .out("<ACK=102>")
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=102><ACK=301><CTL=ACK><WND=0>")
                .abort()
                .out("<SEQ=301><CTL=RST>")
                .told("peer-closed", "reset")
                .silent()
                .idle();
    }

    /** The probe of a closed window was not taken, so a RST behind it would be dropped. */
    @Test
    void a_reset_stays_within_the_window() {
        probedInVain(established()).abort().out("<SEQ=301><CTL=RST>").told("reset");
        probedInVain(established(with("RESET.IN.WINDOW", "false")))
                .abort()
                .out("<SEQ=302><CTL=RST>")
                .told("reset");
    }

    private static Conversation probedInVain(Conversation open) {
        return open.in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("abc")
                .silent()
                .later(1_000)
                .out("<SEQ=301><TEXT=a>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .silent();
    }

    @Test
    void what_ends_time_wait_early_is_not_told() {
        closedByBoth().in("<SEQ=102><CTL=RST>").told().silent().idle();
        closedByBoth().abort().told().silent().idle();
    }

    private static Conversation closedByBoth() {
        return established()
                .close()
                .out("<CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<ACK=102>")
                .told("peer-closed", "closed");
    }

    @Test
    void the_end_of_the_stream_is_a_refusal() {
        Conversation conversation =
                established().in("<SEQ=101><ACK=301><CTL=FIN,ACK><TEXT=x>").receive("x");
        assertThat(conversation.socket.receive(new byte[1], 0, 1)).isEqualTo(TcpSocket.REFUSED);
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.CLOSING);
    }

    @Test
    void a_reset_is_told() {
        Conversation conversation =
                established().in("<SEQ=101><CTL=RST>").told("reset").silent().idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
        assertThat(conversation.socket.send(new byte[1], 0, 1)).isEqualTo(TcpSocket.REFUSED);
    }

    @Test
    void a_reset_with_another_number_is_challenged() {
        established()
                .in("<SEQ=102><CTL=RST>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told()
                .in("<SEQ=100><CTL=RST>")
                .silent();
    }

    @Test
    void we_abort() {
        established()
                .abort()
                .out("<SEQ=301><CTL=RST>")
                .told("reset")
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=late>")
                .out("<SEQ=301><CTL=RST>")
                .idle();
    }

    @Test
    void a_connection_is_closed_before_it_is_open() {
        connecting().out("<CTL=SYN>").close().told("closed").silent().idle();
    }

    @Test
    void a_close_before_the_connection_is_open_loses_what_was_queued() {
        connecting()
                .out("<CTL=SYN>")
                .send("early")
                .close()
                .told("reset")
                .silent()
                .idle();
    }

    @Test
    void another_fin_does_not_start_the_time_anew() {
        closedByBoth()
                .later(TWO_MSL - 1)
                .in("<SEQ=50><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .later(1)
                .idle();
    }

    @Test
    void a_repeated_fin_in_time_wait_is_acknowledged_and_starts_the_time_anew() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<ACK=102>")
                .later(TWO_MSL - 1)
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .later(TWO_MSL - 1)
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>");
    }

    @Test
    void calls_after_close_are_refused() {
        Conversation conversation = established().close();
        assertThat(conversation.socket.send(new byte[1], 0, 1)).isEqualTo(TcpSocket.REFUSED);
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.CLOSING);
        conversation.close();
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.CLOSING);
    }

    /** RFC 2525 §2.17: the other side must not believe that its text was taken. */
    @Test
    void a_close_with_text_unread_resets_if_so_chosen() {
        established(with("CLOSE.UNREAD.RESETS", "true"))
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .out("<ACK=104><CTL=ACK>")
                .told("readable")
                .close()
                .out("<SEQ=301><CTL=RST>")
                .told("reset")
                .silent()
                .idle();
        established(with("CLOSE.UNREAD.RESETS", "true"))
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK><TEXT=abc>")
                .ignore()
                .close()
                .out("<SEQ=301><CTL=RST>");
    }

    /** RFC 9293 SHLD-3. */
    @Test
    void text_behind_a_half_duplex_close_resets() {
        Conversation conversation = established(with("CLOSE.UNREAD.RESETS", "true"))
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .ignore()
                .receive("abc")
                .close()
                .out("<SEQ=301><ACK=104><CTL=FIN,ACK>")
                .in("<SEQ=104><ACK=302><CTL=ACK>")
                .told("readable", "closed")
                .in("<SEQ=101><ACK=302><CTL=ACK><TEXT=abc>")
                .out("<ACK=104><CTL=ACK>");
        conversation
                .in("<SEQ=104><ACK=302><CTL=ACK><TEXT=d>")
                .out("<SEQ=302><CTL=RST>")
                .told("reset")
                .silent()
                .idle();
    }

    /** Nobody will receive any more, so the peer's FIN is not waited for without end; what comes later is reset. */
    @Test
    void an_orphan_leaves_fin_wait_2() {
        Conversation conversation = established(with("CLOSE.UNREAD.RESETS", "true"))
                .close()
                .out("<SEQ=301><ACK=101><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .told("closed")
                .later(ORPHANED - 1);
        assertThat(conversation.stack.tcp().connections()).isEqualTo(1);
        conversation.later(1).silent().told().idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
        conversation.in("<SEQ=101><ACK=302><CTL=ACK><TEXT=late>").out("<SEQ=302><CTL=RST>");
    }

    /** The peer's FIN ends the wait, and TIME-WAIT has its own time. */
    @Test
    void a_fin_ends_the_wait_of_an_orphan() {
        established(with("CLOSE.UNREAD.RESETS", "true"))
                .close()
                .out("<SEQ=301><ACK=101><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .told("closed")
                .later(ORPHANED - 1)
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .told("peer-closed")
                .later(TWO_MSL - 1)
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>");
    }

    /** The CLOSE of the RFC says nothing of receiving: half-closed connections may last. */
    @Test
    void who_still_receives_waits_in_fin_wait_2_for_ever() {
        established()
                .close()
                .out("<SEQ=301><ACK=101><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .told("closed")
                .later(100 * ORPHANED)
                .in("<SEQ=101><ACK=302><CTL=ACK><TEXT=late>")
                .out("<ACK=105><CTL=ACK>")
                .receive("late");
    }

    @Test
    void a_close_is_no_reason_to_lose_what_comes() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>")
                .ignore()
                .close()
                .out("<SEQ=301><ACK=104><CTL=FIN,ACK>")
                .in("<SEQ=104><ACK=302><CTL=ACK><TEXT=def>")
                .out("<ACK=107><CTL=ACK>")
                .receive("abcdef");
    }
}
