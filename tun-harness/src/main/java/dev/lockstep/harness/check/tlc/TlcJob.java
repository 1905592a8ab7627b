package dev.lockstep.harness.check.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What TLC is to do.
 *
 * @param folder holds the modules and the configuration
 * @param module name of the root module: {@code Handshake}
 * @param config file in the folder: {@code Handshake.cfg}
 * @param workers threads
 * @param small whether it is over before a better compiler or collector would pay
 * @param limit after which it is stopped
 * @param log file that gets all its output
 * @param properties system properties of its JVM
 * @param simulation runs drawn by lot in place of all states
 */
public record TlcJob(
        Path folder,
        String module,
        String config,
        int workers,
        boolean small,
        Optional<Duration> limit,
        Path log,
        Map<String, String> properties,
        Optional<Simulation> simulation) {
    public TlcJob {
        properties = Map.copyOf(properties);
    }

    /** All states. */
    public TlcJob(
            Path folder,
            String module,
            String config,
            int workers,
            boolean small,
            Optional<Duration> limit,
            Path log,
            Map<String, String> properties) {
        this(folder, module, config, workers, small, limit, log, properties, Optional.empty());
    }

    /** The same, but runs drawn by lot. */
    public TlcJob simulating(Simulation lots) {
        return new TlcJob(folder, module, config, workers, small, limit, log, properties, Optional.of(lots));
    }
}
