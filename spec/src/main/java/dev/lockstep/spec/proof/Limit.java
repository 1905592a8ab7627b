package dev.lockstep.spec.proof;

import java.time.Duration;

/**
 * How long Z3 may think. What takes longer is reported as undecided, which is never cached: another machine may be faster.
 *
 * @param perQuery for one question, of which a step needs a handful
 */
public record Limit(Duration perQuery) {

    /** A thousand times what the slowest question about the tables takes on an idle machine. */
    public static final Limit USUAL = new Limit(Duration.ofSeconds(2));
}
