package dev.lockstep.harness.check.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Runs the toy model of the test resources in the real TLC. */
public final class Toys {

    private Toys() {}

    /** @param config lines of the configuration, divided by {@code ;} */
    public static TlcReport run(Path folder, String config) {
        return run(folder, "Toy", config, Duration.ofMinutes(2));
    }

    static TlcReport simulate(Path folder, String config, Simulation lots) {
        return run(folder, "Toy", config, Duration.ofMinutes(2), job -> job.simulating(lots));
    }

    static TlcReport run(Path folder, String module, String config, Duration limit) {
        return run(folder, module, config, limit, job -> job);
    }

    private static TlcReport run(
            Path folder, String module, String config, Duration limit, UnaryOperator<TlcJob> manner) {
        try {
            Path home = Path.of(System.getProperty("lockstep.home", ".."));
            Path source = home.resolve("tun-harness/src/test/resources/toys");
            Files.copy(source.resolve(module + ".tla"), folder.resolve(module + ".tla"));
            Files.copy(home.resolve("reference-impl/src/main/tla/Lockstep.tla"), folder.resolve("Lockstep.tla"));
            Files.writeString(folder.resolve("T.cfg"), config.replace(";", "\n") + "\n");
            var job = new TlcJob(
                    folder, module, "T.cfg", 1, true, Optional.of(limit), folder.resolve("tlc.log"), Map.of());
            return Tlc.locate().run(manner.apply(job), counts -> {});
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
