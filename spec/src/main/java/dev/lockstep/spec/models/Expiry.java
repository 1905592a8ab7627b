package dev.lockstep.spec.models;

import dev.lockstep.spec.model.Timer;
import java.util.List;

/**
 * When an armed timer may expire: the timing assumption in place of a duration.
 *
 * @param whenQuiet only when no segment is on its way
 * @param whenDiedOut and nor does one linger: all copies of what was sent have died
 * @param whenPeerHasNot and the other endpoint has none of these armed
 * @param early it may also expire before, which costs a fault
 * @param strong an expiry that becomes possible again and again happens at last (strong fairness), not only one that stays
 *     possible (weak)
 */
public record Expiry(
        Timer timer,
        boolean whenQuiet,
        boolean whenDiedOut,
        List<Timer> whenPeerHasNot,
        boolean early,
        boolean strong) {
    public Expiry {
        whenPeerHasNot = List.copyOf(whenPeerHasNot);
    }
}
