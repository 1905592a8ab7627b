package dev.lockstep.stack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EphemeralPortsTest {

    private final EphemeralPorts ports = new EphemeralPorts(new SipKey(1, 2));

    @Test
    void gives_each_free_port_once_and_then_none() {
        Set<Integer> taken = new HashSet<>();
        for (int i = EphemeralPorts.FIRST; i < 65_536; i++) {
            assertThat(taken.add(ports.pick(0x0a000001, 80, port -> !taken.contains(port))))
                    .isTrue();
        }
        assertThat(taken).allMatch(port -> port >= EphemeralPorts.FIRST && port < 65_536);
        assertThat(ports.pick(0x0a000001, 80, port -> !taken.contains(port))).isEqualTo(EphemeralPorts.NONE);
    }

    @Test
    void starts_elsewhere_for_another_peer() {
        int here = new EphemeralPorts(new SipKey(1, 2)).pick(0x0a000001, 80, port -> true);
        int there = new EphemeralPorts(new SipKey(1, 2)).pick(0x0a000002, 80, port -> true);
        assertThat(here).isNotEqualTo(there);
    }
}
