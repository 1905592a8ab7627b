package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Visits all of an expression. */
final class Walk {

    private Walk() {}

    /** The direct parts of an expression; what a definition stands for is no part of its use. */
    static List<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> List.of();
            case Expr.Truth truth -> List.of();
            case Expr.Enumeral enumeral -> List.of();
            case Expr.EnumeralSet set -> List.of();
            case Expr.Name name -> List.of();
            case Expr.CurrentState state -> List.of();
            case Expr.StateName state -> List.of();
            case Expr.Armed armed -> List.of();
            case Expr.Otherwise otherwise -> List.of();
            case Expr.Use use -> use.arguments();
            case Expr.Builtin builtin -> builtin.arguments();
            case Expr.Not not -> List.of(not.operand());
            case Expr.And and -> and.operands();
            case Expr.Or or -> or.operands();
            case Expr.Compare compare -> compare.operands();
            case Expr.In in -> {
                var parts = new ArrayList<>(in.members());
                parts.addFirst(in.operand());
                yield parts;
            }
            case Expr.Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Expr.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expr.At at -> List.of(at.operand());
        };
    }

    /** Calls {@code visitor} for the expression and all its parts, the whole before its parts. */
    static void visit(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        for (Expr part : parts(expr)) {
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
        for (Expr part : parts(expr)) {
            if (readsInput(part)) {
                return true;
            }
        }
        return false;
    }
}
