package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9293 §3.1, §3.2: what stands between the header and the text. */
class OptionsTest {

    /** Two no-operations, then kind 8 with ten bytes, which we know nothing of. */
    @Test
    void text_behind_unknown_options_is_received() {
        established()
                .in("<SEQ=101><ACK=301><CTL=ACK><OPT=0101080a0000000100000002><TEXT=hello>")
                .out("<ACK=106>")
                .receive("hello");
    }

    /** Two no-operations, kind 254 with three bytes, the MSS 1000 on no boundary at all, the end of the list. */
    @Test
    void an_mss_is_found_on_any_boundary() {
        listening()
                .in("<SEQ=100><CTL=SYN><OPT=0101fe03ff020403e8000000>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .send(2_000)
                .out("<SEQ=301><LEN=1000>")
                .out("<SEQ=1301><LEN=1000>");
    }

    /** Kinds with lengths of 0, 1, and more than there is; a MSS with half its value. */
    @ParameterizedTest
    @ValueSource(strings = {"fe000000", "fe010000", "feff0000", "02000000", "02030000", "010101fe"})
    void an_option_of_illegal_length_is_survived_and_counted(String options) {
        Conversation conversation = established()
                .in("<SEQ=101><ACK=301><CTL=ACK><OPT=" + options + "><TEXT=hello>")
                .out("<ACK=106>")
                .receive("hello");
        assertThat(conversation.stack.tcp().illegalOptions()).isEqualTo(1);
    }

    @Test
    void an_mss_behind_the_handshake_means_nothing() {
        established().in("<SEQ=101><ACK=301><CTL=ACK><MSS=100>").send(1_000).out("<SEQ=301><LEN=1000>");
    }

    /** One option, which carries its length and fills its word, so that nothing has to be padded. */
    @Test
    void only_a_syn_carries_our_mss() {
        connecting()
                .out("<CTL=SYN><OPT=020405b4>")
                .later(1_000)
                .out("<CTL=SYN><OPT=020405b4>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><CTL=ACK><OPT=>")
                .send("hello")
                .out("<CTL=PSH,ACK><TEXT=hello><OPT=>")
                .later(3_000)
                .out("<CTL=PSH,ACK><TEXT=hello><OPT=>")
                .close()
                .out("<CTL=FIN,ACK><OPT=>");
        listening()
                .in("<SEQ=100><CTL=SYN>")
                .out("<CTL=SYN,ACK><OPT=020405b4>")
                .later(1_000)
                .out("<CTL=SYN,ACK><OPT=020405b4>");
        connecting().out("<CTL=SYN>").in("<SEQ=100><CTL=SYN>").out("<CTL=SYN,ACK><OPT=020405b4>");
    }

    @Test
    void without_an_mss_segments_are_of_536_bytes() {
        listening()
                .in("<SEQ=100><CTL=SYN>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .send(1_072)
                .out("<SEQ=301><LEN=536>")
                .out("<SEQ=837><LEN=536>");
        connecting()
                .out("<CTL=SYN>")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<CTL=ACK>")
                .send(1_072)
                .out("<SEQ=301><LEN=536>")
                .out("<SEQ=837><LEN=536>");
        connecting()
                .out("<CTL=SYN>")
                .in("<SEQ=100><CTL=SYN>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .send(1_072)
                .out("<SEQ=301><LEN=536>")
                .out("<SEQ=837><LEN=536>");
    }

    /** The other side could take more than our link. */
    @Test
    void a_large_mss_does_not_make_segments_that_ip_cannot_send() {
        listening()
                .in("<SEQ=100><CTL=SYN><MSS=9000>")
                .out("<CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .send(2_920)
                .out("<SEQ=301><LEN=1460>")
                .out("<SEQ=1761><LEN=1460>");
    }
}
