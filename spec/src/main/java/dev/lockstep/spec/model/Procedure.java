package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import java.util.List;
import java.util.Optional;

/**
 * How one event is handled in some states: steps in order until a row says stop.
 *
 * @param states where it applies; all states of the vocabulary when the author named none; empty for a stateless one
 * @param chosenBy for a hook: the condition over parameters under which this procedure answers it
 */
public record Procedure(
        String name,
        Trigger trigger,
        List<State> states,
        Optional<Expr> chosenBy,
        List<Step> steps,
        String rfc,
        String note,
        Place place) {
    public Procedure {
        states = List.copyOf(states);
        steps = List.copyOf(steps);
    }

    /** The same procedure with these steps. */
    public Procedure withSteps(List<Step> some) {
        return new Procedure(name, trigger, states, chosenBy, some, rfc, note, place);
    }
}
