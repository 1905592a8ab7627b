package dev.lockstep.spec.proof;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known at a step from those before it in its procedure: each was passed over, or one of its rows that say next matched.
 * That still holds if nothing on the way has changed what it speaks of. So behind a step that stops every segment with RST, no
 * segment has RST.
 */
final class Passed {

    private final Protocol protocol;
    private final Procedure procedure;

    private Passed(Protocol protocol, Procedure procedure) {
        this.protocol = protocol;
        this.procedure = procedure;
    }

    /** One condition for each step before that tells something. */
    static List<Expr> before(Protocol protocol, Procedure procedure, Step step) {
        var passed = new Passed(protocol, procedure);
        int here = procedure.steps().indexOf(step);
        var known = new ArrayList<Expr>();
        for (int earlier = 0; earlier < here; earlier++) {
            passed.fact(earlier, here).ifPresent(known::add);
        }
        return known;
    }

    /** Does what holds at the beginning of a procedure still hold at a step? */
    static boolean isKept(Protocol protocol, Procedure procedure, Expr fact, Step step) {
        return new Passed(protocol, procedure).isKept(fact, 0, procedure.steps().indexOf(step));
    }

    private Optional<Expr> fact(int earlier, int here) {
        Step step = procedure.steps().get(earlier);
        var ways = new ArrayList<Expr>();
        step.only().ifPresent(only -> ways.add(new Expr.Not(only, only.place())));
        List<State> elsewhere = possibleStates(protocol, procedure, earlier).stream()
                .filter(state -> !step.states().contains(state))
                .toList();
        isIn(elsewhere, step.place()).ifPresent(ways::add);
        for (Row row : step.rows()) {
            if (row.then() != Row.Then.STOP) {
                ways.add(matches(step, row));
            }
        }
        Expr fact = any(ways, step.place());
        return isKept(fact, earlier, here) ? Optional.of(fact) : Optional.empty();
    }

    /** The states in which a step may be come to, or passed over. */
    static Set<State> possibleStates(Protocol protocol, Procedure procedure, int step) {
        var possible = procedure.trigger() instanceof Trigger.OnHook on
                ? calledIn(protocol, procedure, on.hook())
                : new LinkedHashSet<>(procedure.states());
        for (Step earlier : procedure.steps().subList(0, step)) {
            for (Row row : earlier.rows()) {
                row.to().ifPresent(possible::add);
                if (Calls.of(protocol, row).move()) {
                    possible.addAll(protocol.states());
                }
            }
        }
        return possible;
    }

    private static Set<State> calledIn(Protocol protocol, Procedure called, Hook hook) {
        var states = new LinkedHashSet<State>();
        for (Procedure procedure : protocol.procedures()) {
            for (Step step : procedure.steps()) {
                step.rows().stream()
                        .filter(row -> row.actions().stream()
                                .anyMatch(action -> action instanceof Statement.Call call
                                        && call.hook().equals(hook)))
                        .map(row -> Calls.statesAfter(protocol, row))
                        .forEach(states::addAll);
            }
        }
        states.retainAll(called.states());
        return states;
    }

    /** A row for all states of its step matches in them; that others were passed over is said apart. */
    private Expr matches(Step step, Row row) {
        Expr guard = row.when();
        if (guard instanceof Expr.Otherwise) {
            List<Expr> others = step.rows().stream()
                    .filter(other -> !(other.when() instanceof Expr.Otherwise))
                    .map(other -> matches(step, other))
                    .toList();
            guard = new Expr.Not(any(others, row.place()), row.place());
        }
        if (row.states().containsAll(step.states())) {
            return guard;
        }
        Expr when = guard;
        return isIn(row.states(), row.place())
                .<Expr>map(in -> new Expr.And(List.of(in, when), row.place()))
                .orElse(when);
    }

    private static Expr any(List<Expr> conditions, Place place) {
        return switch (conditions.size()) {
            case 0 -> new Expr.Truth(false, place);
            case 1 -> conditions.getFirst();
            default -> new Expr.Or(conditions, place);
        };
    }

    /** Nothing in a protocol without states. */
    private static Optional<Expr> isIn(List<State> states, Place place) {
        List<Expr> names = states.stream()
                .<Expr>map(state -> new Expr.StateName(state, place))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expr.In(new Expr.CurrentState(place), names, place));
    }

    /** Do all rows that may have run since leave alone what it speaks of? */
    private boolean isKept(Expr fact, int earlier, int here) {
        Reading reads = Reading.of(fact);
        for (int i = earlier; i <= here; i++) {
            for (Row row : procedure.steps().get(i).rows()) {
                boolean leadsHere = row.then() == Row.Then.AGAIN || (row.then() == Row.Then.NEXT && i < here);
                if (leadsHere && changes(row, reads)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean changes(Row row, Reading reads) {
        Calls may = Calls.of(protocol, row);
        return (reads.state() && (row.to().isPresent() || may.move()))
                || may.variables().stream().anyMatch(reads.symbols()::contains)
                || may.timers().stream().anyMatch(reads.timers()::contains)
                || row.actions().stream().anyMatch(action -> changes(action, reads));
    }

    private static boolean changes(Statement action, Reading reads) {
        return switch (action) {
            case Statement.Assign assign -> reads.symbols().contains(assign.variable());
            case Statement.Start start -> reads.timers().contains(start.timer());
            case Statement.Restart restart -> reads.timers().contains(restart.timer());
            case Statement.Cancel cancel -> reads.timers().contains(cancel.timer());
            case Statement.DeleteTcb ignored -> true;
            case Statement.Perform ignored -> false;
            case Statement.Call ignored -> false;
        };
    }
}
