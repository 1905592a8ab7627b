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

    /** @param states where it applies, in the vocabulary's order */
    record Procedure(
            Raw.Procedure raw, Trigger trigger, List<State> states, Optional<Expr> chosenBy, List<Step> steps) {

        String name() {
            return raw.name().text();
        }

        /** Are the states known where it applies? If not, that has been reported. */
        boolean areStatesKnown() {
            return raw.states().map(names -> names.size() == states.size()).orElse(true);
        }

        /** Is it known in which states it is, where it goes and what it does? If not, that has been reported. */
        boolean isSound() {
            return raw.isWhole() && areStatesKnown() && steps.stream().allMatch(Step::isSound);
        }
    }

    /** @param states those that the author named */
    record Step(
            Raw.Step raw, Optional<List<State>> states, Optional<Expr> only, Optional<Expr> measure, List<Row> rows) {

        /** As for a procedure. */
        boolean isSound() {
            return raw.isWhole() && rows.stream().allMatch(Row::isSound);
        }
    }

    /** @param in the states that the author named */
    record Row(
            Raw.Row raw, Optional<List<State>> in, Expr when, List<Statement> actions, Optional<State> to, Then then) {

        /** Is it known where it goes and what it does? If not, that has been reported. */
        boolean isSound() {
            return raw.isWhole()
                    && to.isPresent() == raw.to().isPresent()
                    && actions.size() == raw.actions().size();
        }
    }
}
