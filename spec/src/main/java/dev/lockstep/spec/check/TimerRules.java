package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a timer may be armed, its expiry has a procedure; and a timer that is declared can be armed and can expire. */
final class TimerRules {

    private final List<State> states;
    private final List<Draft.Procedure> procedures;
    private final List<Invariant> invariants;
    private final Diagnostics diagnostics;

    TimerRules(
            List<State> states, List<Draft.Procedure> procedures, List<Invariant> invariants, Diagnostics diagnostics) {
        this.states = states;
        this.procedures = procedures;
        this.invariants = invariants;
        this.diagnostics = diagnostics;
    }

    void check(Timer timer, State start) {
        Optional<Place> armed = armed(timer);
        var handlers = new ArrayList<Draft.Procedure>();
        for (Draft.Procedure procedure : procedures) {
            if (procedure.trigger() instanceof Trigger.OnTimer on && on.timer().equals(timer)) {
                handlers.add(procedure);
            }
        }
        if (armed.isEmpty()) {
            diagnostics.add(
                    timer.place(),
                    Code.TIMER_NEVER_ARMED,
                    "no row starts the timer " + timer.name(),
                    "write `start " + timer.name() + " for ...` in a row, or take the timer away");
        } else if (handlers.isEmpty()) {
            diagnostics.add(
                    timer.place(),
                    Code.TIMER_NEVER_EXPIRES,
                    "no procedure handles the expiry of the timer " + timer.name(),
                    List.of(armed.get()),
                    "add a procedure with `on: timer " + timer.name() + "`");
        } else {
            check(timer, handlers, new Reach(procedures, Optional.of(timer), invariants, start));
        }
    }

    /** A place where it is started. */
    private Optional<Place> armed(Timer timer) {
        for (Draft.Procedure procedure : procedures) {
            for (Draft.Step step : procedure.steps()) {
                for (Draft.Row row : step.rows()) {
                    Optional<Place> place = armed(timer, row);
                    if (place.isPresent()) {
                        return place;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> armed(Timer timer, Draft.Row row) {
        for (Statement action : row.actions()) {
            boolean arms = switch (action) {
                case Statement.Start start -> start.timer().equals(timer);
                case Statement.Restart restart -> restart.timer().equals(timer);
                case Statement.Assign assign -> false;
                case Statement.Perform perform -> false;
                case Statement.Cancel cancel -> false;
                case Statement.Call call -> false;
                case Statement.DeleteTcb delete -> false;
            };
            if (arms) {
                return Optional.of(action.place());
            }
        }
        return Optional.empty();
    }

    private void check(Timer timer, List<Draft.Procedure> handlers, Reach reach) {
        for (State state : states) {
            boolean isHandled = handlers.stream()
                    .anyMatch(handler ->
                            handler.states().isEmpty() || handler.states().contains(state));
            if (reach.mayBeArmed(state) && !isHandled) {
                diagnostics.add(
                        handlers.getFirst().raw().on().get().place(),
                        Code.TIMER_UNHANDLED,
                        "the timer " + timer.name() + " may expire in " + state.name()
                                + ", where no procedure handles it\nafter "
                                + reach.way(new Flow.Config(state, true)),
                        List.of(timer.place()),
                        "let the row that goes to " + state.name() + " say `cancel " + timer.name() + "`, add "
                                + state.name() + " to `states:`, or declare an invariant `not armed(" + timer.name()
                                + ")` there");
            }
        }
        for (Draft.Procedure handler : handlers) {
            for (Scalar name : handler.raw().states().orElse(List.of())) {
                for (State state : states) {
                    if (state.name().equals(name.text()) && !reach.mayBeArmed(state)) {
                        diagnostics.add(
                                name.place(),
                                Code.TIMER_HANDLED_IN_VAIN,
                                "the timer " + timer.name() + " is never armed in " + state.name(),
                                "take " + state.name() + " out of `states:`");
                    }
                }
            }
        }
    }
}
