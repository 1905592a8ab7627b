package dev.lockstep.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountTest {

    @Test
    void bytesHaveTheUnitThatFits() {
        assertThat(Amount.bytes(0)).isEqualTo("0 B");
        assertThat(Amount.bytes(999)).isEqualTo("999 B");
        assertThat(Amount.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Amount.bytes(999_949)).isEqualTo("999.9 kB");
        assertThat(Amount.bytes(999_950)).isEqualTo("1.0 MB");
        assertThat(Amount.bytes(10_485_760)).isEqualTo("10.5 MB");
        assertThat(Amount.bytes(Long.MAX_VALUE)).isEqualTo("9223372.0 TB");
    }

    @Test
    void oneThingIsSingular() {
        assertThat(Amount.of(1, "segment")).isEqualTo("1 segment");
        assertThat(Amount.of(7_182, "segment")).isEqualTo("7,182 segments");
    }
}
