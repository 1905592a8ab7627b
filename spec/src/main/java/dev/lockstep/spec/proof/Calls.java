package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the procedures that answer a hook may do to the control block, they and those they call.
 *
 * @param variables they may assign
 * @param timers they may start, restart or cancel
 * @param move may they change the state?
 */
record Calls(Set<Variable> variables, Set<Timer> timers, boolean move) {

    static Calls of(Protocol protocol, Hook hook) {
        return of(protocol, called(protocol, hook, new HashSet<>()).toList());
    }

    /** Of all hooks that a row calls. */
    static Calls of(Protocol protocol, Row row) {
        return of(protocol, called(protocol, row, new HashSet<>()).toList());
    }

    private static Calls of(Protocol protocol, List<Row> rows) {
        var variables = new LinkedHashSet<Variable>();
        var timers = new LinkedHashSet<Timer>();
        for (Row row : rows) {
            for (Statement action : row.actions()) {
                switch (action) {
                    case Statement.Assign assign -> variables.add(assign.variable());
                    case Statement.Start start -> timers.add(start.timer());
                    case Statement.Restart restart -> timers.add(restart.timer());
                    case Statement.Cancel cancel -> timers.add(cancel.timer());
                    case Statement.DeleteTcb ignored -> {
                        variables.addAll(protocol.variables());
                        timers.addAll(protocol.timers());
                    }
                    case Statement.Perform ignored -> {}
                    case Statement.Call ignored -> {}
                }
            }
        }
        return new Calls(
                variables, timers, rows.stream().anyMatch(row -> row.to().isPresent()));
    }

    /** The states in which a row may hand over: to the procedures it calls, or at its end. */
    static List<State> statesAfter(Protocol protocol, Row row) {
        return of(protocol, row).move()
                ? protocol.states()
                : row.to().map(List::of).orElse(row.states());
    }

    /** The procedures that answer a hook, each under its own choice of parameters and in its own states. */
    static List<Procedure> answering(Protocol protocol, Hook hook) {
        return protocol.procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnHook on
                        && on.hook().name().equals(hook.name()))
                .toList();
    }

    /** Does some procedure answer in all these states, whatever the parameters are? */
    static boolean isSureToBeAnswered(Protocol protocol, Hook hook, List<State> states) {
        return answering(protocol, hook).stream()
                .anyMatch(procedure ->
                        procedure.chosenBy().isEmpty() && procedure.states().containsAll(states));
    }

    private static Stream<Row> called(Protocol protocol, Row row, Set<Hook> seen) {
        return row.actions().stream()
                .filter(Statement.Call.class::isInstance)
                .flatMap(action -> called(protocol, ((Statement.Call) action).hook(), seen));
    }

    private static Stream<Row> called(Protocol protocol, Hook hook, Set<Hook> seen) {
        if (!seen.add(hook)) {
            return Stream.empty();
        }
        return answering(protocol, hook).stream()
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .flatMap(row -> Stream.concat(Stream.of(row), called(protocol, row, seen)));
    }
}
