package dev.lockstep.harness.tun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.harness.HarnessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program that replaces itself is tried in a JVM of its own. */
@NeedsTun
class NamespacedProcessTest {

    private static final int EXIT_CODE = 7;

    /** What the program below printed, and how it ended. */
    private record Run(String output, int exitCode, long pid) {}

    /** The program: goes inside, says where it is, opens a device, and waits if told to. */
    public static final class Program {
        public static void main(String[] arguments) throws Exception {
            try {
                NamespacedProcess.enter();
            } catch (HarnessException refused) {
                System.out.println(refused.getMessage() + "\nfix: " + refused.fix());
                System.exit(refused.exitCode());
            }
            Thread.startVirtualThread(() -> System.out.println("namespace " + namespace()))
                    .join();
            System.out.println("pid " + ProcessHandle.current().pid());
            System.out.println("arguments " + List.of(arguments));
            try (TunDevice device = TunDevice.open(TunOptions.named("lockstep0"))) {
                device.up(Cidr.parse("192.0.2.1/24"));
                System.out.println("device " + device.name());
                if (arguments[0].equals("wait")) {
                    Thread.sleep(60_000);
                }
            }
            System.exit(EXIT_CODE);
        }
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static Process start(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Run run(List<String> before, String... arguments) throws Exception {
        Process process = start(before, arguments);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return new Run(output, process.exitValue(), process.pid());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theProgramStartsAnewInsideWithTheSameArgumentsAndId() throws Exception {
        Run run = run(List.of(), "a b", "", "-Dc=d", "\u00fc");

        assertThat(run.output)
                .contains("namespace net:[")
                .doesNotContain(namespace())
                .contains("pid " + run.pid)
                .contains("arguments [a b, , -Dc=d, ")
                .contains("device lockstep0");
        assertThat(run.exitCode).isEqualTo(EXIT_CODE);
    }

    @Test
    void withoutTheCapabilityAUserNamespaceDoes() throws Exception {
        List<String> without = List.of("setpriv", "--bounding-set=-sys_admin,-net_admin", "--inh-caps=-sys_admin");
        assumeRuns("setpriv", "--version");
        assumeRuns("unshare", "-rn", "true");

        Run run = run(without, "x");

        assertThat(run.output).contains("device lockstep0").doesNotContain(namespace());
        assertThat(run.exitCode).isEqualTo(EXIT_CODE);
    }

    @Test
    void aSignalEndsItAndNothingIsLeft() throws Exception {
        Process process = start(List.of(), "wait");
        try (var output = process.inputReader()) {
            for (String line = output.readLine(); !line.startsWith("device"); line = output.readLine()) {}
            process.destroy(); // SIGTERM
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assumeRuns(String... command) throws Exception {
        boolean runs;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            runs = process.waitFor() == 0;
        } catch (IOException missing) {
            runs = false;
        }
        assumeTrue(runs, "NOT RUN: `" + String.join(" ", command) + "` does not work here (util-linux)");
    }
}
