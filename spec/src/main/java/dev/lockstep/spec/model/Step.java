package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import java.util.List;
import java.util.Optional;

/**
 * One step of a procedure. Inside it order is void: exactly one row matches, which is proved.
 *
 * @param states where the step applies (a subset of the procedure's); elsewhere it is passed over
 * @param only the step applies only where this holds; elsewhere it is passed over
 * @param measure a size or count that falls with each {@code then: again}; present if and only if some row says again
 */
public record Step(
        String name,
        List<State> states,
        Optional<Expr> only,
        Optional<Expr> measure,
        List<Row> rows,
        String rfc,
        String note,
        Place place) {
    public Step {
        states = List.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** The same step with these rows. */
    public Step withRows(List<Row> some) {
        return new Step(name, states, only, measure, some, rfc, note, place);
    }
}
