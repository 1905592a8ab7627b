package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/** A timer of the control block: started, restarted, cancelled by rows; its expiry is an event. */
public record Timer(String name, String about, String rfc, Place place) {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
