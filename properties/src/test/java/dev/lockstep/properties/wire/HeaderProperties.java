package dev.lockstep.properties.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.wire.IcmpHeader;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import dev.lockstep.stack.wire.TcpOptions;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written reads back, and nothing that is read makes a reader throw. */
class HeaderProperties {

    private final MemorySegment packet = MemorySegment.ofArray(new byte[100]);

    @Property
    void anIpHeaderReadsBack(
            @ForAll @IntRange(max = 9) int at,
            @ForAll @IntRange(min = 20, max = 0xffff) int total,
            @ForAll @IntRange(max = 0xffff) int identification,
            @ForAll @IntRange(max = 0xff) int timeToLive,
            @ForAll @IntRange(max = 0xff) int protocol,
            @ForAll int source,
            @ForAll int destination) {
        Ipv4Header.write(packet, at, total, identification, timeToLive, protocol, source, destination);
        assertThat(Ipv4Header.version(packet, at)).isEqualTo(4);
        assertThat(Ipv4Header.headerLength(packet, at)).isEqualTo(20);
        assertThat(Ipv4Header.totalLength(packet, at)).isEqualTo(total);
        assertThat(Ipv4Header.identification(packet, at)).isEqualTo(identification);
        assertThat(Ipv4Header.timeToLive(packet, at)).isEqualTo(timeToLive);
        assertThat(Ipv4Header.protocol(packet, at)).isEqualTo(protocol);
        assertThat(Ipv4Header.source(packet, at)).isEqualTo(source);
        assertThat(Ipv4Header.destination(packet, at)).isEqualTo(destination);
        assertThat(Ipv4Header.checksumRight(packet, at, 20)).isTrue();
    }

    @Property
    void aTcpHeaderReadsBack(
            @ForAll @IntRange(max = 9) int at,
            @ForAll @IntRange(max = 0xffff) int sourcePort,
            @ForAll @IntRange(max = 0xffff) int destinationPort,
            @ForAll int seq,
            @ForAll int ack,
            @ForAll @IntRange(min = 5, max = 15) int words,
            @ForAll @IntRange(max = 0xff) int control,
            @ForAll @IntRange(max = 0xffff) int window) {
        TcpHeader.write(packet, at, sourcePort, destinationPort, seq, ack, 4 * words, control, window);
        TcpHeader.seal(packet, at, 4 * words, 1, 2, true);
        assertThat(TcpHeader.sourcePort(packet, at)).isEqualTo(sourcePort);
        assertThat(TcpHeader.destinationPort(packet, at)).isEqualTo(destinationPort);
        assertThat(TcpHeader.seq(packet, at)).isEqualTo(seq);
        assertThat(TcpHeader.ack(packet, at)).isEqualTo(ack);
        assertThat(TcpHeader.headerLength(packet, at)).isEqualTo(4 * words);
        assertThat(TcpHeader.control(packet, at)).isEqualTo(control);
        assertThat(TcpHeader.window(packet, at)).isEqualTo(window);
        assertThat(TcpHeader.urgentPointer(packet, at)).isZero();
        assertThat(TcpHeader.checksumRight(packet, at, 4 * words, 1, 2)).isTrue();
    }

    @Property
    void anIcmpHeaderReadsBack(
            @ForAll @IntRange(max = 0xff) int type, @ForAll @IntRange(max = 0xff) int code, @ForAll int rest) {
        IcmpHeader.write(packet, 3, type, code, rest, 30);
        assertThat(IcmpHeader.type(packet, 3)).isEqualTo(type);
        assertThat(IcmpHeader.code(packet, 3)).isEqualTo(code);
        assertThat(IcmpHeader.rest(packet, 3)).isEqualTo(rest);
        assertThat(IcmpHeader.checksumRight(packet, 3, 30)).isTrue();
    }

    @Property
    void anAddressReadsBack(@ForAll int address) {
        assertThat(Ipv4Address.parse(Ipv4Address.toString(address))).isEqualTo(address);
    }

    @Property
    void anyBytesAreOptions(@ForAll @Size(max = 40) byte[] bytes) {
        TcpOptions options = new TcpOptions();
        options.read(MemorySegment.ofArray(bytes), 0, bytes.length);
        assertThat(options.mss).isBetween(0, 0xffff);
    }

    @Property
    void anMssOptionIsFoundBehindAnyLegalOptions(
            @ForAll @IntRange(min = 1, max = 0xffff) int mss,
            @ForAll @IntRange(max = 5) int padding,
            @ForAll @IntRange(min = 3, max = 255) int kind,
            @ForAll @IntRange(min = 2, max = 20) int length) {
        MemorySegment memory = MemorySegment.ofArray(new byte[40]);
        memory.asSlice(0, padding).fill((byte) 1);
        memory.set(ValueLayout.JAVA_BYTE, padding, (byte) kind);
        memory.set(ValueLayout.JAVA_BYTE, padding + 1, (byte) length);
        TcpOptions.writeMss(memory, padding + length, mss);
        TcpOptions options = new TcpOptions();
        options.read(memory, 0, 40);
        assertThat(options.mss).isEqualTo(mss);
        assertThat(options.illegal).isFalse();
    }

    @Property
    void anyTwentyBytesAreAnIpHeader(@ForAll @Size(min = 20, max = 60) byte[] bytes) {
        MemorySegment memory = MemorySegment.ofArray(bytes);
        boolean right = Ipv4Header.checksumRight(memory, 0, bytes.length);
        assertThat(right && Ipv4Header.headerLength(memory, 0) > bytes.length).isFalse();
    }
}
