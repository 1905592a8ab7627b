package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;

/**
 * A variable of the control block.
 *
 * @param start value in a fresh or deleted control block: a constant expression (literal, enumeral or parameter)
 */
public record Variable(String name, Type type, Expr start, String about, String rfc, Place place) implements Symbol {

    /** Its name tells it from all others, and sets of these are what proofs go through most. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
