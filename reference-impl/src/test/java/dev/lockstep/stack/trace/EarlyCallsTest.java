package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static dev.lockstep.stack.trace.Conversation.with;

import org.junit.jupiter.api.Test;

/** What users ask for, and peers say, before a connection is open: RFC 9293 §3.10.7.3, and the fifth check in SYN-RECEIVED. */
class EarlyCallsTest {

    /** SEND, both SYNs, CLOSE: text and FIN wait for the acknowledgement of our SYN, and leave with it. */
    private static Conversation closedBeforeItIsOpen() {
        return connecting()
                .out("<SEQ=300><CTL=SYN>")
                .send("hello")
                .in("<SEQ=100><CTL=SYN><MSS=1000>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .close()
                .silent();
    }

    @Test
    void a_close_that_waits_for_the_connection_is_carried_out() {
        closedBeforeItIsOpen()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .out("<SEQ=301><ACK=101><CTL=FIN,PSH,ACK><TEXT=hello>")
                .told("connected")
                .in("<SEQ=101><ACK=307><CTL=ACK>")
                .told("closed")
                .in("<SEQ=101><ACK=307><CTL=FIN,ACK>")
                .out("<SEQ=307><ACK=102><CTL=ACK>")
                .told("peer-closed");
    }

    /** The window that opens a connection is the one that holds, and text waits for a better one. */
    @Test
    void a_window_that_is_closed_when_the_connection_opens_holds_text_and_fin() {
        closedBeforeItIsOpen()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .silent()
                .told("connected")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=1000>")
                .out("<SEQ=301><ACK=101><CTL=FIN,PSH,ACK><TEXT=hello>");
    }

    /** RFC 5681 §3.1: the acknowledgement of the SYN lets the window grow by nothing: ten segments. */
    @Test
    void text_that_waits_leaves_in_a_first_window() {
        Conversation conversation = connecting(with("BYTE.COUNTING", "false"))
                .out("<SEQ=300><CTL=SYN>")
                .send(12_000)
                .in("<SEQ=100><CTL=SYN><MSS=1000>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .close()
                .in("<SEQ=101><ACK=301><CTL=ACK>");
        for (int segment = 0; segment < 10; segment++) {
            conversation.out("<SEQ=" + (301 + 1000 * segment) + "><LEN=1000>");
        }
        conversation.silent();
    }

    /** RFC 9293 §3.8.6.2.1 (3): less than half of the largest window, which was that of the SYN, waits for a better one. */
    @Test
    void the_window_of_a_syn_is_one_to_be_measured_by() {
        connecting(with("NAGLE", "false"))
                .out("<CTL=SYN>")
                .in("<SEQ=100><CTL=SYN><MSS=1000><WND=2000>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=450>")
                .send(3_000)
                .later(499)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=450>");
        connecting(with("NAGLE", "false"))
                .out("<CTL=SYN>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK><MSS=1000><WND=2000>")
                .out("<CTL=ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=450>")
                .send(3_000)
                .later(499)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=450>");
        listening(with("NAGLE", "false"))
                .in("<SEQ=100><CTL=SYN><MSS=1000><WND=2000>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=450>")
                .told("connected")
                .send(3_000)
                .later(499)
                .silent()
                .later(1)
                .out("<SEQ=301><LEN=450>");
    }

    /** RFC 9293 MUST-59: both came together, and the answer to the second stands for both. */
    @Test
    void a_fin_that_comes_twice_together_is_acknowledged_once() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .arrive("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .arrive("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .batchEnd()
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .later(1_000)
                .silent();
    }

    /** RFC 6298 §5.7: three seconds where the SYN had to be sent again. */
    @Test
    void text_behind_a_syn_that_was_lost_is_sent_again_after_three_seconds() {
        connecting()
                .out("<CTL=SYN>")
                .send("hello")
                .in("<SEQ=100><CTL=SYN><MSS=1000>")
                .out("<CTL=SYN,ACK>")
                .later(1_000)
                .out("<CTL=SYN,ACK>")
                .close()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .out("<SEQ=301><TEXT=hello>")
                .later(2_999)
                .silent()
                .later(1)
                .out("<SEQ=301><CTL=FIN,PSH,ACK><TEXT=hello>");
    }

    /** RFC 9293 MUST-15, MUST-16: the option counts in a simultaneous open as well. */
    @Test
    void the_option_of_a_syn_without_ack_counts() {
        connecting()
                .out("<CTL=SYN>")
                .in("<SEQ=100><CTL=SYN><MSS=1000>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected")
                .send(2_000)
                .out("<SEQ=301><LEN=1000>")
                .out("<SEQ=1301><LEN=1000>");
    }

    /** RFC 9293 §3.10.7.3, first check: "If SEG.ACK =< ISS or SEG.ACK > SND.NXT ... if the RST bit is set drop the segment". */
    @Test
    void a_reset_that_acknowledges_something_else_is_none() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=0><ACK=300><CTL=RST,ACK>")
                .in("<SEQ=0><ACK=302><CTL=RST,ACK>")
                .silent()
                .told()
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><ACK=101>")
                .told("connected");
    }

    /** RFC 9293 §3.10.7.4, fifth check: SND.WL1 = SEG.SEQ and SND.WL2 =< SEG.ACK. Our numbers begin before the wrap. */
    @Test
    void the_window_of_a_segment_that_begins_where_the_syn_did_counts() {
        connecting(config -> config.withInitialSequence((local, remote, ports, now) -> -3000))
                .out("<SEQ=4294964296><CTL=SYN>")
                .in("<SEQ=100><ACK=4294964297><CTL=SYN,ACK><MSS=1000>")
                .out("<SEQ=4294964297><ACK=101>")
                .in("<SEQ=100><ACK=4294964297><CTL=ACK><WND=0><LEN=2>")
                .out("<SEQ=4294964297><ACK=102>")
                .send("hello")
                .silent();
    }

    /** RFC 9293 §3.10.7.3: SND.WL1 is the number of the SYN, in whichever half of all numbers that lies. */
    @Test
    void a_window_that_opens_right_after_the_syn_counts() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=3000000000><ACK=301><CTL=SYN,ACK><MSS=1000><WND=0>")
                .out("<SEQ=301><ACK=3000000001><CTL=ACK>")
                .send("hello")
                .silent()
                .in("<SEQ=3000000001><ACK=301><CTL=ACK><WND=1000>")
                .out("<SEQ=301><ACK=3000000001><TEXT=hello>");
    }

    /** RFC 9293 §3.10.3: whatever comes in TIME-WAIT, text that was acknowledged is the user's. */
    @Test
    void what_has_arrived_may_be_taken_although_a_reset_ends_time_wait() {
        established()
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=FIN,PSH,ACK><TEXT=abc>")
                .out("<SEQ=302><ACK=105>")
                .in("<SEQ=105><CTL=RST>")
                .silent()
                .receive("abc");
    }

    /** RFC 9293 §3.10.8: in TIME-WAIT nothing is outstanding that a user could wait for. */
    @Test
    void nobody_times_out_behind_a_simultaneous_close() {
        established()
                .userTimeout(5_000)
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102>")
                .in("<SEQ=102><ACK=302><CTL=ACK>")
                .told("peer-closed", "closed")
                .later(239_999)
                .told()
                .later(1)
                .silent()
                .told()
                .idle();
    }

    /** RFC 9293 MUST-37, MUST-20: an answer to a probe begins the count of what was in vain, and four are in vain before anybody hears of it. */
    @Test
    void a_peer_that_answered_a_probe_is_no_trouble_until_it_is_silent_again() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .send("hello")
                .later(1_000)
                .out("<SEQ=301><LEN=1>")
                .later(1_000)
                .out("<SEQ=301><LEN=1>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .later(2_000 + 4_000 + 8_000 + 15_999)
                .ignore()
                .told()
                .later(1)
                .told("trouble");
    }

    /** DELAY.ACK is batched elsewhere here; at once, nothing is owed when the next segment comes. */
    @Test
    void the_fin_of_a_simultaneous_close_is_acknowledged_at_once() {
        established(with("DELAY.ACK", "at-once"))
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .in("<SEQ=102><ACK=302><CTL=ACK>")
                .silent();
    }
}
