package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code up} says to wrong input, before it touches anything. */
class UpVerbTest {

    private static final String RIGHT = "up --tun lockstep0 --address 10.77.0.2/24";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String line) {
        return Lockstep.run(new PrintWriter(out), new PrintWriter(err), line.split(" "));
    }

    private void assertRefused(String line, String reason) {
        assertThat(run(line)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .startsWith("lockstep: error: ")
                .contains(reason)
                .contains("\n  fix: ");
        assertThat(err.toString().lines()).as("one block").hasSize(2);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--serve ehco,                 no such service",
        "--serve,                      which service?",
        "--serve http,                 the folder to serve is missing",
        "--serve http /nowhere/at/all, no such folder",
        "--serve echo --port 0,        no such port",
        "--serve echo --port 65536,    no such port",
        "--serve echo --port x,        --port wants a number",
        "--serve echo --port,          --port wants a number",
        "--port 7,                     belongs behind the --serve",
        "--serve echo --serve discard --port 7, port 7 is taken by --serve echo",
        "--serve echo chargen,         echo takes nothing more",
        "--peer 10.78.0.1,             not another host's address",
        "--peer nonsense,              not an IPv4 address",
        "--connect 10.77.0.1,          not HOST:PORT",
        "--connect 10.77.0.1:http,     the port is not a number",
        "--connect 10.77.0.2:7,        the stack's own address",
        "--connect 10.77.0.255:7,      the broadcast address of the stack's network",
        "--impair los=2%,              no such option: los",
        "--impair loss=200%,           not between 0% and 100%",
        "--impair depth=3,             depth means nothing without reorder",
        "--seed x,                     'x' is not a long",
        "--set RTO.MIN,                not NAME=VALUE",
        "--set RTO.MN=1s,              did you mean RTO.MIN?",
        "--set RTO.MIN=fast,           expected a duration",
        "--set RCV.BUFFER=100000,      the parameters violate profile-rcv-buffer",
        "--set RCV.BUFFER=0,           explain profile-rcv-buffer",
        "--set MSS.RECEIVE=0,          the parameters violate profile-mss",
        "--set INITIAL.WINDOW=20000,   the parameters violate profile-initial-window",
        "--set DUPLICATE.THRESHOLD=0,  the parameters violate profile-duplicate-threshold",
        "--pcap /nowhere/run.pcapng,   the folder does not exist",
        "--pcap /,                     this is a folder",
        "--tables /nowhere/at/all,     there is no such folder of tables",
        "--trce,                       Unknown option: '--trce'",
        "more,                         takes no `more` here",
    })
    void wrongInputIsOneBlockAndExitCodeTwo(String options, String reason) {
        assertRefused(RIGHT + " " + options, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "up --address 10.77.0.2/24,                            Missing required option: '--tun=NAME'",
        "up --tnu lockstep0 --address 10.77.0.2/24,            there is no --tnu; did you mean --tun?",
        "up --tun lockstep0,                                   Missing required option: '--address=CIDR'",
        "up --tun a-name-that-is-too-long --address 10.0.0.2/24, the name has 23 bytes",
        "up --tun lockstep0 --mtu 60 --address 10.77.0.2/24,   not between 68 and 65535",
        "up --tun lockstep0 --mtu 80 --address 10.77.0.2/24,   profile-mss",
        "up --tun a/b --address 10.77.0.2/24,                  something else than letters",
        "up --tun lockstep%d --address 10.77.0.2/24,           holds a %",
        "up --tun lockstep0 --address 10.77.0.2,               room for two addresses",
        "up --tun lockstep0 --address 10.77.0.2/99,            not between 0 and 32",
        "up --tun lockstep0 --address 2001:db8::1/64,          speaks IPv4",
    })
    void interfaceAndAddressAreLookedAtFirst(String line, String reason) {
        assertRefused(line, reason);
    }

    @Test
    void fileThatCannotBeServedIsNamed(@TempDir Path folder) {
        assertRefused(
                RIGHT + " --serve http " + folder.resolve("file"),
                folder.resolve("file").toString());
    }

    @Test
    void helpShowsAnExample() {
        assertThat(run("up --help")).isZero();
        assertThat(out.toString()).contains("curl http://10.77.0.2/FILE");
    }
}
