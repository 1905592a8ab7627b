package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.State;

/**
 * Two states in which the ends of a connection can be at once; which end is in which does not matter.
 *
 * @param one the one that the vocabulary names first; it may be the same as the other
 * @param why how both can be
 * @param deep only models of the deep tier reach it
 */
public record StatePair(State one, State other, String why, boolean deep, Place place) {

    public boolean is(String a, String b) {
        return (one.name().equals(a) && other.name().equals(b))
                || (one.name().equals(b) && other.name().equals(a));
    }

    /** {@code CLOSED / LISTEN}. */
    public String name() {
        return one.name() + " / " + other.name();
    }
}
