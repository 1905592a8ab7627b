package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The unit of everything: one RFC sentence, one Java branch, one TLA+ operator, one coverage counter.
 *
 * @param id unique in the whole specification, never reused
 * @param states where the row may match (a subset of the step's)
 * @param when the guard; {@link Expr.Otherwise} for the row that takes what the others leave
 * @param actions in the author's order. All right-hand sides and arguments read the values from before the row; then the
 *     assignments take place together with {@code to}; then effects, timers and calls happen in this order
 * @param to the state after the row, if it changes; with it, and not with a delete, the variables stay as assigned
 * @param unreachable the reason why this row can never fire, where the author gave one
 */
public record Row(
        String id,
        List<State> states,
        Expr when,
        List<Statement> actions,
        Optional<State> to,
        Then then,
        String rfc,
        String note,
        Optional<String> unreachable,
        Place place,
        Place whenPlace) {

    /** How a row ends. */
    public enum Then {
        /** Go on with the next step. */
        NEXT,
        /** The procedure ends (a called procedure returns to its caller). */
        STOP,
        /** Run this step anew. */
        AGAIN
    }

    public Row {
        states = List.copyOf(states);
        actions = List.copyOf(actions);
    }

    /** Whether it does nothing but go on with the next step. A segment passes a dozen such rows before one acts. */
    public boolean passes() {
        return actions.isEmpty() && to.isEmpty() && then == Then.NEXT;
    }
}
