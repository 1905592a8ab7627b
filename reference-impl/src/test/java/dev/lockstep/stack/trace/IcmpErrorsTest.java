package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.established;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.wire.IcmpHeader;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9293 §3.9.2.2: what other hosts tell of our segments. */
class IcmpErrorsTest {

    /** Source quench; unreachable net, host and source route; time exceeded; parameter problem. */
    @ParameterizedTest
    @CsvSource({"4,0", "3,0", "3,1", "3,5", "11,0", "11,1", "12,0", "12,1"})
    void a_quench_and_soft_errors_change_nothing(int type, int code) {
        Conversation conversation = established().send(2_000).out("<SEQ=301>").out("<SEQ=1301>");
        String before = conversation.socket.connection().tcb().toString();
        conversation.in(error(type, code)).silent().told();
        assertThat(conversation.stack.icmp().reports()).isEqualTo(1);
        assertThat(conversation.socket.connection().tcb()).hasToString(before);
        conversation.in("<SEQ=101><ACK=2301><CTL=ACK>").idle();
    }

    /** A message that quotes the header and the first eight bytes of our segment 301, as RFC 792 has it. */
    private static byte[] error(int type, int code) {
        byte[] ours = Notation.datagram(
                "<SEQ=301><ACK=101><CTL=ACK><LEN=1000>",
                Conversation.US,
                80,
                Conversation.PEER,
                Conversation.PEER_PORT);
        int quoted = Ipv4Header.LENGTH + 8;
        byte[] bytes = new byte[Ipv4Header.LENGTH + IcmpHeader.LENGTH + quoted];
        System.arraycopy(ours, 0, bytes, Ipv4Header.LENGTH + IcmpHeader.LENGTH, quoted);
        MemorySegment packet = MemorySegment.ofArray(bytes);
        IcmpHeader.write(packet, Ipv4Header.LENGTH, type, code, 0, IcmpHeader.LENGTH + quoted);
        Ipv4Header.write(packet, 0, bytes.length, 1, 64, Ipv4Header.ICMP, Conversation.PEER, Conversation.US);
        return bytes;
    }
}
