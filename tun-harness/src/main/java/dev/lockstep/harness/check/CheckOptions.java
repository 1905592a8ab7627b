package dev.lockstep.harness.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to check.
 *
 * @param out gets a folder for each model
 * @param workers threads of TLC; empty for what suits the model
 * @param limit of time for each model
 * @param liveness whether properties over time are checked
 */
public record CheckOptions(Path out, OptionalInt workers, Optional<Duration> limit, boolean liveness) {}
