package dev.lockstep.harness.tun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.harness.HarnessException;
import dev.lockstep.harness.InputException;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before the kernel is asked. */
class TunOptionsTest {

    @Test
    void valuesOutOfRangeAreBadInput() {
        var plain = TunOptions.named("lockstep0");

        assertThat(catchThrowableOfType(InputException.class, () -> plain.withMtu(67)))
                .hasMessage("mtu 67: not between 68 and 65535 bytes");
        assertThat(catchThrowableOfType(InputException.class, () -> plain.withTxQueueLength(0)))
                .hasMessage("queue length 0: less than one packet");
        assertThat(catchThrowableOfType(
                        InputException.class,
                        () -> new TunOptions("x", 1500, 1, false, Set.of(TunOptions.Offload.TSO4), false, false)))
                .hasMessage("offloads [TSO4]: only a vnet header says what was offloaded");
    }

    @ParameterizedTest
    @CsvSource({
        "averylonginterfacename, the name has 22 bytes",
        "'a b', the name holds something else than letters",
        "a/b, the name holds something else than letters",
        "a:1, the name holds something else than letters",
        "ä, the name holds something else than letters",
        "'a;b', the name holds something else than letters",
    })
    void namesThatTheKernelWouldRefuseAreBadInput(String name, String what) {
        MemorySegment ifreq = MemorySegment.ofArray(new byte[40]);

        var refused = catchThrowableOfType(InputException.class, () -> InterfaceControl.putName(ifreq, name));

        assertThat(refused.what()).startsWith(what);
        assertThat(refused.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1/24, 192.0.2.1/24", "192.0.2.1, 192.0.2.1/32", "2001:db8::1/64, 2001:db8:0:0:0:0:0:1/64"})
    void addressesAreRead(String text, String written) {
        assertThat(Cidr.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1/33", "2001:db8::/129", "192.0.2.1/x", "localhost/8", "/24", "192.0.2.1/-1"})
    void addressesThatAreNoneAreBadInput(String text) {
        assertThat(catchThrowableOfType(InputException.class, () -> Cidr.parse(text)))
                .isNotNull();
    }

    @Test
    void netmasks() {
        assertThat(Cidr.parse("10.0.0.1/8").netmask()).containsExactly(255, 0, 0, 0);
        assertThat(Cidr.parse("10.0.0.1/0").netmask()).containsExactly(0, 0, 0, 0);
        assertThat(Cidr.parse("10.0.0.1/31").netmask()).containsExactly(255, 255, 255, 254);
    }

    @Test
    void aMissingDeviceFileNamesItsFix() {
        HarnessException missing = TunOpener.cannotOpen(Errno.ENOENT);

        assertThat(missing).hasMessage("/dev/net/tun: the device file does not exist");
        assertThat(missing.fix()).contains("modprobe tun").contains("--device /dev/net/tun");
        assertThat(missing.exitCode()).isEqualTo(3);
    }
}
