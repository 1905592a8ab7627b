package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.State;
import java.util.List;
import java.util.Map;

/** Conditions under which something is done: states, expressions, and what a called method answers. */
final class Guard {

    private Guard() {}

    /**
     * The beginning of an {@code if} statement, or the empty string when nothing has to be asked.
     *
     * @param states empty for all
     */
    static String test(Surface surface, List<State> states, List<Expr> conditions, int indent) {
        return test(surface, states, conditions, List.of(), indent);
    }

    /** The same, with questions in Java that are asked when all else holds. */
    static String test(Surface surface, List<State> states, List<Expr> conditions, List<Doc> last, int indent) {
        return new JavaExpr(surface, Map.of())
                .allOf(states, conditions, last)
                .map(test -> Layout.lines(Doc.of(Doc.text("if ("), test, Doc.text(") {")), indent))
                .orElse("");
    }
}
