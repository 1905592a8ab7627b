package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/** An argument of a {@link Definition}, or of an {@link Effect}. */
public record Argument(String name, Type type, String about, Place place) implements Symbol {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
