package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import java.util.List;
import java.util.Optional;

/**
 * A step, and what may be relied on when it runs: see {@link Premises}.
 *
 * @param invariants each holds in its own states
 * @param conditions hold in every state
 */
record Obligation(
        Protocol protocol, Procedure procedure, Step step, List<Invariant> invariants, List<Expr> conditions) {

    Obligation {
        invariants = List.copyOf(invariants);
        conditions = List.copyOf(conditions);
    }

    /** What in a row's actions has to be proved something about: divisions, and in a row that says again what it assigns. */
    static List<Expr> provedActions(Row row) {
        return row.actions().stream()
                .filter(action -> (row.then() == Row.Then.AGAIN && action instanceof Statement.Assign)
                        || Reading.of(action.expressions()).divides())
                .flatMap(action -> action.expressions().stream())
                .toList();
    }

    /** The variables that a row assigns, in the order of the right-hand sides in {@link #provedActions}. */
    static List<Variable> assigned(Row row) {
        return row.actions().stream()
                .filter(Statement.Assign.class::isInstance)
                .map(action -> ((Statement.Assign) action).variable())
                .toList();
    }

    /** The timer whose expiry the procedure handles. */
    Optional<Timer> expired() {
        return procedure.trigger() instanceof Trigger.OnTimer on ? Optional.of(on.timer()) : Optional.empty();
    }

    /** Is it the step with which the procedure begins? */
    boolean isFirst() {
        return procedure.steps().getFirst().equals(step);
    }

    /** Is it the step with which an event begins, so that all invariants hold? */
    boolean beginsEvent() {
        return isFirst() && !(procedure.trigger() instanceof Trigger.OnHook);
    }

    /** {@code tcp segment-arrives sequence}, for progress and messages. */
    String name() {
        return protocol.name() + " " + procedure.name() + " " + step.name();
    }
}
