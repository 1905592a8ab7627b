package dev.lockstep.harness.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void readsAddressAndPort() {
        assertThat(Target.parse("192.0.2.1:80")).hasToString("192.0.2.1:80");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:80", "0.0.0.0:80", "224.0.0.1:80", "255.255.255.255:80"})
    void addressesThatNoOtherHostHasAreRefused(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--connect " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.1", ":80", "192.0.2.1:", "192.0.2.1:x", "192.0.2.1:0", "192.0.2.1:65536", "::1:80"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--connect " + text);
    }
}
