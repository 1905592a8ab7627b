package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.tcp.ConnectionStatus;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.State;
import org.junit.jupiter.api.Test;

/** RFC 9293 §3.9.1.5. */
class StatusTest {

    @Test
    void the_status_of_a_connection_is_shown() {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><WND=1000><TEXT=abc>")
                .ignore()
                .send("hello");
        conversation.socket.diffserv(10);
        assertThat(conversation.socket.status())
                .isEqualTo(new ConnectionStatus(
                        State.ESTABLISHED,
                        Conversation.US,
                        80,
                        Conversation.PEER,
                        Conversation.PEER_PORT,
                        65_532,
                        1_000,
                        5,
                        3,
                        0,
                        10,
                        1_000));
    }

    @Test
    void it_is_that_of_the_state_it_is_asked_in() {
        Conversation conversation = connecting();
        assertThat(conversation.socket.status().state()).isEqualTo(State.SYN_SENT);
        conversation.in("<SEQ=100><ACK=301><CTL=SYN,ACK>").in("<SEQ=101><ACK=301><CTL=FIN,ACK>");
        assertThat(conversation.socket.status().state()).isEqualTo(State.CLOSE_WAIT);
    }

    @Test
    void a_connection_that_is_gone_has_none() {
        Conversation conversation = established().abort();
        assertThat(conversation.socket.status()).isNull();
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.NO_CONNECTION);
    }
}
