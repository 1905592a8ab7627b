package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.with;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.8.4: signs of life on a connection where nothing happens. */
class KeepAliveTest {

    private static final int TWO_HOURS = 7_200_000;

    @Test
    void nobody_is_asked_for_a_sign_of_life_unless_the_user_wants_it() {
        established().later(10L * TWO_HOURS).silent().idle();
        established()
                .keepAlive(true)
                .keepAlive(false)
                .later(10L * TWO_HOURS)
                .silent()
                .idle();
    }

    /** The number before SND.NXT, and no text. */
    @Test
    void after_two_hours_the_peer_is_asked_and_its_answer_buys_two_more() {
        established()
                .keepAlive(true)
                .later(TWO_HOURS - 1)
                .silent()
                .later(1)
                .out("<SEQ=300><ACK=101><CTL=ACK><LEN=>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .later(TWO_HOURS - 1)
                .silent()
                .later(1)
                .out("<SEQ=300><ACK=101><CTL=ACK>");
    }

    @Test
    void how_long_is_a_matter_of_parameters() {
        established(config -> with("KEEP.ALIVE.IDLE", "60s")
                        .andThen(with("KEEP.ALIVE.INTERVAL", "10s"))
                        .andThen(with("KEEP.ALIVE.PROBES", "2"))
                        .apply(config))
                .keepAlive(true)
                .later(60_000)
                .out("<SEQ=300><LEN=>")
                .later(10_000)
                .out("<SEQ=300><LEN=>")
                .later(9_999)
                .told()
                .later(1)
                .silent()
                .told("timed-out")
                .idle();
    }

    @Test
    void whatever_arrives_starts_the_time_anew() {
        established()
                .keepAlive(true)
                .later(TWO_HOURS - 1)
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=x>")
                .out("<ACK=102>")
                .later(TWO_HOURS - 1)
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .out("<ACK=102>")
                .later(TWO_HOURS - 1)
                .silent()
                .later(1)
                .out("<SEQ=300><ACK=102><CTL=ACK>");
    }

    /** Retransmission tells whether the peer is alive; here it answers after a minute. */
    @Test
    void while_something_is_outstanding_nobody_is_asked() {
        established(with("KEEP.ALIVE.IDLE", "5s"))
                .keepAlive(true)
                .send("hello")
                .out("<SEQ=301><TEXT=hello>")
                .later(1_000)
                .out("<SEQ=301><TEXT=hello>")
                .later(2_000)
                .out("<SEQ=301><TEXT=hello>")
                .later(3_999)
                .silent()
                .in("<SEQ=101><ACK=306><CTL=ACK>")
                .later(4_999)
                .silent()
                .later(1)
                .out("<SEQ=305><ACK=101><CTL=ACK><LEN=>");
    }

    /** Eight answers are lost, the ninth is not. */
    @Test
    void an_answer_that_is_lost_proves_nothing() {
        Conversation conversation =
                established().keepAlive(true).later(TWO_HOURS).out("<SEQ=300>");
        for (int i = 0; i < 8; i++) {
            conversation.later(75_000).out("<SEQ=300><ACK=101><CTL=ACK>");
        }
        conversation
                .told()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .later(TWO_HOURS)
                .out("<SEQ=300>")
                .later(600_000)
                .told();
    }

    @Test
    void a_peer_that_never_answers_is_given_up() {
        established()
                .keepAlive(true)
                .later(TWO_HOURS + 9 * 75_000 - 1)
                .told()
                .later(1)
                .told("timed-out")
                .idle();
    }

    @Test
    void a_peer_that_has_gone_says_so() {
        established()
                .keepAlive(true)
                .later(TWO_HOURS)
                .out("<SEQ=300><ACK=101><CTL=ACK>")
                .in("<SEQ=101><CTL=RST>")
                .told("reset")
                .idle();
    }

    @Test
    void one_octet_of_garbage_goes_along_where_it_is_wanted() {
        established(with("KEEP.ALIVE.OCTET", "true"))
                .keepAlive(true)
                .later(TWO_HOURS)
                .out("<SEQ=300><ACK=101><CTL=ACK><LEN=1>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told()
                .silent();
    }

    /** RFC 9293 §3.8.4: with the octet as without, it is asked again and again, and nobody is dead after one. */
    @Test
    void with_garbage_too_a_peer_that_never_answers_is_given_up() {
        established(config -> with("KEEP.ALIVE.OCTET", "true")
                        .andThen(with("KEEP.ALIVE.INTERVAL", "10s"))
                        .andThen(with("KEEP.ALIVE.PROBES", "3"))
                        .apply(config))
                .keepAlive(true)
                .later(TWO_HOURS)
                .out("<SEQ=300><LEN=1>")
                .later(10_000)
                .out("<SEQ=300><LEN=1>")
                .later(10_000)
                .out("<SEQ=300><LEN=1>")
                .later(9_999)
                .told()
                .later(1)
                .silent()
                .told("timed-out")
                .idle();
    }

    @Test
    void the_keep_alive_of_the_peer_is_answered() {
        established()
                .in("<SEQ=100><ACK=301><CTL=ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .in("<SEQ=100><ACK=301><CTL=ACK><TEXT=x>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told();
    }

    @Test
    void who_connects_may_ask_from_the_beginning() {
        connecting()
                .keepAlive(true)
                .out("<CTL=SYN>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK><MSS=1000>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told("connected")
                .later(TWO_HOURS)
                .out("<SEQ=300><ACK=101><CTL=ACK>");
    }

    /** In FIN-WAIT-2 the peer may have gone as well; in TIME-WAIT there is nothing to ask. */
    @Test
    void a_connection_that_is_half_closed_asks_too() {
        established()
                .keepAlive(true)
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .told("closed")
                .later(TWO_HOURS)
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .keepAlive(true)
                .later(240_000)
                .silent()
                .idle();
    }

    /** In whichever way TIME-WAIT is entered, nobody is asked there. */
    @Test
    void nobody_is_asked_in_time_wait() {
        established(with("KEEP.ALIVE.IDLE", "60s"))
                .keepAlive(true)
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=ACK>")
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .later(240_000)
                .silent()
                .idle();
        established(with("KEEP.ALIVE.IDLE", "60s"))
                .keepAlive(true)
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .in("<SEQ=102><ACK=302><CTL=ACK>")
                .later(240_000)
                .silent()
                .idle();
    }
}
