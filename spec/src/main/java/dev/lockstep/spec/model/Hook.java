package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/**
 * A named point at which procedures call an extension. Which procedure answers is chosen by parameter; when none is
 * chosen nothing happens.
 *
 * @param event the event within which it is called (its fields may be read), or the empty string for any
 */
public record Hook(String name, String event, String about, Place place) {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
