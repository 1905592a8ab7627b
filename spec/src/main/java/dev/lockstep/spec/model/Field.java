package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/** A field of an event: {@code SEG.SEQ} of an arriving segment, {@code CALL.LEN} of a user call. Read only. */
public record Field(String name, Type type, String about, Place place) implements Symbol {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
