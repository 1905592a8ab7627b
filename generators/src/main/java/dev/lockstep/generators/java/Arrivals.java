package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * In which states each step of a procedure can be arrived at: where all of them are the step's own, or the row's, the code
 * need not ask. Guards are not looked at, so that it sees too many states rather than too few.
 */
final class Arrivals {

    private final Protocol protocol;
    private final Map<String, Set<State>> atStep = new HashMap<>();

    Arrivals(Protocol protocol, Procedure procedure) {
        this.protocol = protocol;
        Set<State> current = new LinkedHashSet<>(procedure.states());
        if (procedure.trigger() instanceof Trigger.OnHook(Hook hook)) {
            current.retainAll(callers(hook));
        }
        for (Step step : procedure.steps()) {
            current = after(step, current);
        }
    }

    /** Whether it has to be asked if the step applies. */
    boolean mayPassOver(Step step) {
        return !step.states().containsAll(atStep.get(step.name()));
    }

    /** Whether it has to be asked if the row applies, once the step does. */
    boolean mayPassOver(Step step, Row row) {
        return atStep.get(step.name()).stream()
                .filter(step.states()::contains)
                .anyMatch(state -> !row.states().contains(state));
    }

    /** The states in which some row calls a hook. */
    private Set<State> callers(Hook hook) {
        Set<State> states = new HashSet<>();
        protocol.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .filter(row -> row.actions().stream()
                        .anyMatch(action -> action instanceof Statement.Call call
                                && call.hook().equals(hook)))
                .forEach(row -> row.states().forEach(state -> states.addAll(outcome(row, state))));
        return states;
    }

    /** What goes on behind a step, when {@code arriving} come to it. */
    private Set<State> after(Step step, Set<State> arriving) {
        Set<State> goesOn = new LinkedHashSet<>();
        Deque<State> again = new ArrayDeque<>(arriving);
        Set<State> seen = atStep.computeIfAbsent(step.name(), name -> new LinkedHashSet<>());
        while (!again.isEmpty()) {
            State state = again.removeFirst();
            if (!seen.add(state)) {
                continue;
            }
            if (!step.states().contains(state) || step.only().isPresent()) {
                goesOn.add(state);
            }
            for (Row row : step.rows()) {
                if (row.states().contains(state)) {
                    Set<State> outcome = outcome(row, state);
                    switch (row.then()) {
                        case NEXT -> goesOn.addAll(outcome);
                        case STOP -> {}
                        case AGAIN -> again.addAll(outcome);
                    }
                }
            }
        }
        return goesOn;
    }

    private Set<State> outcome(Row row, State before) {
        Set<State> states = new LinkedHashSet<>(Set.of(row.to().orElse(before)));
        for (Statement action : row.actions()) {
            if (action instanceof Statement.Call call) {
                collectTargets(call.hook(), states, new HashSet<>());
            }
        }
        return states;
    }

    /** Every state that a procedure answering the hook may go to. */
    private void collectTargets(Hook hook, Set<State> states, Set<Hook> seen) {
        if (!seen.add(hook)) {
            return;
        }
        protocol.procedures().stream()
                .filter(procedure -> procedure.trigger().equals(new Trigger.OnHook(hook)))
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .forEach(row -> {
                    row.to().ifPresent(states::add);
                    for (Statement action : row.actions()) {
                        if (action instanceof Statement.Call call) {
                            collectTargets(call.hook(), states, seen);
                        }
                    }
                });
    }
}
