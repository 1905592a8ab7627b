package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/**
 * A state of the protocol.
 *
 * @param hasControlBlock false for CLOSED: entering it is done by {@code delete_tcb}, which gives every variable its
 *     start value and cancels every timer
 */
public record State(String name, boolean hasControlBlock, String about, String rfc, Place place) {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
