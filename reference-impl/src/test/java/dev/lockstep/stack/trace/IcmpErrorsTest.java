package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.PEER;
import static dev.lockstep.stack.trace.Conversation.PEER_PORT;
import static dev.lockstep.stack.trace.Conversation.US;
import static dev.lockstep.stack.trace.Conversation.connecting;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static dev.lockstep.stack.trace.Conversation.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.icmp.table.Reason;
import dev.lockstep.stack.tcp.TcpDrop;
import dev.lockstep.stack.wire.IcmpHeader;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9293 §3.9.2.2, RFC 5927: what other hosts report of our segments. */
class IcmpErrorsTest {

    private static final int ROUTER = Ipv4Address.parse("192.0.2.9");

    /** Unreachable net, host and source route, and codes of later RFCs; time exceeded; parameter problem. */
    @ParameterizedTest
    @CsvSource({"3,0", "3,1", "3,5", "3,6", "3,13", "11,0", "11,1", "12,0", "12,1"})
    void soft_errors_are_told_and_change_nothing(int type, int code) {
        Conversation conversation = established().send(2_000).out("<SEQ=301>").out("<SEQ=1301>");
        String before = conversation.socket.connection().tcb().toString();
        conversation.in(error(type, code, 301)).silent().told("trouble");
        assertThat(conversation.socket.connection().tcb()).hasToString(before);
        conversation.in("<SEQ=101><ACK=2301><CTL=ACK>").idle();
    }

    @Test
    void a_soft_error_does_not_end_the_opening() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in(error(3, 1, "<SEQ=300><CTL=SYN>", 49_152))
                .told("trouble")
                .in("<SEQ=100><ACK=301><CTL=SYN,ACK>")
                .out("<SEQ=301><ACK=101>")
                .told("connected");
    }

    @Test
    void who_does_not_want_reports_hears_nothing() {
        Conversation conversation = established().send("hello").out("<SEQ=301>");
        conversation.socket.reports(false);
        conversation.in(error(3, 1, 301)).silent().told();
    }

    @Test
    void a_quench_is_not_even_told() {
        Conversation conversation = established().send("hello").out("<SEQ=301>");
        String before = conversation.socket.connection().tcb().toString();
        conversation.in(error(4, 0, 301)).silent().told();
        assertThat(conversation.socket.connection().tcb()).hasToString(before);
        assertThat(conversation.stack.icmp().dropped(Reason.QUENCH)).isEqualTo(1);
        assertThat(conversation.stack.icmp().reports()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_hard_error_refuses_what_we_open(int code) {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in(error(3, code, "<SEQ=300><CTL=SYN>", 49_152))
                .told("refused")
                .silent()
                .idle();
    }

    @Test
    void a_hard_error_refuses_what_both_open() {
        connecting()
                .out("<SEQ=300><CTL=SYN>")
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><CTL=SYN,ACK>")
                .in(error(3, 2, "<SEQ=300><CTL=SYN,ACK>", 49_152))
                .told("refused")
                .silent()
                .idle();
    }

    /** Another connection may be opened to the port at once. */
    @Test
    void a_hard_error_sends_who_was_called_back_to_listen() {
        Conversation conversation = listening()
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><CTL=SYN,ACK>")
                .in(error(3, 3, "<SEQ=300><CTL=SYN,ACK>", 80))
                .told()
                .silent()
                .idle();
        assertThat(conversation.stack.tcp().connections()).isZero();
        conversation.in("<SEQ=500><CTL=SYN>").out("<SEQ=300><ACK=501><CTL=SYN,ACK>");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_hard_error_about_who_has_answered_is_trouble_only(int code) {
        established()
                .send("hello")
                .out("<SEQ=301>")
                .in(error(3, code, 301))
                .told("trouble")
                .silent()
                .in("<SEQ=101><ACK=306><CTL=ACK>")
                .idle();
    }

    @Test
    void a_hard_error_aborts_where_the_parameter_says_so() {
        established(with("HARD.ABORTS", "true"))
                .send("hello")
                .out("<SEQ=301>")
                .in(error(3, 3, 301))
                .told("reset")
                .silent()
                .idle();
    }

    /** RFC 5927 §4.1: acknowledged already; not sent yet; far away. */
    @ParameterizedTest
    @ValueSource(strings = {"300", "306", "4000000000", "2147483949"})
    void an_error_about_what_is_not_in_flight_is_ignored(String seq) {
        established(with("HARD.ABORTS", "true"))
                .send("hello")
                .out("<SEQ=301>")
                .in(error(3, 3, Integer.parseUnsignedInt(seq)))
                .in(error(3, 1, Integer.parseUnsignedInt(seq)))
                .told()
                .silent();
    }

    @Test
    void the_last_number_in_flight_is_one() {
        established().send("hello").out("<SEQ=301>").in(error(3, 1, 305)).told("trouble");
    }

    @Test
    void with_nothing_in_flight_every_error_is_ignored() {
        established(with("HARD.ABORTS", "true"))
                .in(error(3, 3, 300))
                .in(error(3, 3, 301))
                .told()
                .silent();
    }

    @Test
    void an_error_about_sockets_that_nobody_has_is_counted() {
        Conversation conversation = established().send("hello").out("<SEQ=301>");
        byte[] ofAnotherPort = error(3, 3, "<SEQ=301><CTL=ACK>", 81);
        conversation.in(ofAnotherPort).told().silent();
        assertThat(conversation.stack.tcp().dropped(TcpDrop.NO_CONNECTION)).isEqualTo(1);
    }

    /** A quoted datagram that is cut anywhere before the ninth byte of TCP. */
    @Test
    void an_error_that_quotes_too_little_is_counted() {
        byte[] whole = error(3, 3, 301);
        for (int length = Ipv4Header.LENGTH + IcmpHeader.LENGTH; length < whole.length; length++) {
            Conversation conversation =
                    established(with("HARD.ABORTS", "true")).send("hello").out("<SEQ=301>");
            conversation.in(resealed(Arrays.copyOf(whole, length))).told().silent();
            assertThat(conversation.stack.icmp().dropped(Reason.QUOTE))
                    .as("cut to %d", length)
                    .isEqualTo(1);
        }
    }

    /** Version and header length; protocol; a later fragment; a source that is not us. */
    @ParameterizedTest
    @CsvSource({
        "0,0x65,QUOTE",
        "0,0x44,QUOTE",
        "0,0x4f,QUOTE",
        "0,0x00,QUOTE",
        "9,17,FOREIGN",
        "7,1,FOREIGN",
        "15,9,FOREIGN"
    })
    void an_error_that_quotes_no_segment_of_ours_is_counted(int at, String octet, Reason why) {
        byte[] bytes = error(3, 3, 301);
        bytes[Ipv4Header.LENGTH + IcmpHeader.LENGTH + at] = (byte) (int) Integer.decode(octet);
        Conversation conversation =
                established(with("HARD.ABORTS", "true")).send("hello").out("<SEQ=301>");
        conversation.in(resealed(bytes)).told().silent();
        assertThat(conversation.stack.icmp().dropped(why)).isEqualTo(1);
    }

    /** A message that quotes the header and the first eight bytes of our segment, as RFC 792 has it. */
    private static byte[] error(int type, int code, int seq) {
        return error(type, code, "<SEQ=" + Integer.toUnsignedString(seq) + "><ACK=101><CTL=ACK><LEN=1000>", 80);
    }

    private static byte[] error(int type, int code, String segment, int port) {
        return error(type, code, 0, segment, port);
    }

    /** @param rest the four bytes that depend on the type */
    static byte[] error(int type, int code, int rest, String segment, int port) {
        byte[] ours = Notation.datagram(segment, US, port, PEER, PEER_PORT);
        int quoted = Ipv4Header.LENGTH + 8;
        byte[] bytes = new byte[Ipv4Header.LENGTH + IcmpHeader.LENGTH + quoted];
        System.arraycopy(ours, 0, bytes, Ipv4Header.LENGTH + IcmpHeader.LENGTH, quoted);
        MemorySegment packet = MemorySegment.ofArray(bytes);
        IcmpHeader.write(packet, Ipv4Header.LENGTH, type, code, rest, IcmpHeader.LENGTH + quoted);
        Ipv4Header.write(packet, 0, bytes.length, 1, 64, Ipv4Header.ICMP, ROUTER, US);
        return bytes;
    }

    /** Lengths and checksums as if the message had been sent so. */
    private static byte[] resealed(byte[] bytes) {
        MemorySegment packet = MemorySegment.ofArray(bytes);
        int at = Ipv4Header.LENGTH;
        int code = IcmpHeader.code(packet, at);
        IcmpHeader.write(packet, at, IcmpHeader.type(packet, at), code, IcmpHeader.rest(packet, at), bytes.length - at);
        Ipv4Header.write(packet, 0, bytes.length, 1, 64, Ipv4Header.ICMP, ROUTER, US);
        return bytes;
    }
}
