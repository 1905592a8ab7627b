package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import java.util.List;
import java.util.Optional;

/** Something a row asks of the mechanism: send a segment, keep text, tell the user. It returns nothing. */
public record Effect(String name, List<Slot> slots, String about, Place place) {

    /** An argument and what it is when a row leaves it out (without a default it must be given). */
    public record Slot(Argument argument, Optional<Expr> byDefault) {}

    public Effect {
        slots = List.copyOf(slots);
    }
}
