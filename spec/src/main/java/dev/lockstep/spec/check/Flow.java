package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Row.Then;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which states can come out of a procedure, and through which of its steps and rows they pass. Guards are not looked at, so it
 * may see too much, never too little. With a timer given, it also follows whether that timer is armed.
 *
 * <p>Hooks must not call each other in a circle, nor too deep: {@link HookRules} has seen to that.
 */
final class Flow {

    /** @param armed whether the timer that is followed may be armed; false when none is followed */
    record Config(State state, boolean armed) {}

    private final Optional<Timer> timer;
    private final Map<Hook, List<Draft.Procedure>> answers = new HashMap<>();

    /** By identity, as below: to compare whole procedures would take longer than to run them. */
    private final Map<Draft.Procedure, Map<Config, Set<Config>>> exits = new IdentityHashMap<>();

    /** Which configurations enter a step that applies to their state, and match a row by its {@code in}. */
    private final Map<Draft.Step, Set<Config>> inStep = new IdentityHashMap<>();

    /** Which configurations arrive at a step, whether or not it applies to their state. */
    private final Map<Draft.Step, Set<Config>> atStep = new IdentityHashMap<>();

    private final Set<Hook> called = new LinkedHashSet<>();

    Flow(List<Draft.Procedure> procedures, Optional<Timer> timer) {
        this.timer = timer;
        for (Draft.Procedure procedure : procedures) {
            if (procedure.trigger() instanceof Trigger.OnHook on) {
                answers.computeIfAbsent(on.hook(), hook -> new ArrayList<>()).add(procedure);
            }
        }
    }

    /** The states, of configurations that have been run, in which a step applies. */
    Set<State> statesIn(Draft.Step step) {
        return states(inStep.getOrDefault(step, Set.of()));
    }

    /** The states, of configurations that have been run, that arrive at a step, whether or not it applies there. */
    Set<State> statesAt(Draft.Step step) {
        return states(atStep.getOrDefault(step, Set.of()));
    }

    Set<Hook> called() {
        return called;
    }

    private static Set<State> states(Set<Config> configs) {
        var states = new LinkedHashSet<State>();
        configs.forEach(config -> states.add(config.state()));
        return states;
    }

    /** What a configuration can have become when the procedure is over. */
    Set<Config> run(Draft.Procedure procedure, Config start) {
        Map<Config, Set<Config>> known = exits.computeIfAbsent(procedure, key -> new HashMap<>());
        Set<Config> exit = known.get(start);
        if (exit == null) {
            exit = runAll(procedure, start);
            known.put(start, exit);
        }
        return exit;
    }

    private Set<Config> runAll(Draft.Procedure procedure, Config start) {
        var exit = new LinkedHashSet<Config>();
        Set<Config> current = Set.of(start);
        for (Draft.Step step : procedure.steps()) {
            current = step(step, current, exit);
        }
        exit.addAll(current);
        return exit;
    }

    /** Runs a step on what arrives at it; adds to {@code exit} what stops, and gives what goes on. */
    private Set<Config> step(Draft.Step step, Set<Config> arriving, Set<Config> exit) {
        var goesOn = new LinkedHashSet<Config>();
        var seen = new LinkedHashSet<Config>();
        var open = new ArrayDeque<>(arriving);
        while (!open.isEmpty()) {
            Config config = open.pop();
            if (!seen.add(config)) {
                continue;
            }
            atStep.computeIfAbsent(step, key -> new LinkedHashSet<>()).add(config);
            boolean applies = step.states().isEmpty() || step.states().get().contains(config.state());
            if (!applies || step.only().isPresent()) {
                goesOn.add(config);
            }
            if (!applies) {
                continue;
            }
            inStep.computeIfAbsent(step, key -> new LinkedHashSet<>()).add(config);
            for (Draft.Row row : step.rows()) {
                if (row.in().isPresent() && !row.in().get().contains(config.state())) {
                    continue;
                }
                Set<Config> after = row(row, config);
                switch (row.then()) {
                    case Then.NEXT -> goesOn.addAll(after);
                    case Then.STOP -> exit.addAll(after);
                    case Then.AGAIN -> open.addAll(after);
                }
            }
        }
        return goesOn;
    }

    private Set<Config> row(Draft.Row row, Config before) {
        Set<Config> current = Set.of(new Config(row.to().orElse(before.state()), before.armed()));
        for (Statement action : row.actions()) {
            current = action(action, current);
        }
        return current;
    }

    private Set<Config> action(Statement action, Set<Config> before) {
        return switch (action) {
            case Statement.Assign assign -> before;
            case Statement.Perform perform -> before;
            case Statement.Start start -> arm(before, start.timer(), true);
            case Statement.Restart restart -> arm(before, restart.timer(), true);
            case Statement.Cancel cancel -> arm(before, cancel.timer(), false);
            case Statement.DeleteTcb delete -> timer.isEmpty() ? before : arm(before, timer.get(), false);
            case Statement.Call call -> call(call.hook(), before);
        };
    }

    private Set<Config> arm(Set<Config> before, Timer which, boolean armed) {
        if (timer.isEmpty() || !timer.get().equals(which)) {
            return before;
        }
        var after = new LinkedHashSet<Config>();
        before.forEach(config -> after.add(new Config(config.state(), armed)));
        return after;
    }

    private Set<Config> call(Hook hook, Set<Config> before) {
        called.add(hook);
        var after = new LinkedHashSet<Config>();
        for (Config config : before) {
            boolean isAnswered = false;
            for (Draft.Procedure procedure : answers.getOrDefault(hook, List.of())) {
                if (procedure.states().contains(config.state())
                        || procedure.states().isEmpty()) {
                    after.addAll(run(procedure, config));
                    isAnswered |= procedure.chosenBy().isEmpty();
                }
            }
            if (!isAnswered) {
                after.add(config); // no procedure may be chosen, and the hook then does nothing
            }
        }
        return after;
    }
}
