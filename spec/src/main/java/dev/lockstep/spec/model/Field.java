package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/** A field of an event: {@code SEG.SEQ} of an arriving segment, {@code CALL.LEN} of a user call. Read only. */
public record Field(String name, Type type, String about, Place place) implements Symbol {}
