package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import java.util.List;

/**
 * A segment that nobody sent, without text; it costs one fault.
 *
 * @param seq its number, computed from the control block of whom it is meant for
 * @param ack likewise
 * @param control its control bits
 */
public record Forgery(Expr seq, Expr ack, List<String> control, Place place) {
    public Forgery {
        control = List.copyOf(control);
    }
}
