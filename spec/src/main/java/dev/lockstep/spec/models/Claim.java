package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Property;

/**
 * Something claimed of a model: an invariant, a claim about every step, a liveness property, or a witness, which is a condition
 * that some reachable state or step must meet, so that nothing holds only because nothing happens.
 */
public record Claim(String id, Property is, String about, String rfc, Place place) {}
