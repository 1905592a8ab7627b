package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.load.Raw;
import dev.lockstep.spec.model.Row.Then;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Trigger;
import java.util.List;
import java.util.Optional;

/** Procedures whose names are resolved, but of which nobody knows yet in which states their steps run. */
final class Draft {

    private Draft() {}

    /**
     * @param states where it applies, in the vocabulary's order
     * @param namesStates whether the author named them
     */
    record Procedure(
            Raw.Procedure raw,
            Trigger trigger,
            List<State> states,
            boolean namesStates,
            Optional<Expr> chosenBy,
            List<Step> steps) {

        String name() {
            return raw.name().text();
        }

        /** Is it known which states it is in and goes to? If not, that has been reported. */
        boolean isSound() {
            boolean areStatesKnown =
                    raw.states().map(names -> names.size() == states.size()).orElse(true);
            return areStatesKnown
                    && steps.stream()
                            .allMatch(step ->
                                    step.rows().size() == step.raw().rows().size()
                                            && step.rows().stream()
                                                    .noneMatch(row -> row.isTargetBroken()
                                                            || row.raw().then().isEmpty()
                                                            || row.actions().size()
                                                                    != row.raw()
                                                                            .actions()
                                                                            .size()));
        }
    }

    /** @param states those that the author named */
    record Step(
            Raw.Step raw, Optional<List<State>> states, Optional<Expr> only, Optional<Expr> measure, List<Row> rows) {}

    /** @param in the states that the author named */
    record Row(
            Raw.Row raw, Optional<List<State>> in, Expr when, List<Statement> actions, Optional<State> to, Then then) {

        /** Does the author say where it goes, but so that nobody knows? Then that has been reported. */
        boolean isTargetBroken() {
            return raw.hasTo() && to.isEmpty();
        }
    }
}
