package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Urgent text (RFC 9293 §3.8.5): {@code UP} is an offset from {@code SEQ}, and points behind the last urgent byte. */
class UrgentTest {

    @Test
    void urgent_text_is_marked_up_to_its_end() {
        established()
                .sendUrgent("abc")
                .out("<SEQ=301><CTL=PSH,ACK,URG><UP=3><TEXT=abc>")
                .send("de")
                .in("<SEQ=101><ACK=304><CTL=ACK>")
                .out("<SEQ=304><CTL=PSH,ACK><TEXT=de>")
                .silent();
    }

    @Test
    void each_segment_tells_how_far_it_is_to_the_end() {
        established()
                .sendUrgent("a".repeat(2_500))
                .out("<SEQ=301><CTL=ACK,URG><UP=2500><LEN=1000>")
                .out("<SEQ=1301><CTL=ACK,URG><UP=1500><LEN=1000>")
                .send("not urgent")
                .in("<SEQ=101><ACK=2301><CTL=ACK>")
                .out("<SEQ=2301><CTL=PSH,ACK,URG><UP=500><LEN=510>")
                .later(1_000)
                .out("<SEQ=2301><CTL=PSH,ACK,URG><UP=500><LEN=510>")
                .in("<SEQ=101><ACK=2801><CTL=ACK>")
                .later(2_000)
                .out("<SEQ=2801><CTL=PSH,ACK><LEN=10>");
    }

    /** The field has 16 bits; as what is before it is sent, the pointer moves on. */
    @Test
    void urgent_text_may_be_longer_than_the_field_can_say() {
        established(config -> config.withSendBuffer(131_072))
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .sendUrgent("a".repeat(100_000))
                .silent()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=2000>")
                .out("<SEQ=301><CTL=ACK,URG><UP=65535><LEN=1000>")
                .out("<SEQ=1301><CTL=ACK,URG><UP=65535><LEN=1000>")
                .silent();
    }

    @Test
    void a_probe_of_a_closed_window_says_that_something_is_urgent() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .sendUrgent("abc")
                .silent()
                .later(1_000)
                .out("<SEQ=301><CTL=ACK,URG><UP=3><TEXT=a>");
    }

    @Test
    void so_does_an_acknowledgement() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0>")
                .sendUrgent("abc")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=0><TEXT=hello>")
                .out("<SEQ=301><ACK=106><CTL=ACK,URG><UP=3>");
    }

    @Test
    void text_given_before_the_connection_is_open_may_be_urgent() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .sendUrgent("hi")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK><MSS=1000>")
                .out("<SEQ=301><ACK=101><CTL=PSH,ACK,URG><UP=2><TEXT=hi>");
    }

    @Test
    void urgent_text_is_told_and_read_in_its_place() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=PSH,ACK,URG><UP=3><TEXT=abcdef>")
                .told("urgent", "readable");
        assertThat(conversation.socket.urgent()).isEqualTo(3);
        byte[] two = new byte[2];
        conversation.socket.receive(two, 0, 2);
        assertThat(conversation.socket.urgent()).isEqualTo(1);
        conversation.receive("cdef");
        assertThat(conversation.socket.urgent()).isZero();
    }

    @Test
    void it_is_told_before_it_comes() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK,URG><UP=10>")
                .told("urgent")
                .silent();
        assertThat(conversation.socket.urgent()).isEqualTo(10);
        conversation.in("<SEQ=101><ACK=301><CTL=ACK,URG><UP=10><TEXT=hello>").told("readable");
        conversation.receive("hello");
        assertThat(conversation.socket.urgent()).isEqualTo(5);
        conversation.in("<SEQ=106><ACK=301><CTL=ACK,URG><UP=5><TEXT=world>").told("readable");
        conversation.receive("world");
        assertThat(conversation.socket.urgent()).isZero();
    }

    /** RFC 9293 MUST-32. */
    @Test
    void it_is_told_again_when_the_pointer_advances_and_only_then() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK,URG><UP=3><TEXT=abc>")
                .told("urgent", "readable")
                .in("<SEQ=101><ACK=301><CTL=ACK,URG><UP=3><TEXT=abc>")
                .told()
                .in("<SEQ=104><ACK=301><CTL=ACK,URG><UP=65535>")
                .told("urgent")
                .in("<SEQ=104><ACK=301><CTL=ACK,URG><UP=65534>")
                .told();
    }

    /** When all of it was taken, the next is news again. */
    @Test
    void it_is_told_again_when_it_comes_again() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK,URG><UP=3><TEXT=abc>")
                .told("urgent", "readable")
                .receive("abc")
                .in("<SEQ=104><ACK=301><CTL=ACK,URG><UP=3><TEXT=def>")
                .told("urgent", "readable");
    }

    /** RFC 9293 MUST-66: URG counts though nothing of the text is taken. */
    @Test
    void it_is_told_while_our_window_is_closed() {
        Conversation conversation = established(with("RCV.BUFFER", "4"))
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abcd>")
                .out("<ACK=105><CTL=ACK><WND=0>")
                .told("readable")
                .in("<SEQ=105><ACK=301><CTL=ACK,URG><UP=1><TEXT=e>")
                .out("<ACK=105><CTL=ACK><WND=0>")
                .told("urgent");
        assertThat(conversation.socket.urgent()).isEqualTo(5);
        conversation.receive("abcd");
        assertThat(conversation.socket.urgent()).isEqualTo(1);
    }

    @Test
    void it_is_told_after_our_close_and_not_after_that_of_the_peer() {
        established()
                .close()
                .in("<SEQ=101><ACK=301><CTL=ACK,URG><UP=1>")
                .told("urgent")
                .in("<SEQ=101><ACK=302><CTL=ACK,URG><UP=2>")
                .told("urgent", "closed")
                .in("<SEQ=101><ACK=302><CTL=ACK,URG><UP=3>")
                .told("urgent");
        established()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .told("peer-closed")
                .in("<SEQ=102><ACK=301><CTL=ACK,URG><UP=3>")
                .told();
    }

    @Test
    void how_much_is_urgent_is_known_behind_the_end_of_the_stream_too() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=FIN,PSH,ACK,URG><UP=3><TEXT=abcde>")
                .told("urgent", "readable", "peer-closed");
        assertThat(conversation.socket.urgent()).isEqualTo(3);
        byte[] two = new byte[2];
        conversation.socket.receive(two, 0, 2);
        assertThat(conversation.socket.urgent()).isEqualTo(1);
        conversation.receive("cde");
        assertThat(conversation.socket.urgent()).isZero();
    }

    /** RFC 9293 §3.8.5: whoever takes more than is there has taken all that was urgent. */
    @Test
    void nothing_is_urgent_any_more_when_the_rest_was_taken() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=FIN,PSH,ACK,URG><UP=2><TEXT=abc>")
                .receive("abc");
        assertThat(conversation.socket.urgent()).isZero();
    }

    /** RFC 9293 §3.8.5: "a TCP receiver should be robust to invalid urgent pointer values". */
    @Test
    void a_pointer_behind_the_end_of_the_stream_is_no_promise() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=FIN,PSH,ACK,URG><UP=1000><TEXT=abc>")
                .told("urgent", "readable", "peer-closed");
        assertThat(conversation.socket.urgent()).isEqualTo(3);
        conversation.receive("abc");
        assertThat(conversation.socket.urgent()).isZero();
    }

    @Test
    void without_the_flag_the_field_means_nothing_and_with_it_zero_is_nothing_new() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><UP=3><TEXT=abc>")
                .told("readable")
                .receive("abc")
                .in("<SEQ=104><ACK=301><CTL=ACK,URG><UP=0>")
                .told();
        assertThat(conversation.socket.urgent()).isZero();
    }

    @Test
    void who_wants_no_reports_may_ask() {
        Conversation conversation = established();
        conversation.socket.reports(false);
        conversation.in("<SEQ=101><ACK=301><CTL=ACK,URG><UP=3><TEXT=abc>").told("readable");
        assertThat(conversation.socket.urgent()).isEqualTo(3);
    }
}
