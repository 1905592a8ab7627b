package dev.lockstep.properties.agreement;

import dev.lockstep.properties.link.SplitMix;
import java.util.Objects;

/**
 * Which steps of a large model are replayed: about so many of them, the same ones with the same seed. All that may come of one
 * happening in one state are chosen together, since they are one step with several outcomes.
 *
 * @param steps about how many; all if there are no more
 * @param of how many there are
 */
record Sample(long steps, long seed, long of) {

    static final Sample ALL = new Sample(Long.MAX_VALUE, 0, 0);

    boolean wants(String from, String action) {
        return steps >= of || Long.remainderUnsigned(new SplitMix(seed ^ mixed(from, action)).next(), of) < steps;
    }

    private static long mixed(String from, String action) {
        return 0x9E3779B97F4A7C15L * Objects.hash(from, action) + from.hashCode();
    }
}
