package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** Can the step find itself in another state than its own? Then it has to look. */
    static boolean looksAtState(Protocol protocol, Procedure procedure, Step step) {
        var possible = new HashSet<>(procedure.states());
        for (Step before : procedure.steps()) {
            boolean isSelf = before.equals(step);
            for (Row row : before.rows()) {
                if (row.then() == Row.Then.AGAIN || (row.then() == Row.Then.NEXT && !isSelf)) {
                    addStatesAfter(row, protocol, possible);
                }
            }
            if (isSelf) {
                break;
            }
        }
        return !step.states().containsAll(possible);
    }

    private static void addStatesAfter(Row row, Protocol protocol, Set<State> into) {
        row.to().ifPresent(into::add);
        for (Statement statement : row.actions()) {
            if (statement instanceof Statement.Call(Hook hook, var ignored)) {
                Needs.answering(protocol, hook).stream()
                        .flatMap(procedure -> procedure.steps().stream())
                        .flatMap(step -> step.rows().stream())
                        .forEach(called -> addStatesAfter(called, protocol, into));
            }
        }
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
