package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.established;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.8.6.3, §3.10.7.4 seventh check: what is acknowledged when. */
class AcknowledgementTest {

    @Test
    void each_segment_is_acknowledged_before_time_passes() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><LEN=1000>")
                .out("<SEQ=301><ACK=1101><CTL=ACK>")
                .in("<SEQ=1101><ACK=301><CTL=ACK><TEXT=x>")
                .out("<SEQ=301><ACK=1102><CTL=ACK>")
                .silent();
    }

    /** `b` waited for the acknowledgement that comes with text, and answers both. */
    @Test
    void text_that_leaves_anyway_carries_the_acknowledgement() {
        established()
                .send("a")
                .out("<SEQ=301><TEXT=a>")
                .send("b")
                .silent()
                .in("<SEQ=101><ACK=302><CTL=ACK><TEXT=hello>")
                .out("<SEQ=302><ACK=106><CTL=PSH,ACK><TEXT=b>")
                .silent();
    }

    /** The FIN that ends the stream is acknowledged together with the text before it, and with what waited behind a gap. */
    @Test
    void what_a_segment_completes_is_acknowledged_once() {
        established()
                .in("<SEQ=106><ACK=301><CTL=FIN,ACK><TEXT=world>")
                .out("<ACK=101>")
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=hello>")
                .out("<SEQ=301><ACK=112><CTL=ACK>")
                .silent();
    }
}
