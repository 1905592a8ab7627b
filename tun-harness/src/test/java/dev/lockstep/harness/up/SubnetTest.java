package dev.lockstep.harness.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetTest {

    @ParameterizedTest
    @CsvSource({
        "10.77.0.2/24,  10.77.0.1",
        "10.77.0.1/24,  10.77.0.2",
        "10.77.0.200/24, 10.77.0.1",
        "10.77.0.2/30,  10.77.0.1",
        "10.77.0.2/31,  10.77.0.3",
        "10.77.0.3/31,  10.77.0.2",
        "172.16.200.1/12, 172.16.0.1",
    })
    void kernelGetsTheFirstFreeAddress(String address, String kernel) {
        assertThat(Subnet.of(address, null).kernel().getHostAddress()).isEqualTo(kernel);
    }

    @Test
    void peerMayBeChosen() {
        Subnet subnet = Subnet.of("10.77.0.2/24", "10.77.0.99");
        assertThat(subnet.kernelSide()).hasToString("10.77.0.99/24");
        assertThat(subnet).hasToString("10.77.0.2/24");
    }

    @ParameterizedTest
    @CsvSource({
        "10.77.0.2,        room for two addresses",
        "10.77.0.2/32,     room for two addresses",
        "10.77.0.2/33,     not between 0 and 32",
        "10.77.0.2/4,      not yours",
        "10.77.0.0/24,     own number",
        "10.77.0.255/24,   broadcast",
        "224.0.0.1/24,     no address that a host may have",
        "127.0.0.1/24,     no address that a host may have",
        "2001:db8::1/64,   speaks IPv4",
        "10.77.0.x/24,     not an address",
        "nonsense,         not an address",
        "10.77.2/24,       four numbers",
        "10.077.0.2/24,    four numbers",
        "0.0.0.1/8,        no address that a host may have",
    })
    void otherAddressesAreRefused(String address, String reason) {
        assertThatThrownBy(() -> Subnet.of(address, null))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--address " + address)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"10.77.0.2", "10.77.1.1", "10.77.0.255", "2001:db8::1", "nonsense"})
    void otherPeersAreRefused(String peer) {
        assertThatThrownBy(() -> Subnet.of("10.77.0.2/24", peer))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--peer " + peer);
    }

    @ParameterizedTest
    @CsvSource({
        "00000A0A, 000000FF, true", // 10.10.0.0/8 of somebody
        "00004D0A, 00FFFFFF, true", // 10.77.0.0/24 itself
        "40004D0A, C0FFFFFF, true", // 10.77.0.64/26, a part of it
        "00014D0A, 00FFFFFF, false", // 10.77.1.0/24
        "0000A8C0, 0000FFFF, false", // 192.168.0.0/16
    })
    void knowsWhichRoutesItWouldTakeTrafficFrom(String destination, String mask, boolean overlaps) {
        var route = HostRoutes.Route.of("eth0\t" + destination + "\t00000000\t0001\t0\t0\t0\t" + mask + "\t0\t0\t0");
        assertThat(Subnet.of("10.77.0.2/24", null).overlaps(route.network(), route.prefix()))
                .isEqualTo(overlaps);
    }
}
