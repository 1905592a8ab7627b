package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9293 §3.5.3, §3.10.7.4, RFC 5961: resets and SYNs that arrive where a connection is. */
class ResetTest {

    @Test
    void a_reset_may_say_why() {
        established()
                .in("<SEQ=101><CTL=RST><TEXT=out of paper>")
                .told("reset")
                .silent()
                .idle();
    }

    @Test
    void a_reset_finds_its_way_through_a_closed_window() {
        established(with("RCV.BUFFER", "1000"))
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101><WND=0>")
                .told("readable")
                .in("<SEQ=1102><CTL=RST>")
                .told()
                .in("<SEQ=1101><CTL=RST>")
                .told("reset")
                .silent();
    }

    @Test
    void a_reset_with_text_finds_its_way_through_a_closed_window() {
        established(with("RCV.BUFFER", "1000"))
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<ACK=1101><WND=0>")
                .told("readable")
                .in("<SEQ=1101><CTL=RST><TEXT=out of paper>")
                .told("reset")
                .silent();
    }

    /** Neither its acknowledgement nor its text counts. */
    @Test
    void of_a_reset_that_is_challenged_nothing_is_taken() {
        established()
                .send("hello")
                .out("<SEQ=301><TEXT=hello>")
                .in("<SEQ=102><ACK=306><CTL=RST,ACK><TEXT=ello>")
                .out("<SEQ=306><ACK=101><CTL=ACK>")
                .silent()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=h>")
                .out("<SEQ=306><ACK=102><CTL=ACK>")
                .receive("h")
                .later(1_000)
                .out("<SEQ=301><TEXT=hello>");
    }

    /** In the window, just before it, far behind and far ahead. */
    @ParameterizedTest
    @ValueSource(strings = {"101", "102", "100", "4000000000", "1000000"})
    void a_syn_is_challenged_whatever_its_number(String number) {
        established()
                .send("hello")
                .out("<SEQ=301><TEXT=hello>")
                .in("<SEQ=" + number + "><ACK=306><CTL=SYN,ACK><TEXT=hello>")
                .out("<SEQ=306><ACK=101><CTL=ACK>")
                .silent()
                .told()
                .receive("")
                .later(1_000)
                .out("<SEQ=301><TEXT=hello>");
    }

    @Test
    void after_a_simultaneous_open_a_reset_is_a_refusal() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><CTL=RST>")
                .told("refused")
                .silent()
                .idle();
    }

    /** Erratum 8167: there is nothing yet to compare the number with. */
    @Test
    void a_refusal_may_have_any_number() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=123456><ACK=301><CTL=RST,ACK>")
                .told("refused")
                .idle();
    }
}
