package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/**
 * A value the surroundings supply with each event and that stays the same throughout it: the time, the number the
 * ISN generator offers. The core has no clock and no randomness of its own.
 */
public record Input(String name, Type type, String about, Place place) implements Symbol {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
