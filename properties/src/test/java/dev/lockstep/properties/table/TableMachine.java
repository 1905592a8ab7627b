package dev.lockstep.properties.table;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries tables out as spec/README.md says, row by row, without any thought of speed: the meaning of the tables for tests.
 * Each row is evaluated whole before anything of it takes effect.
 */
final class TableMachine {

    /** The rows of a step of which none matches, or more than one. */
    static final class NotOneRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOneRow(Step step, List<Row> matching) {
            super(step.place() + ": " + matching.stream().map(Row::id).toList());
        }
    }

    private final Protocol protocol;
    private final Map<String, Object> parameters;
    private final Map<String, Object> variables = new HashMap<>();
    private final Set<String> armed = new TreeSet<>();
    private State state;

    /** Fields of the event and inputs. */
    private Map<String, Object> surroundings = Map.of();

    /** What the event has done so far: effects in the words of the tables, and ids of rows. */
    private final List<String> effects = new ArrayList<>();

    private final List<String> rows = new ArrayList<>();

    TableMachine(Protocol protocol, Map<String, Object> parameters) {
        this.protocol = protocol;
        this.parameters = parameters;
        clear();
    }

    State state() {
        return state;
    }

    Object variable(String name) {
        return variables.get(name);
    }

    boolean isArmed(String timer) {
        return armed.contains(timer);
    }

    List<String> effects() {
        return effects;
    }

    List<String> rows() {
        return rows;
    }

    /** @param given fields of the event and inputs, by name */
    void run(Trigger trigger, Map<String, Object> given) {
        effects.clear();
        rows.clear();
        surroundings = given;
        if (trigger instanceof Trigger.OnTimer(Timer timer)) {
            armed.remove(timer.name());
        }
        answer(trigger);
    }

    private void answer(Trigger trigger) {
        for (Procedure procedure : protocol.procedures()) {
            boolean here = protocol.states().isEmpty() || procedure.states().contains(state);
            if (procedure.trigger().equals(trigger)
                    && here
                    && procedure.chosenBy().stream().allMatch(now()::truth)) {
                run(procedure);
                return; // the row may have changed the state to another procedure's
            }
        }
    }

    private void run(Procedure procedure) {
        for (Step step : procedure.steps()) {
            Row.Then then;
            do {
                boolean applies = (protocol.states().isEmpty() || step.states().contains(state))
                        && step.only().stream().allMatch(now()::truth);
                then = applies ? fire(match(step)) : Row.Then.NEXT;
            } while (then == Row.Then.AGAIN);
            if (then == Row.Then.STOP) {
                return;
            }
        }
    }

    private Row match(Step step) {
        TableValues now = now();
        List<Row> here = step.rows().stream()
                .filter(row -> protocol.states().isEmpty() || row.states().contains(state))
                .toList();
        List<Row> matching = here.stream()
                .filter(row -> !(row.when() instanceof Expr.Otherwise) && now.truth(row.when()))
                .toList();
        if (matching.isEmpty()) {
            matching = here.stream()
                    .filter(row -> row.when() instanceof Expr.Otherwise)
                    .toList();
        }
        if (matching.size() != 1) {
            throw new NotOneRow(step, matching);
        }
        return matching.getFirst();
    }

    private Row.Then fire(Row row) {
        rows.add(row.id());
        TableValues before = now();
        Map<String, Object> assigned = new HashMap<>();
        List<Runnable> then = new ArrayList<>();
        for (Statement action : row.actions()) {
            switch (action) {
                case Statement.Assign assign -> assigned.put(assign.variable().name(), before.value(assign.value()));
                case Statement.Perform perform -> {
                    List<Object> arguments =
                            perform.arguments().stream().map(before::value).toList();
                    then.add(() -> effects.add(perform.effect().name() + arguments));
                }
                case Statement.Start start -> {
                    Object duration = before.value(start.duration());
                    then.add(() -> start(start.timer(), duration));
                }
                case Statement.Restart restart -> {
                    Object duration = before.value(restart.duration());
                    then.add(() -> arm(restart.timer(), duration));
                }
                case Statement.Cancel cancel -> then.add(() -> cancel(cancel.timer()));
                case Statement.Call call -> then.add(() -> call(call.hook()));
                case Statement.DeleteTcb ignored -> then.add(this::delete);
            }
        }
        variables.putAll(assigned);
        row.to().ifPresent(to -> state = to);
        then.forEach(Runnable::run);
        return row.then();
    }

    // ------------------------------------------------------------------------------------------------- actions

    private void start(Timer timer, Object duration) {
        if (!armed.contains(timer.name())) {
            arm(timer, duration);
        }
    }

    private void arm(Timer timer, Object duration) {
        armed.add(timer.name());
        effects.add("arm " + timer.name() + " " + duration);
    }

    private void cancel(Timer timer) {
        if (armed.remove(timer.name())) {
            effects.add("cancel " + timer.name());
        }
    }

    private void call(Hook hook) {
        answer(new Trigger.OnHook(hook));
    }

    private void delete() {
        clear();
        effects.add("delete_tcb");
    }

    private void clear() {
        armed.clear();
        state = protocol.start();
        var constants = new TableValues(parameters, state, armed);
        for (Variable variable : protocol.variables()) {
            variables.put(variable.name(), constants.value(variable.start()));
        }
    }

    /** The values of this moment. */
    private TableValues now() {
        var values = new HashMap<>(parameters);
        values.putAll(surroundings);
        values.putAll(variables);
        return new TableValues(values, state, Set.copyOf(armed));
    }
}
