package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * All pairs of states that some model of a protocol reaches; every other pair is reached by none.
 *
 * @param pairs each once, in the order of the vocabulary
 */
public record StatePairs(Protocol protocol, List<StatePair> pairs, Place place) {
    public StatePairs {
        pairs = List.copyOf(pairs);
    }

    /** The pair of these two states, whichever of them is named first. */
    public Optional<StatePair> find(String a, String b) {
        return pairs.stream().filter(pair -> pair.is(a, b)).findFirst();
    }
}
