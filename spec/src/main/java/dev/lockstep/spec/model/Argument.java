package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/** An argument of a {@link Definition}, or of an {@link Effect}. */
public record Argument(String name, Type type, String about, Place place) implements Symbol {}
