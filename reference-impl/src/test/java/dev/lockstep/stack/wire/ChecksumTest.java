package dev.lockstep.stack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    @Test
    void sums_the_example_of_rfc_1071() {
        // RFC 1071 §3: 0001 f203 f4f5 f6f7 sum to ddf2.
        MemorySegment words = hex("0001f203f4f5f6f7");
        assertThat(Checksum.fold(Checksum.sum(words, 0, 8))).isEqualTo(0xddf2);
        assertThat(Checksum.finish(Checksum.sum(words, 0, 8))).isEqualTo(0x220d);
    }

    @Test
    void an_odd_last_byte_is_the_high_half_of_a_word() {
        assertThat(Checksum.sum(hex("123456"), 0, 3)).isEqualTo(0x1234 + 0x5600);
    }

    @Test
    void updates_the_examples_of_rfc_1624() {
        // RFC 1624 §4: checksum dd2f, word 5555 becomes 3285: 0000, where RFC 1141's equation gives ffff.
        assertThat(Checksum.update(0xdd2f, 0x5555, 0x3285)).isZero();
    }

    @Test
    void a_real_ip_header_is_right_until_a_bit_flips() {
        byte[] header = HexFormat.of().parseHex("45000073000040004011b861c0a80001c0a800c7");
        assertThat(Ipv4Header.checksumRight(MemorySegment.ofArray(header), 0, 20))
                .isTrue();
        header[8] ^= 1;
        assertThat(Ipv4Header.checksumRight(MemorySegment.ofArray(header), 0, 20))
                .isFalse();
    }

    private static MemorySegment hex(String digits) {
        return MemorySegment.ofArray(HexFormat.of().parseHex(digits));
    }
}
