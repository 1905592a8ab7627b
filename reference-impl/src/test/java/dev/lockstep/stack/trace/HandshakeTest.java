package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandshakeTest {

    @Test
    void a_listener_accepts() {
        listening()
                .in("<SEQ=100><CTL=SYN><MSS=1460>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK><WND=65535><MSS=1460>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected")
                .silent()
                .idle();
    }

    @Test
    void an_active_open_is_accepted() {
        connecting()
                .out("<SEQ=300><CTL=SYN><WND=65535><MSS=1460>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK><MSS=1460>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told("connected")
                .silent()
                .idle();
    }

    /** By the letter the SYN,ACK is not acceptable, and the ACK it is answered with opens the other side (RFC 9293 A.2). */
    @Test
    void both_sides_open_at_once() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=100><CTL=SYN><MSS=1460>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected")
                .idle();
    }

    @Test
    void text_given_before_the_connection_is_open_acknowledges_the_syn() {
        connecting()
                .send("early")
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK><MSS=1460>")
                .out("<SEQ=301><ACK=101><CTL=PSH,ACK><TEXT=early>")
                .told("connected")
                .silent();
    }

    @Test
    void a_syn_is_sent_again_with_growing_intervals_until_somebody_answers() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .later(999)
                .silent()
                .later(1)
                .out("<SEQ=300><CTL=SYN><MSS=1460>")
                .later(1_999)
                .silent()
                .later(1)
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told("connected");
    }

    @Test
    void nobody_ever_answers() {
        Conversation conversation =
                connecting().later(600_000).told("trouble", "timed-out").idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
    }

    @Test
    void a_refusal_is_told() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=0><ACK=301><CTL=RST,ACK>")
                .told("refused")
                .silent()
                .idle();
    }

    @Test
    void a_port_nobody_listens_on_is_reset() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", Conversation.PEER, 9, Conversation.US, 81))
                .out("<SEQ=0><ACK=8><CTL=RST,ACK><WND=0>")
                .in(Notation.datagram("<SEQ=7><ACK=9><CTL=ACK><TEXT=abc>", Conversation.PEER, 9, Conversation.US, 81))
                .out("<SEQ=9><CTL=RST><WND=0>")
                .in(Notation.datagram("<SEQ=7><CTL=RST>", Conversation.PEER, 9, Conversation.US, 81))
                .silent();
    }

    @Test
    void a_listener_resets_an_acknowledgement_and_still_listens() {
        listening()
                .in("<SEQ=100><ACK=7><CTL=ACK>")
                .out("<SEQ=7><CTL=RST><WND=0>")
                .in("<SEQ=100><CTL=RST>")
                .silent()
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    }

    @Test
    void a_reset_half_open_connection_leaves_a_listener_behind() {
        Conversation conversation = listening()
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><CTL=RST>")
                .told()
                .silent()
                .idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
        conversation
                .in("<SEQ=500><CTL=SYN>")
                .out("<SEQ=300><ACK=501><CTL=SYN,ACK>")
                .in("<SEQ=501><ACK=301><CTL=ACK>")
                .told("connected");
    }

    @Test
    void a_connection_that_is_reset_while_nobody_listens_any_more_leaves_nothing_behind() {
        Conversation conversation = connecting().out("<CTL=SYN>");
        var listener = conversation.stack.listen(81, socket -> null);
        conversation.in(at81("<SEQ=7><CTL=SYN>")).out("<SEQ=300><ACK=8><CTL=SYN,ACK>");
        listener.close();
        conversation
                .in(at81("<SEQ=8><CTL=RST>"))
                .silent()
                .in(at81("<SEQ=7><CTL=SYN>"))
                .out("<SEQ=0><ACK=8><CTL=RST,ACK>");
    }

    private static byte[] at81(String segment) {
        return Notation.datagram(segment, Conversation.PEER, 9, Conversation.US, 81);
    }

    @Test
    void a_full_backlog_loses_segments_until_there_is_room() {
        Conversation conversation = listening(config -> config.withBacklog(1))
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>");
        byte[] another = Notation.datagram("<SEQ=7><CTL=SYN>", Conversation.PEER, 9, Conversation.US, 80);
        conversation
                .in(another)
                .silent()
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected")
                .in(another)
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>");
    }

    @Test
    void a_second_connection_is_one_of_its_own() {
        Conversation conversation = established();
        conversation
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", Conversation.PEER, 9, Conversation.US, 80))
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>");
        assertThat(conversation.stack.tcp().connections()).isEqualTo(2);
    }

    @Test
    void a_closed_listener_resets() {
        Conversation conversation = connecting().out("<CTL=SYN>");
        conversation.stack.listen(81, socket -> null).close();
        conversation
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", Conversation.PEER, 9, Conversation.US, 81))
                .out("<SEQ=0><ACK=8><CTL=RST,ACK>");
    }
}
