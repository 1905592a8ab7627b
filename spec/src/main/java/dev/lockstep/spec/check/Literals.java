package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;

/** Numbers as they are written. */
final class Literals {

    private static final long MOST_SEQ = (1L << 32) - 1;
    private static final long MOST_INT = Integer.MAX_VALUE;

    /** A variable or parameter of type size is below 2^30, so that sums and differences of two fit an int. */
    private static final long MOST_SIZE_KEPT = (1L << 30) - 1;

    /** Milliseconds; 68 years, so that sums, and products with a count, fit a long. */
    private static final long MOST_DURATION = MOST_INT * 1_000;

    private Literals() {}

    /** A bare number: what {@code hint} says, or a count. */
    static Expr number(Syntax.Number number, Type hint, Diagnostics diagnostics) {
        if (hint == Simple.DURATION || hint == Simple.INSTANT) {
            diagnostics.add(
                    number.place(),
                    Code.WRONG_TYPE,
                    "expected " + Words.of(hint) + ", and this is a bare number",
                    "give it a unit: `" + number.digits() + "ms`, `" + number.digits() + "s` or `" + number.digits()
                            + "min`");
            return null;
        }
        Type type = hint == Simple.SEQ || hint == Simple.SIZE ? hint : Simple.COUNT;
        long most = type == Simple.SEQ ? MOST_SEQ : MOST_INT;
        long value = parse(number.digits());
        if (value > most) {
            return tooLarge(number, type, most, diagnostics);
        }
        return new Expr.Number(value, type, number.place());
    }

    /** {@code 200ms}; where an instant starts, one so long after the arbitrary origin. */
    static Expr duration(Syntax.Duration duration, Type hint, Scope scope, Diagnostics diagnostics) {
        long value = parse(duration.digits());
        if (value > MOST_DURATION / duration.unit().milliseconds()) {
            return tooLarge(duration, Simple.DURATION, MOST_DURATION, diagnostics);
        }
        boolean isInstant = hint == Simple.INSTANT && scope.kind() == Scope.Kind.START;
        return new Expr.Number(
                value * duration.unit().milliseconds(), isInstant ? Simple.INSTANT : Simple.DURATION, duration.place());
    }

    /** Is a constant small enough to be kept in a variable or parameter? */
    static boolean fits(Expr constant) {
        return !(constant instanceof Expr.Number number
                && number.type() == Simple.SIZE
                && number.value() > MOST_SIZE_KEPT);
    }

    private static long parse(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static Expr tooLarge(Syntax syntax, Type type, long most, Diagnostics diagnostics) {
        diagnostics.add(
                syntax.place(),
                Code.NUMBER_OUT_OF_RANGE,
                "this is more than " + Words.of(type) + " can hold",
                "at most " + most + (type == Simple.DURATION ? " ms" : ""));
        return null;
    }
}
