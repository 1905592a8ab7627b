package dev.lockstep.stack.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.kit.FiredRows;
import dev.lockstep.stack.icmp.table.Reason;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.wire.IcmpHeader;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcmpLayerTest {

    private static final int US = Ipv4Address.parse("10.0.0.1");
    private static final int PEER = Ipv4Address.parse("10.0.0.2");

    private final List<byte[]> sent = new ArrayList<>();
    private final PacketSink sink =
            (buffer, offset, length) -> sent.add(buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE));
    private final TcpStack stack = new TcpStack(StackConfig.of(US, new SipKey(1, 2)), sink);

    @Test
    void an_echo_request_comes_back_unchanged_but_for_its_type() {
        byte[] request = message(8, 0, 0x1234_0007, "ping, ping");
        take(request);
        assertThat(sent).hasSize(1);
        MemorySegment reply = MemorySegment.ofArray(sent.getFirst());
        assertThat(Ipv4Header.checksumRight(reply, 0, 38)).isTrue();
        assertThat(Ipv4Header.totalLength(reply, 0)).isEqualTo(38);
        assertThat(Ipv4Header.source(reply, 0)).isEqualTo(US);
        assertThat(Ipv4Header.destination(reply, 0)).isEqualTo(PEER);
        assertThat(IcmpHeader.type(reply, 20)).isZero();
        assertThat(IcmpHeader.rest(reply, 20)).isEqualTo(0x1234_0007);
        assertThat(IcmpHeader.checksumRight(reply, 20, 18)).isTrue();
        assertThat(Arrays.copyOfRange(sent.getFirst(), 28, 38)).isEqualTo(Arrays.copyOfRange(request, 28, 38));
    }

    @Test
    void what_is_unknown_or_wrong_is_dropped_in_silence() {
        take(message(3, 1, 0, "quoted datagram"));
        take(message(4, 0, 0, "quoted datagram"));
        take(message(5, 0, 0, "quoted datagram"));
        take(message(0, 0, 0, "somebody else's echo"));
        take(message(42, 0, 0, ""));
        byte[] damaged = message(8, 0, 0, "ping");
        damaged[30] ^= 1;
        take(damaged);
        take(Arrays.copyOf(message(8, 0, 0, ""), 24));
        assertThat(sent).isEmpty();
        assertThat(stack.icmp().reports()).isZero();
        assertThat(stack.icmp().dropped(Reason.QUOTE)).isEqualTo(1);
        assertThat(stack.icmp().dropped(Reason.QUENCH)).isEqualTo(1);
        assertThat(stack.icmp().dropped(Reason.REDIRECT)).isEqualTo(1);
        assertThat(stack.icmp().dropped(Reason.TYPE)).isEqualTo(2);
        assertThat(stack.icmp().dropped(Reason.CHECKSUM)).isEqualTo(1);
        assertThat(stack.icmp().dropped(Reason.TOO_SHORT)).isEqualTo(1);
    }

    @Test
    void an_unknown_protocol_is_answered_with_the_beginning_of_its_datagram() {
        byte[] datagram = new byte[60];
        Arrays.fill(datagram, (byte) 7);
        Ipv4Header.write(MemorySegment.ofArray(datagram), 0, 60, 5, 64, 17, PEER, US);
        take(datagram);
        MemorySegment answer = MemorySegment.ofArray(sent.getFirst());
        assertThat(Ipv4Header.totalLength(answer, 0)).isEqualTo(20 + 8 + 28);
        assertThat(IcmpHeader.type(answer, 20)).isEqualTo(3);
        assertThat(IcmpHeader.code(answer, 20)).isEqualTo(2);
        assertThat(IcmpHeader.checksumRight(answer, 20, 36)).isTrue();
        assertThat(Arrays.copyOfRange(sent.getFirst(), 28, 56)).isEqualTo(Arrays.copyOf(datagram, 28));
    }

    private static byte[] message(int type, int code, int rest, String data) {
        byte[] bytes = new byte[28 + data.length()];
        MemorySegment packet = MemorySegment.ofArray(bytes);
        System.arraycopy(data.getBytes(StandardCharsets.US_ASCII), 0, bytes, 28, data.length());
        IcmpHeader.write(packet, 20, type, code, rest, 8 + data.length());
        Ipv4Header.write(packet, 0, bytes.length, 1, 64, Ipv4Header.ICMP, PEER, US);
        return bytes;
    }

    private void take(byte[] datagram) {
        MemorySegment packet = MemorySegment.ofArray(datagram);
        if (Ipv4Header.totalLength(packet, 0) > datagram.length) {
            Ipv4Header.write(packet, 0, datagram.length, 1, 64, Ipv4Header.ICMP, PEER, US);
        }
        FiredRows.watch(stack).packet(packet, 0, datagram.length, 0);
    }
}
