package dev.lockstep.harness.check.tlc;

import java.util.List;

/**
 * Runs drawn by lot in place of all states, for a model that has too many.
 *
 * @param runs how many
 * @param seed the same seed draws the same runs
 * @param depth steps of a run at most
 */
public record Simulation(long runs, long seed, int depth) {

    List<String> options() {
        return List.of(
                "-simulate",
                "num=" + runs,
                "-depth",
                Integer.toString(depth),
                "-seed",
                Long.toString(seed),
                "-fp",
                "0");
    }

    /** As a user asks for it. */
    @Override
    public String toString() {
        return "--simulate " + runs + " --seed " + seed + " --depth " + depth;
    }
}
