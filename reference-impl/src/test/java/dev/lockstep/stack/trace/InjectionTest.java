package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static dev.lockstep.stack.trace.Conversation.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RFC 5961 §5: who knows the sockets and guesses a number in our window still has to guess what we have sent. The peer has
 * offered 65535 bytes, and we have sent up to 306.
 */
class InjectionTest {

    /** One beyond what was sent, one older than a window before 301, and those half the space away. */
    @ParameterizedTest
    @ValueSource(strings = {"307", "4294902061", "2147483948", "2147483949", "2147483954"})
    void text_with_a_guessed_acknowledgement_is_not_taken(String ack) {
        established()
                .send("hello")
                .out("<SEQ=301><TEXT=hello>")
                .in("<SEQ=101><ACK=" + ack + "><CTL=ACK><TEXT=evil>")
                .out("<SEQ=306><ACK=101><CTL=ACK>")
                .silent()
                .told()
                .receive("");
    }

    /** On both edges of the range: the oldest that a window allows, and all that was sent. */
    @ParameterizedTest
    @ValueSource(strings = {"4294902062", "306"})
    void text_comes_with_an_acknowledgement_that_is_hardly_older_than_a_window(String ack) {
        established()
                .send("hello")
                .out("<SEQ=301><TEXT=hello>")
                .in("<SEQ=101><ACK=" + ack + "><CTL=ACK><TEXT=good>")
                .out("<SEQ=306><ACK=105><CTL=ACK>")
                .told("readable")
                .receive("good");
    }

    @Test
    void the_range_is_that_of_the_largest_window_ever_offered() {
        listening()
                .in("<SEQ=100><CTL=SYN><WND=1000>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=2000>")
                .told("connected")
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=500>")
                .in("<SEQ=101><ACK=4294965596><CTL=ACK><TEXT=evil>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .in("<SEQ=101><ACK=4294965597><CTL=ACK><TEXT=good>")
                .out("<SEQ=301><ACK=105><CTL=ACK>")
                .told("readable")
                .receive("good");
    }

    @Test
    void a_fin_with_a_guessed_acknowledgement_closes_nothing() {
        established()
                .in("<SEQ=101><ACK=4294902061><CTL=FIN,ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told()
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<SEQ=301><ACK=102><CTL=ACK>")
                .told("peer-closed");
    }

    /** Trap 12: before the connection is open a reset says so, whatever the acknowledgement. */
    @ParameterizedTest
    @ValueSource(strings = {"302", "300", "4294902061"})
    void what_was_never_sent_opens_nothing(String ack) {
        listening()
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=" + ack + "><CTL=ACK><TEXT=evil>")
                .out("<SEQ=" + ack + "><CTL=RST>")
                .silent()
                .told()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected");
    }

    /** Without the check, as RFC 9293 has it: any acknowledgement that is not of the future lets the text pass. */
    @Test
    void without_the_check_half_of_all_numbers_will_do() {
        established(with("ACK.RANGE", "false"))
                .in("<SEQ=101><ACK=302><CTL=ACK><TEXT=evil>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told()
                .in("<SEQ=101><ACK=2147483950><CTL=ACK><TEXT=evil>")
                .out("<SEQ=301><ACK=105><CTL=ACK>")
                .told("readable")
                .receive("evil");
    }
}
