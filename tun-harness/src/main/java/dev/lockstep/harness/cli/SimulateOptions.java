package dev.lockstep.harness.cli;

import dev.lockstep.harness.check.tlc.Simulation;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Runs drawn by lot in place of all states. */
final class SimulateOptions {

    @Option(
            names = "--simulate",
            paramLabel = "N",
            description = "In place of all states go through N runs drawn by lot, of each model: invariants, steps and"
                    + " deadlocks, not what happens at last, nor counts.")
    private Long runs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The lots: the same seed draws the same runs. Default: 1.")
    private Long seed;

    @Option(names = "--depth", paramLabel = "D", description = "Steps of such a run at most. Default: 100.")
    private Integer depth;

    /** Nothing if all states are wanted. */
    Optional<Simulation> wanted() {
        return Optional.ofNullable(runs)
                .map(number -> new Simulation(number, seed == null ? 1 : seed, depth == null ? 100 : depth));
    }

    /** What is wrong with these options, beside the others. */
    Optional<String> fault(boolean pin, Integer workers) {
        if (runs == null) {
            return seed == null && depth == null
                    ? Optional.empty()
                    : Optional.of("--seed and --depth are for --simulate N");
        }
        if (runs <= 0) {
            return Optional.of("--simulate needs a positive number, not " + runs);
        }
        if (depth != null && depth <= 0) {
            return Optional.of("--depth needs a positive number, not " + depth);
        }
        if (pin) {
            return Optional.of("--pin needs all states, and --simulate draws some");
        }
        return workers != null && workers > 1
                ? Optional.of("--simulate has one worker, so that the same seed draws the same runs")
                : Optional.empty();
    }
}
