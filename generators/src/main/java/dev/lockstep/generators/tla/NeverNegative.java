package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Type;

/** Tells of some numbers that they are never negative, so that TLA+'s own division does. Arguments may be anything. */
final class NeverNegative {

    private NeverNegative() {}

    static boolean of(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> number.value() >= 0;
            case Expr.Name name ->
                !(name.symbol() instanceof Argument)
                        && (name.type() == Type.Simple.SIZE || name.type() == Type.Simple.COUNT);
            case Expr.Arithmetic sum -> ofArithmetic(sum);
            case Expr.Builtin builtin -> ofBuiltin(builtin);
            case Expr.If choice -> of(choice.then()) && of(choice.otherwise());
            case Expr.Use ignored -> false;
            case Expr.Truth ignored -> false;
            case Expr.Enumeral ignored -> false;
            case Expr.EnumeralSet ignored -> false;
            case Expr.CurrentState ignored -> false;
            case Expr.StateName ignored -> false;
            case Expr.Armed ignored -> false;
            case Expr.Not ignored -> false;
            case Expr.And ignored -> false;
            case Expr.Or ignored -> false;
            case Expr.Compare ignored -> false;
            case Expr.In ignored -> false;
            case Expr.Otherwise ignored -> false;
            case Expr.At at -> of(at.operand());
            case Expr.After after -> of(after.operand());
            case Expr.Segments ignored -> false;
        };
    }

    private static boolean ofArithmetic(Expr.Arithmetic sum) {
        return switch (sum.operator()) {
            case PLUS, TIMES, DIVIDE -> sum.left().type() != Type.Simple.SEQ && of(sum.left()) && of(sum.right());
            case MINUS -> false;
        };
    }

    private static boolean ofBuiltin(Expr.Builtin builtin) {
        return switch (builtin.function()) {
            case MIN -> builtin.arguments().stream().allMatch(NeverNegative::of);
            case MAX -> builtin.arguments().stream().anyMatch(NeverNegative::of);
            case ABS -> true;
            case WITH, FROM, NONE, HOLDS, END_OF, FITS, IS_EMPTY -> false;
        };
    }
}
