package dev.lockstep.harness.tun;

import java.time.Duration;
import java.util.Objects;

/**
 * How the kernel's TCP treats peers behind a route, for runs that must come out the same each time.
 *
 * @param quickAck acknowledge every segment at once instead of now and then later
 * @param minimumTimeout floor of the kernel's retransmission timeout; a long one keeps its timers out of short runs.
 *     Zero leaves the default of 200 ms
 * @param initialWindow segments it may send before the first acknowledgement; 0 leaves the default of 10
 */
public record RouteMetrics(boolean quickAck, Duration minimumTimeout, int initialWindow) {

    /** The kernel as it comes. */
    public static final RouteMetrics DEFAULT = new RouteMetrics(false, Duration.ZERO, 0);

    /** Nothing waits and nothing is sent twice: what learning and conformance runs want. */
    public static final RouteMetrics PROMPT = new RouteMetrics(true, Duration.ofSeconds(30), 100);

    public RouteMetrics {
        Objects.requireNonNull(minimumTimeout, "minimumTimeout");
        if (minimumTimeout.isNegative() || initialWindow < 0) {
            throw new IllegalArgumentException("negative route metric");
        }
    }
}
