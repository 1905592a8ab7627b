package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.PEER;
import static dev.lockstep.stack.trace.Conversation.US;
import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.ip.table.Reason;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Listener;
import dev.lockstep.stack.wire.Ipv4Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9293 §3.9.1.1, §3.9.2.3: whose segments are taken, and which records may stand beside each other. */
class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.255", "255.255.255.255", "224.0.0.1", "10.0.0.3"})
    void a_syn_to_many_or_to_others_is_not_answered(String destination) {
        Conversation conversation = listening()
                .in(Notation.datagram("<SEQ=100><CTL=SYN>", PEER, 5000, Ipv4Address.parse(destination), 80))
                .silent()
                .idle();
        assertThat(conversation.stack.ip().dropped(Reason.NOT_FOR_US)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.255", "255.255.255.255", "224.0.0.1", "0.0.0.0"})
    void a_syn_from_no_single_host_is_not_answered(String source) {
        Conversation conversation = listening()
                .in(Notation.datagram("<SEQ=100><CTL=SYN>", Ipv4Address.parse(source), 5000, US, 80))
                .silent()
                .idle();
        assertThat(conversation.stack.ip().dropped(Reason.SOURCE)).isEqualTo(1);
    }

    @Test
    void a_port_may_be_listened_on_while_a_connection_from_it_is_being_opened() {
        Conversation conversation = connecting().out("<SEQ=300><CTL=SYN>");
        conversation.stack.listen(49_152, socket -> null);
        conversation
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", PEER, 9, US, 49_152))
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><ACK=101><CTL=ACK>")
                .told("connected");
    }

    @Test
    void a_port_may_be_listened_on_again_while_a_connection_to_it_is_being_opened() {
        Conversation conversation = listening();
        Listener first = conversation.stack.listen(81, socket -> null);
        conversation.in(Notation.datagram("<SEQ=7><CTL=SYN>", PEER, 9, US, 81)).out("<SEQ=300><ACK=8><CTL=SYN,ACK>");
        first.close();
        conversation.stack.listen(81, socket -> null);
        conversation
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", PEER, 10, US, 81))
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>")
                .later(1_000)
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>")
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>")
                .silent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.255", "255.255.255.255", "224.0.0.1", "0.0.0.0"})
    void an_open_to_no_single_host_is_refused(String remote) {
        Conversation conversation = listening();
        assertThatThrownBy(() -> conversation.stack.connect(Ipv4Address.parse(remote), 80, new TcpHandler() {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(remote + " is not the address of one host");
        conversation.silent().idle();
    }

    @Test
    void an_open_may_name_our_address_or_none() {
        Conversation conversation = listening();
        conversation.stack.listen(US, 81, socket -> null);
        conversation.stack.listen(TcpStack.ANY_ADDRESS, 82, socket -> null);
        conversation
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", PEER, 9, US, 81))
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>")
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", PEER, 9, US, 82))
                .out("<SEQ=300><ACK=8><CTL=SYN,ACK>");
        conversation.stack.connect(US, 50_000, PEER, 7, 0, new TcpHandler() {});
        conversation.out("<SEQ=300><CTL=SYN>").silent();
    }

    /** Nothing is sent, and port and sockets stay free. */
    @Test
    void an_open_from_an_address_that_is_not_ours_is_refused() {
        Conversation conversation = listening();
        assertThatThrownBy(() -> conversation.stack.listen(PEER, 81, socket -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.0.0.2 is not our address, which is 10.0.0.1");
        assertThatThrownBy(() -> conversation.stack.connect(PEER, 50_000, PEER, 7, 0, new TcpHandler() {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.0.0.2 is not our address, which is 10.0.0.1");
        conversation.silent().idle();
        conversation.stack.listen(US, 81, socket -> null);
    }

    @Test
    void a_second_passive_open_is_refused_and_disturbs_nobody() {
        Conversation conversation = established().send("hello").out("<SEQ=301><TEXT=hello>");
        String before = conversation.socket.connection().tcb().toString();
        assertThatThrownBy(() -> conversation.stack.listen(80, socket -> null))
                .hasMessage("port 80 is listened on already");
        assertThat(conversation.socket.connection().tcb()).hasToString(before);
        conversation.in(Notation.datagram("<SEQ=7><CTL=SYN>", PEER, 9, US, 80)).out("<SEQ=300><ACK=8><CTL=SYN,ACK>");
    }
}
