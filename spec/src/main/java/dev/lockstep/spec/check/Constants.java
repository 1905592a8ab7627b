package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Parameter;

/** What may stand as a start value or as the value of a parameter. */
final class Constants {

    private Constants() {}

    /** Is it a literal, a value of an enumeration, {@code none()} or a parameter? */
    static boolean isConstant(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> true;
            case Expr.Truth truth -> true;
            case Expr.Enumeral enumeral -> true;
            case Expr.Name name -> name.symbol() instanceof Parameter;
            case Expr.Builtin builtin -> builtin.function() == Expr.Function.NONE;
            case Expr.EnumeralSet set -> false;
            case Expr.CurrentState state -> false;
            case Expr.StateName state -> false;
            case Expr.Armed armed -> false;
            case Expr.Use use -> false;
            case Expr.Not not -> false;
            case Expr.And and -> false;
            case Expr.Or or -> false;
            case Expr.Compare compare -> false;
            case Expr.In in -> false;
            case Expr.Arithmetic arithmetic -> false;
            case Expr.If choice -> false;
            case Expr.Otherwise otherwise -> false;
            case Expr.At at -> false;
            case Expr.After after -> false;
            case Expr.Segments segments -> false;
        };
    }
}
