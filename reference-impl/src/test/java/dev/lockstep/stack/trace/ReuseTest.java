package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.tcp.TcpConfig;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9293 §3.6.1, RFC 6191: a SYN in TIME-WAIT. The FIN of the peer was number 101, ours 301. */
class ReuseTest {

    private static final long TWO_MSL = 240_000;

    /** We close first, so that TIME-WAIT is here. */
    private static Conversation timeWait(Conversation open) {
        return open.close()
                .out("<SEQ=301><ACK=101><CTL=FIN,ACK>")
                .in("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .told("peer-closed", "closed")
                .silent();
    }

    /** The generator says 300 again: 302 is the first number that the old connection did not use. */
    @ParameterizedTest
    @ValueSource(strings = {"102", "70000", "2147483749"})
    void a_new_syn_ends_time_wait_and_opens(String seq) {
        String next = Integer.toUnsignedString(Integer.parseUnsignedInt(seq) + 1);
        Conversation conversation = timeWait(established());
        TcpSocket old = conversation.socket;
        conversation
                .in("<SEQ=" + seq + "><CTL=SYN>")
                .out("<SEQ=302><ACK=" + next + "><CTL=SYN,ACK>")
                .in("<SEQ=" + next + "><ACK=303><CTL=ACK>")
                .told("connected")
                .silent()
                .later(TWO_MSL)
                .silent()
                .idle();
        assertThat(conversation.socket).isNotSameAs(old);
        assertThat(conversation.stack.tcp().connections()).isEqualTo(1);
    }

    @Test
    void our_number_is_the_clocks_where_that_is_ahead() {
        UnaryOperator<TcpConfig> ticking = config ->
                config.withInitialSequence((local, remote, ports, nowNanos) -> 300 + (int) (nowNanos / 1_000_000_000));
        timeWait(established(ticking)).later(3_000).in("<SEQ=102><CTL=SYN>").out("<SEQ=303><ACK=103><CTL=SYN,ACK>");
    }

    /** The SYN of the old connection, its FIN's number, and half the space ahead, which is behind. */
    @ParameterizedTest
    @ValueSource(strings = {"100", "101", "2147483750", "4294967295"})
    void an_old_duplicate_is_challenged_and_never_opens(String seq) {
        Conversation conversation = timeWait(established())
                .in("<SEQ=" + seq + "><CTL=SYN>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .silent()
                .told()
                .later(TWO_MSL - 1);
        assertThat(conversation.stack.tcp().connections()).isEqualTo(1);
        conversation.later(1).idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
    }

    /** A SYN that acknowledges something answers somebody; it does not begin anything. */
    @Test
    void an_answer_to_a_syn_is_challenged() {
        timeWait(established())
                .in("<SEQ=102><ACK=302><CTL=SYN,ACK>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .silent();
    }

    @Test
    void without_reuse_every_syn_is_challenged() {
        timeWait(established(with("TIME.WAIT.REUSE", "false")))
                .in("<SEQ=102><CTL=SYN>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .silent();
    }

    /**
     * RFC 1337: an old duplicate of the peer's is acknowledged, and the peer, who has forgotten the connection, answers with a
     * reset that fits exactly.
     */
    @Test
    void a_reset_assassinates_time_wait() {
        Conversation conversation = timeWait(established())
                .in("<SEQ=100><ACK=301><CTL=ACK><TEXT=a>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .in("<SEQ=102><CTL=RST>")
                .told()
                .silent()
                .idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
    }

    /** Its remedy F1. */
    @Test
    void a_reset_is_ignored_in_time_wait_if_so_chosen() {
        Conversation conversation = timeWait(established(with("TIME.WAIT.RESET", "false")))
                .in("<SEQ=102><CTL=RST>")
                .told()
                .silent()
                .later(TWO_MSL - 1);
        assertThat(conversation.stack.tcp().connections()).isEqualTo(1);
        conversation.later(1).idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
    }

    /** Not even if somebody listens on the port: whom we called does not call us. */
    @Test
    void a_connection_that_we_opened_stays() {
        Conversation conversation = connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told("connected");
        conversation.stack.listen(49_152, socket -> null);
        timeWait(conversation)
                .in("<SEQ=102><CTL=SYN>")
                .out("<SEQ=302><ACK=102><CTL=ACK>")
                .silent();
    }

    @Test
    void where_nobody_listens_any_more_the_syn_is_reset() {
        Conversation conversation = timeWait(established());
        conversation.listener.close();
        conversation
                .in("<SEQ=102><CTL=SYN>")
                .out("<SEQ=0><ACK=103><CTL=RST,ACK>")
                .silent()
                .idle();
    }

    @Test
    void text_of_the_old_connection_can_still_be_received() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=old>")
                .out("<ACK=104>")
                .told("readable")
                .close()
                .out("<SEQ=301><CTL=FIN,ACK>")
                .in("<SEQ=104><ACK=302><CTL=FIN,ACK>")
                .out("<SEQ=302><ACK=105>")
                .told("peer-closed", "closed");
        TcpSocket old = conversation.socket;
        conversation
                .in("<SEQ=105><CTL=SYN>")
                .out("<SEQ=302><ACK=106><CTL=SYN,ACK>")
                .in("<SEQ=106><ACK=303><CTL=ACK><TEXT=new>")
                .out("<ACK=109>")
                .told("connected", "readable")
                .receive("new");
        byte[] left = new byte[9];
        assertThat(new String(left, 0, old.receive(left, 0, 9), StandardCharsets.US_ASCII))
                .isEqualTo("old");
    }
}
