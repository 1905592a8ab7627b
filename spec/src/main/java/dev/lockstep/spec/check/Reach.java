package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be between events, from the start on: which states, and in which of them a timer may be armed. */
final class Reach {

    private final List<Draft.Procedure> procedures;
    private final Flow flow;
    private final Optional<Timer> timer;
    private final List<Invariant> invariants;

    /** Each configuration found, with the one it came from and the procedure that led there. */
    private final Map<Flow.Config, Origin> found = new LinkedHashMap<>();

    private record Origin(Flow.Config from, Draft.Procedure by) {}

    /** @param timer to follow, if any */
    Reach(List<Draft.Procedure> procedures, Optional<Timer> timer, List<Invariant> invariants, State start) {
        this.procedures = procedures;
        this.timer = timer;
        this.invariants = invariants;
        this.flow = new Flow(procedures, timer);
        search(new Flow.Config(start, false));
    }

    private void search(Flow.Config start) {
        var open = new ArrayDeque<Flow.Config>();
        found.put(start, new Origin(start, null));
        open.add(start);
        while (!open.isEmpty()) {
            Flow.Config config = open.poll();
            for (Draft.Procedure procedure : procedures) {
                if (!mayRun(procedure, config)) {
                    continue;
                }
                for (Flow.Config exit : flow.run(procedure, atStart(procedure, config))) {
                    if (!isExcluded(exit) && found.putIfAbsent(exit, new Origin(config, procedure)) == null) {
                        open.add(exit);
                    }
                }
            }
        }
    }

    private boolean mayRun(Draft.Procedure procedure, Flow.Config config) {
        boolean applies = procedure.states().isEmpty() || procedure.states().contains(config.state());
        return applies
                && switch (procedure.trigger()) {
                    case Trigger.OnEvent on -> true;
                    case Trigger.OnTimer on -> !isFollowed(on.timer()) || config.armed();
                    case Trigger.OnHook on -> false;
                };
    }

    /** A timer that expires is disarmed before its procedure runs. */
    private Flow.Config atStart(Draft.Procedure procedure, Flow.Config config) {
        return procedure.trigger() instanceof Trigger.OnTimer on && isFollowed(on.timer())
                ? new Flow.Config(config.state(), false)
                : config;
    }

    private boolean isFollowed(Timer which) {
        return timer.isPresent() && timer.get().equals(which);
    }

    /** Does an invariant, which TLC checks, say that the timer is not armed in this state? */
    private boolean isExcluded(Flow.Config config) {
        if (!config.armed()) {
            return false;
        }
        for (Invariant invariant : invariants) {
            if (invariant.states().contains(config.state()) && saysNotArmed(invariant.is())) {
                return true;
            }
        }
        return false;
    }

    private boolean saysNotArmed(Expr condition) {
        if (condition instanceof Expr.And and) {
            return and.operands().stream().anyMatch(this::saysNotArmed);
        }
        return condition instanceof Expr.Not not
                && not.operand() instanceof Expr.Armed armed
                && isFollowed(armed.timer());
    }

    boolean isReached(State state) {
        return found.containsKey(new Flow.Config(state, false)) || found.containsKey(new Flow.Config(state, true));
    }

    boolean mayBeArmed(State state) {
        return found.containsKey(new Flow.Config(state, true));
    }

    /** A way to a configuration that was found: {@code CLOSED -open-> SYN-SENT -segment-arrives-syn-sent-> ESTABLISHED}. */
    String way(Flow.Config to) {
        var parts = new ArrayList<String>();
        Flow.Config config = to;
        while (found.get(config).by() != null) {
            Origin origin = found.get(config);
            parts.add(" -" + origin.by().name() + "-> " + config.state().name());
            config = origin.from();
        }
        parts.add(config.state().name());
        return String.join("", parts.reversed());
    }
}
