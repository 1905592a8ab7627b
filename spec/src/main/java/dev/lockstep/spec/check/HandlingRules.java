package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For every event and state there is exactly one procedure; for every timer and state at most one. */
final class HandlingRules {

    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;

    HandlingRules(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    /** @param isComplete false if a procedure is missing here because it is broken, so that none is missed for that */
    void check(List<Draft.Procedure> procedures, boolean isComplete) {
        Map<Trigger, List<Draft.Procedure>> byTrigger = new HashMap<>();
        for (Draft.Procedure procedure : procedures) {
            if (!(procedure.trigger() instanceof Trigger.OnHook)) {
                byTrigger
                        .computeIfAbsent(procedure.trigger(), trigger -> new ArrayList<>())
                        .add(procedure);
            }
        }
        byTrigger.values().forEach(this::checkOnce);
        for (Event event : vocabulary.events.values()) {
            if (isComplete) {
                checkHandled(event, byTrigger.getOrDefault(new Trigger.OnEvent(event), List.of()));
            }
        }
    }

    private void checkOnce(List<Draft.Procedure> procedures) {
        for (int i = 0; i < procedures.size(); i++) {
            for (int j = 0; j < i; j++) {
                checkApart(procedures.get(j), procedures.get(i));
            }
        }
    }

    private void checkApart(Draft.Procedure first, Draft.Procedure second) {
        var common = new ArrayList<>(first.states());
        common.retainAll(second.states());
        if (common.isEmpty() && !vocabulary.states.isEmpty()) {
            return;
        }
        diagnostics.add(
                second.raw().name().place(),
                Code.EVENT_HANDLED_TWICE,
                "the procedures " + first.name() + " and " + second.name() + " both handle " + words(second.trigger())
                        + in(common),
                List.of(first.raw().name().place()),
                vocabulary.states.isEmpty() ? "make one of them" : "give each its own `states:`");
    }

    private void checkHandled(Event event, List<Draft.Procedure> procedures) {
        var missing = new ArrayList<>(vocabulary.states.values());
        var places = new ArrayList<Place>();
        for (Draft.Procedure procedure : procedures) {
            missing.removeAll(procedure.states());
            places.add(procedure.raw().name().place());
        }
        boolean isHandled = vocabulary.states.isEmpty() ? !procedures.isEmpty() : missing.isEmpty();
        if (!isHandled) {
            diagnostics.add(
                    event.place(),
                    Code.EVENT_UNHANDLED,
                    "no procedure handles " + event.name() + in(missing),
                    places,
                    "add a procedure with `on: " + event.name() + "`"
                            + (missing.isEmpty() ? "" : " and `states: [" + names(missing) + "]`"));
        }
    }

    private static String in(List<State> states) {
        return states.isEmpty() ? "" : " in " + names(states);
    }

    static String names(List<State> states) {
        return states.stream().map(State::name).collect(Collectors.joining(", "));
    }

    private static String words(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent on -> on.event().name();
            case Trigger.OnTimer on -> "the timer " + on.timer().name();
            case Trigger.OnHook on -> "the hook " + on.hook().name();
        };
    }
}
