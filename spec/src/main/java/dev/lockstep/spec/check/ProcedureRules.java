package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out in which states steps and rows can run, and checks what only all procedures together can break. */
final class ProcedureRules {

    /** Stands for the one state of a protocol that declares none, so that it needs no rules of its own. */
    private static final State ONLY = new State("", true, "", "", null);

    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;

    ProcedureRules(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    /**
     * @param isComplete false if a procedure is missing here because it is broken
     * @param areInvariantsKnown false if an invariant is missing here because it is broken
     */
    List<Procedure> check(
            List<Draft.Procedure> drafts,
            boolean isComplete,
            boolean areInvariantsKnown,
            List<Definition> definitions,
            List<Invariant> invariants) {
        new HandlingRules(vocabulary, diagnostics).check(drafts, isComplete);
        new ChoiceRules(vocabulary, diagnostics).check(drafts);
        if (!new HookRules(drafts, diagnostics).check()) {
            return List.of();
        }
        Flow flow = flow(drafts);
        var stateRules = new StateRules(diagnostics, flow);
        // What is broken would mislead those that look at more than one row.
        if (isComplete && drafts.stream().allMatch(Draft.Procedure::isSound)) {
            drafts.forEach(stateRules::check);
            if (areInvariantsKnown && !diagnostics.hasErrors("L5")) {
                checkReach(drafts, invariants);
            }
        }
        if (!diagnostics.hasErrors()) {
            new UsageRules(vocabulary, diagnostics).check(drafts, definitions, invariants);
        }
        var checked = new ArrayList<Procedure>();
        drafts.forEach(procedure -> checked.add(procedure(procedure, flow)));
        return checked;
    }

    private void checkReach(List<Draft.Procedure> drafts, List<Invariant> invariants) {
        List<State> states = vocabulary.states.isEmpty() ? List.of(ONLY) : List.copyOf(vocabulary.states.values());
        State start = ProtocolChecker.start(states);
        var reach = new Reach(drafts, Optional.empty(), invariants, start);
        for (State state : vocabulary.states.values()) {
            if (!reach.isReached(state)) {
                diagnostics.add(
                        state.place(),
                        Code.STATE_UNREACHABLE,
                        "no row leads from " + start.name() + " to " + state.name(),
                        "let a row go `to: " + state.name() + "`, or take the state away");
            }
        }
        var timerRules = new TimerRules(states, drafts, invariants, diagnostics);
        vocabulary.timers.values().forEach(timer -> timerRules.check(timer, start));
    }

    private Flow flow(List<Draft.Procedure> drafts) {
        var flow = new Flow(drafts, Optional.empty());
        // A hook's procedures run where they are called; only those of a hook that nobody calls have to be started.
        for (Draft.Procedure procedure : drafts) {
            if (!(procedure.trigger() instanceof Trigger.OnHook)) {
                run(procedure, flow);
            }
        }
        for (Draft.Procedure procedure : drafts) {
            if (procedure.trigger() instanceof Trigger.OnHook on
                    && !flow.called().contains(on.hook())) {
                run(procedure, flow);
            }
        }
        return flow;
    }

    private void run(Draft.Procedure procedure, Flow flow) {
        List<State> starts = vocabulary.states.isEmpty() ? List.of(ONLY) : procedure.states();
        starts.forEach(state -> flow.run(procedure, new Flow.Config(state, false)));
    }

    private Procedure procedure(Draft.Procedure draft, Flow flow) {
        var steps = new ArrayList<Step>();
        draft.steps().forEach(step -> steps.add(step(step, flow)));
        return new Procedure(
                draft.name(),
                draft.trigger(),
                draft.states(),
                draft.chosenBy(),
                steps,
                draft.raw().rfc(),
                draft.raw().note(),
                draft.raw().place());
    }

    private Step step(Draft.Step draft, Flow flow) {
        Set<State> states = flow.statesIn(draft);
        var rows = new ArrayList<Row>();
        draft.rows().forEach(row -> rows.add(row(row, states)));
        return new Step(
                draft.raw().name().text(),
                inOrder(states),
                draft.only(),
                draft.measure(),
                rows,
                draft.raw().rfc(),
                draft.raw().note(),
                draft.raw().place());
    }

    private Row row(Draft.Row draft, Set<State> states) {
        var mine = new java.util.LinkedHashSet<>(states);
        draft.in().ifPresent(mine::retainAll);
        return new Row(
                draft.raw().id().text(),
                inOrder(mine),
                draft.when(),
                draft.actions(),
                draft.to(),
                draft.then(),
                draft.raw().rfc(),
                draft.raw().note(),
                draft.raw().unreachable(),
                draft.raw().place(),
                draft.raw().whenPlace());
    }

    private List<State> inOrder(Set<State> states) {
        var sorted = new ArrayList<>(vocabulary.states.values());
        sorted.retainAll(states);
        return sorted;
    }
}
