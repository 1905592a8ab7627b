package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Input;
import java.util.function.Consumer;

/** Visits all of an expression. */
final class Walk {

    private Walk() {}

    /** Calls {@code visitor} for the expression and all its parts, the whole before its parts. */
    static void visit(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        for (Expr part : Reads.children(expr)) {
            visit(part, visitor);
        }
    }

    /** Does it read an input, itself or by a definition? */
    static boolean readsInput(Expr expr) {
        if (expr instanceof Expr.Name name && name.symbol() instanceof Input) {
            return true;
        }
        if (expr instanceof Expr.Use use && readsInput(use.definition().is())) {
            return true;
        }
        for (Expr part : Reads.children(expr)) {
            if (readsInput(part)) {
                return true;
            }
        }
        return false;
    }
}
