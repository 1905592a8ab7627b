package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.List;

/** What has to hold for a row to fire: its states, its guard, and for {@code otherwise} that no other row does. */
final class Guards {

    private Guards() {}

    /** The row's whole guard, with what the model leaves out made a free choice. */
    static Expr of(Step step, Row row, Abstraction abstraction) {
        var conjuncts = new ArrayList<Expr>();
        if (!row.states().containsAll(step.states())) {
            conjuncts.add(inStates(row.states(), row));
        }
        if (row.when() instanceof Expr.Otherwise) {
            for (Row other : step.rows()) {
                if (!other.id().equals(row.id())) {
                    addUnlessTrue(conjuncts, abstraction.freedNegation(written(step, other)));
                }
            }
        } else {
            addUnlessTrue(conjuncts, abstraction.freed(row.when()));
        }
        return and(conjuncts, row);
    }

    /** Does some model's abstraction leave it open which row of the step fires? */
    static boolean isFree(Step step, Abstraction abstraction) {
        return step.only().filter(abstraction::hidesSomeOf).isPresent()
                || step.rows().stream().anyMatch(row -> abstraction.hidesSomeOf(row.when()));
    }

    /** The row that takes what the others leave, in all states of the step. */
    static boolean takesTheRest(Step step, Row row) {
        return row.when() instanceof Expr.Otherwise && row.states().containsAll(step.states());
    }

    /** The states in which a step may find itself: it has to look only where there are others. */
    static boolean looksAtState(Protocol protocol, Procedure procedure, Step step) {
        boolean first = procedure.steps().getFirst().equals(step);
        List<State> possible = first ? procedure.states() : protocol.states();
        return !step.states().containsAll(possible);
    }

    static Expr inStates(List<State> states, Row row) {
        var place = row.place();
        List<Expr> names = states.stream()
                .<Expr>map(state -> new Expr.StateName(state, place))
                .toList();
        var current = new Expr.CurrentState(place);
        return names.size() == 1
                ? new Expr.Compare(List.of(current, names.getFirst()), List.of(Expr.Comparison.EQ), place)
                : new Expr.In(current, names, place);
    }

    private static Expr written(Step step, Row row) {
        var conjuncts = new ArrayList<Expr>();
        if (!row.states().containsAll(step.states())) {
            conjuncts.add(inStates(row.states(), row));
        }
        addUnlessTrue(conjuncts, row.when());
        return and(conjuncts, row);
    }

    private static void addUnlessTrue(List<Expr> conjuncts, Expr expr) {
        switch (expr) {
            case Expr.Truth(boolean value, var ignored) when value -> {}
            case Expr.And and -> conjuncts.addAll(and.operands());
            case Expr other -> conjuncts.add(other);
        }
    }

    private static Expr and(List<Expr> conjuncts, Row row) {
        return switch (conjuncts.size()) {
            case 0 -> new Expr.Truth(true, row.place());
            case 1 -> conjuncts.getFirst();
            default -> new Expr.And(conjuncts, row.place());
        };
    }
}
