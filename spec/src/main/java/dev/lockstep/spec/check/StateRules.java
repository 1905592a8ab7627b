package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.yaml.Scalar;
import java.util.List;
import java.util.Set;

/** What steps and rows say of states is what can be so. */
final class StateRules {

    private final Diagnostics diagnostics;
    private final Flow flow;

    StateRules(Diagnostics diagnostics, Flow flow) {
        this.diagnostics = diagnostics;
        this.flow = flow;
    }

    void check(Draft.Procedure procedure) {
        for (Draft.Step step : procedure.steps()) {
            boolean isNamedWrong = false;
            if (step.raw().states().isPresent()) {
                isNamedWrong = checkNamed(
                        step.raw().states().get(),
                        step.states().orElse(List.of()),
                        flow.statesAt(step),
                        "the step " + step.raw().name().text());
            }
            Set<State> states = flow.statesIn(step);
            if (states.isEmpty() && !isNamedWrong) {
                reportUnreachable(procedure, step);
            }
            if (!states.isEmpty()) {
                step.rows().forEach(row -> check(row, states));
            }
        }
    }

    private void reportUnreachable(Draft.Procedure procedure, Draft.Step step) {
        boolean isFirst = procedure.steps().indexOf(step) == 0;
        diagnostics.add(
                step.raw().name().place(),
                Code.STEP_UNREACHABLE,
                "the step " + step.raw().name().text() + " can never run",
                isFirst
                        ? "no event brings the procedure into one of its states: check `states:`"
                        : "let a row of an earlier step say `then: next`, or check `to:` and `states:`");
    }

    private void check(Draft.Row row, Set<State> states) {
        String id = row.raw().id().text();
        if (row.raw().in().isPresent()) {
            checkNamed(row.raw().in().get(), row.in().orElse(List.of()), states, "the row " + id);
        }
        if (row.to().isPresent() || !row.isSound()) {
            return;
        }
        for (State state : states) {
            boolean applies = row.in().isEmpty() || row.in().get().contains(state);
            if (applies && !state.hasControlBlock()) {
                checkChangesNothing(row, state);
            }
        }
    }

    /** True if a name was wrong. */
    private boolean checkNamed(List<Scalar> names, List<State> named, Set<State> possible, String what) {
        boolean isWrong = false;
        for (Scalar name : names) {
            for (State state : named) {
                if (state.name().equals(name.text()) && !possible.contains(state)) {
                    isWrong = true;
                    diagnostics.add(
                            name.place(),
                            Code.STATE_NOT_HERE,
                            what + " names " + state.name() + ", which cannot occur here",
                            possible.isEmpty()
                                    ? "nothing gets here at all: see the steps before it"
                                    : "here can occur: " + HandlingRules.names(List.copyOf(possible)));
                }
            }
        }
        return isWrong;
    }

    private void checkChangesNothing(Draft.Row row, State state) {
        for (Statement action : row.actions()) {
            switch (action) {
                case Statement.Assign assign -> reportNoBlock(assign, row, state);
                case Statement.Start start -> reportNoBlock(start, row, state);
                case Statement.Restart restart -> reportNoBlock(restart, row, state);
                case Statement.Perform perform -> {}
                case Statement.Cancel cancel -> {}
                case Statement.Call call -> {}
                case Statement.DeleteTcb delete -> {}
            }
        }
    }

    private void reportNoBlock(Statement action, Draft.Row row, State state) {
        diagnostics.add(
                action.place(),
                Code.NO_CONTROL_BLOCK,
                "the row " + row.raw().id().text() + " changes the control block, and " + state.name() + " has none",
                "let the row go `to:` a state that has one, or take " + state.name() + " out of its `in:`");
    }
}
