package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 1191, RFC 5927 §7: a router tells that our segments are too large. The peer takes 1000 bytes of text. */
class PathLimitsTest {

    private static Conversation twoInFlight() {
        return established().send(2_000).out("<SEQ=301><LEN=1000>").out("<SEQ=1301><LEN=1000>");
    }

    /** The front goes out at once, smaller; the rest hole by hole as it is acknowledged; new text smaller, too. */
    @Test
    void segments_become_as_small_as_the_path_wants_them() {
        twoInFlight()
                .in(tooBig(301, 540))
                .out("<SEQ=301><LEN=500>")
                .silent()
                .told()
                .in("<SEQ=101><ACK=801><CTL=ACK>")
                .out("<SEQ=801><LEN=500>")
                .in("<SEQ=101><ACK=1301><CTL=ACK>")
                .out("<SEQ=1301><LEN=500>")
                .in("<SEQ=101><ACK=1801><CTL=ACK>")
                .out("<SEQ=1801><LEN=500>")
                .in("<SEQ=101><ACK=2301><CTL=ACK>")
                .send(501)
                .out("<SEQ=2301><LEN=500>");
    }

    /** RFC 6298 §3: what was sent a second time, if smaller, tells nothing of the round trip: the RTO is still a second. */
    @Test
    void what_is_sent_again_smaller_is_not_timed() {
        twoInFlight()
                .in(tooBig(301, 540))
                .out("<SEQ=301><LEN=500>")
                .later(900)
                .in("<SEQ=101><ACK=2301><CTL=ACK>")
                .send(500)
                .out("<SEQ=2301><LEN=500>")
                .later(999)
                .silent()
                .later(1)
                .out("<SEQ=2301><LEN=500>");
    }

    /** The router sends one report for each segment that it drops. */
    @Test
    void a_second_report_of_the_same_path_changes_nothing() {
        twoInFlight()
                .in(tooBig(301, 540))
                .out("<SEQ=301><LEN=500>")
                .in(tooBig(1301, 540))
                .silent();
    }

    /** As large as our segments, larger, and the largest: what is that small has not been dropped. */
    @ParameterizedTest
    @ValueSource(ints = {1_040, 1_500, 65_535})
    void a_report_that_does_not_fit_our_segments_is_ignored(int mtu) {
        twoInFlight()
                .in(tooBig(301, mtu))
                .silent()
                .in("<SEQ=101><ACK=2301><CTL=ACK>")
                .send(1_000)
                .out("<LEN=1000>");
    }

    @Test
    void a_report_about_what_is_not_in_flight_is_ignored() {
        twoInFlight().in(tooBig(300, 540)).in(tooBig(2_301, 540)).silent();
    }

    @Test
    void nobody_makes_our_segments_smaller_than_the_least() {
        twoInFlight().in(tooBig(301, 41)).out("<SEQ=301><LEN=48>");
    }

    /** Old routers tell no MTU (RFC 1191 §5). */
    @Test
    void without_an_mtu_segments_are_of_536_bytes() {
        twoInFlight().in(tooBig(301, 0)).out("<SEQ=301><LEN=536>");
    }

    /** A SYN is never too large, so this is a forgery, and no reason to give up. */
    @Test
    void a_syn_is_never_too_large() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in(IcmpErrorsTest.error(3, 4, 540, "<SEQ=300><CTL=SYN>", 49_152))
                .silent()
                .told()
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK><MSS=1000>")
                .out("<SEQ=301><ACK=101>")
                .told("connected")
                .send(1_000)
                .out("<LEN=1000>");
    }

    private static byte[] tooBig(int seq, int mtu) {
        return IcmpErrorsTest.error(3, 4, mtu, "<SEQ=" + seq + "><ACK=101><CTL=ACK><LEN=1000>", 80);
    }
}
