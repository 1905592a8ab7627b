package dev.lockstep.stack.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.kit.FiredRows;
import dev.lockstep.stack.ip.table.Reason;
import dev.lockstep.stack.wire.Checksum;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IpLayerTest {

    private static final int US = Ipv4Address.parse("10.0.0.1");
    private static final int PEER = Ipv4Address.parse("10.0.0.2");

    private final List<String> handed = new ArrayList<>();
    private final IpLayer layer = new IpLayer(US, 24, noting("tcp"), noting("icmp"), noting("unreachable"));

    @Test
    void payloads_go_to_their_protocols() {
        take(40, Ipv4Header.TCP, bytes -> {});
        take(28, Ipv4Header.ICMP, bytes -> {});
        assertThat(handed).containsExactly("tcp at 20, 20 bytes", "icmp at 20, 8 bytes");
        assertThat(layer.received()).isEqualTo(2);
    }

    @Test
    void padding_is_cut_off_and_options_are_passed_over() {
        take(46, Ipv4Header.TCP, bytes -> total(bytes, 41));
        take(44, Ipv4Header.TCP, bytes -> bytes[0] = 0x46);
        assertThat(handed).containsExactly("tcp at 20, 21 bytes", "tcp at 24, 20 bytes");
    }

    @Test
    void what_is_wrong_is_dropped_and_counted() {
        take(40, Ipv4Header.TCP, bytes -> bytes[0] = 0x65);
        take(40, Ipv4Header.TCP, bytes -> bytes[0] = 0x44);
        take(40, Ipv4Header.TCP, bytes -> total(bytes, 41));
        take(40, Ipv4Header.TCP, bytes -> total(bytes, 19));
        take(40, Ipv4Header.TCP, bytes -> bytes[19] = 9);
        take(40, Ipv4Header.TCP, bytes -> bytes[6] = 0x20);
        take(40, Ipv4Header.TCP, bytes -> bytes[7] = 1);
        takeUnsealed(40, bytes -> bytes[8]++);
        takeUnsealed(12, bytes -> {});
        assertThat(handed).isEmpty();
        assertThat(layer.dropped(Reason.VERSION)).isEqualTo(1);
        assertThat(layer.dropped(Reason.HEADER_LENGTH)).isEqualTo(1);
        assertThat(layer.dropped(Reason.TOTAL_LENGTH)).isEqualTo(2);
        assertThat(layer.dropped(Reason.NOT_FOR_US)).isEqualTo(1);
        assertThat(layer.dropped(Reason.FRAGMENT)).isEqualTo(2);
        assertThat(layer.dropped(Reason.CHECKSUM)).isEqualTo(1);
        assertThat(layer.runts()).isEqualTo(1);
    }

    @Test
    void senders_that_are_no_single_host_are_dropped() {
        for (String source : new String[] {"0.0.0.0", "255.255.255.255", "224.0.0.1", "10.0.0.255"}) {
            take(
                    40,
                    Ipv4Header.TCP,
                    bytes -> MemorySegment.ofArray(bytes)
                            .set(
                                    ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN),
                                    12,
                                    Ipv4Address.parse(source)));
        }
        assertThat(handed).isEmpty();
        assertThat(layer.dropped(Reason.SOURCE)).isEqualTo(4);
    }

    @Test
    void an_unknown_protocol_is_reported() {
        take(40, 17, bytes -> {});
        assertThat(handed).containsExactly("unreachable at 0, 40 bytes");
        assertThat(layer.dropped(Reason.PROTOCOL)).isEqualTo(1);
    }

    /** A datagram for us, changed, then sealed again. */
    private void take(int length, int protocol, Consumer<byte[]> change) {
        byte[] bytes = new byte[length];
        MemorySegment packet = MemorySegment.ofArray(bytes);
        Ipv4Header.write(packet, 0, length, 1, 64, protocol, PEER, US);
        change.accept(bytes);
        bytes[10] = 0;
        bytes[11] = 0;
        int header = Math.max(20, Ipv4Header.headerLength(packet, 0));
        int checksum = Checksum.finish(Checksum.sum(packet, 0, header));
        bytes[10] = (byte) (checksum >>> 8);
        bytes[11] = (byte) checksum;
        FiredRows.watch(layer).datagram(packet, 0, length);
    }

    private void takeUnsealed(int length, Consumer<byte[]> change) {
        byte[] bytes = new byte[Math.max(20, length)];
        MemorySegment packet = MemorySegment.ofArray(bytes);
        Ipv4Header.write(packet, 0, length, 1, 64, Ipv4Header.TCP, PEER, US);
        change.accept(bytes);
        FiredRows.watch(layer).datagram(packet, 0, length);
    }

    private static void total(byte[] bytes, int length) {
        bytes[2] = (byte) (length >>> 8);
        bytes[3] = (byte) length;
    }

    private Receiver noting(String who) {
        return (packet, at, length, source, destination) -> {
            assertThat(source).isEqualTo(PEER);
            assertThat(destination).isEqualTo(US);
            handed.add(who + " at " + at + ", " + length + " bytes");
        };
    }
}
