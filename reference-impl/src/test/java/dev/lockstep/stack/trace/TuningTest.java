package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.tcp.table.Refusal;
import org.junit.jupiter.api.Test;

/** What a program may change of one connection. */
class TuningTest {

    /** RFC 9293 MUST-17. */
    @Test
    void without_nagle_a_short_segment_waits_for_nothing() {
        Conversation conversation =
                established().send("one").out("<SEQ=301><TEXT=one>").send("two").silent();
        conversation.socket.nagle(false);
        conversation.out("<SEQ=304><TEXT=two>").send("three").out("<SEQ=307><TEXT=three>");
        conversation.socket.nagle(true);
        conversation.send("four").silent().in("<SEQ=101><ACK=312><CTL=ACK>").out("<SEQ=312><TEXT=four>");
    }

    @Test
    void a_stack_without_nagle_may_have_a_connection_with_it() {
        Conversation conversation = established(with("NAGLE", "false"));
        conversation.socket.nagle(true);
        conversation.send("one").out("<SEQ=301><TEXT=one>").send("two").silent();
    }

    /** Sent after 0, 1, 3, 7, 15 and 31 s, given up after 63. */
    @Test
    void a_program_says_how_often_text_is_sent_again() {
        Conversation conversation = established();
        conversation.socket.patience(5);
        assertThat(conversation.socket.refusal()).isNull();
        conversation
                .send("hello")
                .later(62_999)
                .told("trouble")
                .later(1)
                .told("timed-out")
                .idle();
    }

    @Test
    void a_patient_program_waits_for_ever() {
        Conversation conversation = established();
        conversation.socket.patience(TcpSocket.FOREVER);
        conversation
                .send("hello")
                .later(100_000_000)
                .told("trouble")
                .ignore()
                .later(60_000)
                .out("<SEQ=301><TEXT=hello>")
                .in("<SEQ=101><ACK=306><CTL=ACK>")
                .idle();
    }

    /** RFC 9293 MUST-23: three minutes at least. */
    @Test
    void of_a_syn_no_program_is_less_patient_than_the_stack() {
        Conversation conversation = connecting();
        conversation.socket.patience(4);
        conversation.later(180_000).told("trouble").ignore().in("<SEQ=100><ACK=301><CTL=SYN,ACK>");
        conversation.told("connected");
    }

    @Test
    void a_patient_program_waits_for_ever_for_the_answer_to_a_syn() {
        Conversation conversation = connecting();
        conversation.socket.patience(TcpSocket.FOREVER);
        conversation.later(100_000_000).told("trouble").ignore().in("<SEQ=100><ACK=301><CTL=SYN,ACK>");
        conversation.told("connected");
    }

    /** RFC 9293 §3.8.3 (c): R2 is greater than R1, which is 3. */
    @Test
    void patience_ends_after_trouble() {
        Conversation conversation = established();
        conversation.socket.patience(3);
        assertThat(conversation.socket.refusal()).isEqualTo(Refusal.ILLEGAL);
        assertThatIllegalArgumentException().isThrownBy(() -> conversation.socket.patience(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> conversation.socket.patience(1_000_001));
        conversation.send("hello").later(100_000).told("trouble");
    }
}
