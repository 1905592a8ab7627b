package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.State;
import java.util.List;

/**
 * A segment that nobody sent; it costs one fault.
 *
 * @param seq its number, computed from the control block of whom it is meant for
 * @param ack likewise
 * @param control its control bits
 * @param text bytes of text, none of which any user gave
 * @param states of whom it is meant for, when somebody makes it up
 */
public record Forgery(Expr seq, Expr ack, List<String> control, int text, List<State> states, Place place) {
    public Forgery {
        control = List.copyOf(control);
        states = List.copyOf(states);
    }
}
