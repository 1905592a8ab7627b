package dev.lockstep.stack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HeadersTest {

    private static final int US = 0x0a000001;
    private static final int PEER = 0x0a000002;

    private final MemorySegment packet = MemorySegment.ofArray(new byte[64]);
    private final TcpOptions options = new TcpOptions();

    @Test
    void an_ip_header_reads_as_it_was_written() {
        Ipv4Header.write(packet, 3, 40, 0xbeef, 64, Ipv4Header.TCP, US, PEER);
        assertThat(Ipv4Header.version(packet, 3)).isEqualTo(4);
        assertThat(Ipv4Header.headerLength(packet, 3)).isEqualTo(20);
        assertThat(Ipv4Header.totalLength(packet, 3)).isEqualTo(40);
        assertThat(Ipv4Header.identification(packet, 3)).isEqualTo(0xbeef);
        assertThat(Ipv4Header.dontFragment(packet, 3)).isTrue();
        assertThat(Ipv4Header.moreFragments(packet, 3)).isFalse();
        assertThat(Ipv4Header.fragmentOffset(packet, 3)).isZero();
        assertThat(Ipv4Header.timeToLive(packet, 3)).isEqualTo(64);
        assertThat(Ipv4Header.protocol(packet, 3)).isEqualTo(Ipv4Header.TCP);
        assertThat(Ipv4Header.source(packet, 3)).isEqualTo(US);
        assertThat(Ipv4Header.destination(packet, 3)).isEqualTo(PEER);
        assertThat(Ipv4Header.checksumRight(packet, 3, 40)).isTrue();
    }

    @Test
    void an_ip_header_that_claims_more_than_came_is_wrong_and_not_read_beyond() {
        byte[] short20 = new byte[20];
        short20[0] = 0x4f;
        assertThat(Ipv4Header.checksumRight(MemorySegment.ofArray(short20), 0, 20))
                .isFalse();
    }

    @Test
    void a_tcp_header_reads_as_it_was_written() {
        TcpHeader.write(packet, 1, 80, 65_535, 0xfedcba98, -2, 24, 0x12, 65_535);
        TcpOptions.writeMss(packet, 21, 1460);
        TcpHeader.seal(packet, 1, 27, US, PEER, true);
        assertThat(TcpHeader.sourcePort(packet, 1)).isEqualTo(80);
        assertThat(TcpHeader.destinationPort(packet, 1)).isEqualTo(65_535);
        assertThat(TcpHeader.seq(packet, 1)).isEqualTo(0xfedcba98);
        assertThat(TcpHeader.ack(packet, 1)).isEqualTo(-2);
        assertThat(TcpHeader.headerLength(packet, 1)).isEqualTo(24);
        assertThat(TcpHeader.control(packet, 1)).isEqualTo(0x12);
        assertThat(TcpHeader.window(packet, 1)).isEqualTo(65_535);
        assertThat(TcpHeader.checksumRight(packet, 1, 27, US, PEER)).isTrue();
        assertThat(TcpHeader.checksumRight(packet, 1, 27, US, PEER + 1)).isFalse();
        assertThat(mss("020405b4")).isEqualTo(1460);
    }

    @Test
    void a_link_that_completes_checksums_finds_the_sum_of_the_pseudo_header() {
        TcpHeader.write(packet, 0, 1, 2, 3, 4, 20, 0x10, 5);
        TcpHeader.seal(packet, 0, 20, US, PEER, false);
        assertThat(TcpHeader.checksum(packet, 0))
                .isEqualTo(Checksum.fold(Checksum.pseudoHeader(US, PEER, Ipv4Header.TCP, 20)));
    }

    @Test
    void options_are_found_anywhere_and_unknown_ones_passed_over() {
        assertThat(mss("01020405b4")).as("not aligned").isEqualTo(1460);
        assertThat(mss("0303070402080a0102030405060708020405b4"))
                .as("behind others")
                .isEqualTo(1460);
        assertThat(mss("fe04abcd020405b4")).as("behind an unknown one").isEqualTo(1460);
        assertThat(options.illegal).as("an unknown one is no fault").isFalse();
        assertThat(mss("00020405b4")).as("behind the end of the list").isZero();
        assertThat(mss("")).isZero();
        assertThat(options.illegal).isFalse();
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void illegal_lengths_end_the_reading() {
        for (String bad : new String[] {"0200", "0201", "02", "0204", "020405", "fe00", "fe01", "feff", "0203ff"}) {
            assertThat(mss(bad)).as(bad).isZero();
            assertThat(options.illegal).as(bad).isTrue();
        }
        assertThat(mss("020405b4fe00")).as("what came before counts").isEqualTo(1460);
        assertThat(options.illegal).isTrue();
    }

    private int mss(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        options.read(MemorySegment.ofArray(bytes), 0, bytes.length);
        return options.mss;
    }
}
