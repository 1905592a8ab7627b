package dev.lockstep.stack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SipKeyTest {

    @Test
    void hashes_as_the_reference_implementation_does() {
        // Key 00 01 .. 0f, message 00 01 .. 07: the ninth of the vectors published with SipHash-2-4.
        SipKey key = new SipKey(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertThat(key.hash(0x0706050403020100L)).isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void does_not_print_the_secret() {
        assertThat(new SipKey(17, 42)).hasToString("SipKey[secret]");
    }
}
