package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;

/**
 * A SHOULD or MAY of an RFC, or a place where stacks differ; fixed for the life of a stack by its profile.
 *
 * @param value the default: a literal or enumeral
 */
public record Parameter(String name, Type type, Expr value, String about, String rfc, Place place) implements Symbol {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
