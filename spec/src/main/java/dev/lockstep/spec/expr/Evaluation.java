package dev.lockstep.spec.expr;

import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of an expression that reads only what has been given a value, and neither state nor timers nor ranges.
 *
 * <p>Numbers are {@code Long}, flags {@code Boolean}, values of enumerations their names.
 */
public final class Evaluation {

    private final Map<Symbol, Object> values;

    private Evaluation(Map<Symbol, Object> values) {
        this.values = values;
    }

    /** @param constants literals and values of enumerations */
    public static Evaluation of(Map<? extends Symbol, Expr> constants) {
        var literals = new Evaluation(Map.of());
        var values = new HashMap<Symbol, Object>();
        constants.forEach((symbol, constant) -> values.put(symbol, literals.value(constant)));
        return new Evaluation(values);
    }

    /** Does the condition hold? One that divides by zero does not. */
    public boolean holds(Expr condition) {
        try {
            return truth(condition);
        } catch (ArithmeticException byZero) {
            return false;
        }
    }

    private boolean truth(Expr condition) {
        return (Boolean) value(condition);
    }

    private long number(Expr expr) {
        return (Long) value(expr);
    }

    private Object value(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> number.value();
            case Expr.Truth truth -> truth.value();
            case Expr.Enumeral enumeral -> enumeral.value();
            case Expr.Name name -> known(name);
            case Expr.Use use -> inside(use).value(use.definition().is());
            case Expr.Builtin builtin -> builtin(builtin);
            case Expr.Not not -> !truth(not.operand());
            case Expr.And and -> and.operands().stream().allMatch(this::truth);
            case Expr.Or or -> or.operands().stream().anyMatch(this::truth);
            case Expr.Compare compare -> compare(compare);
            case Expr.In in ->
                in.members().stream().anyMatch(member -> value(member).equals(value(in.operand())));
            case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expr.If choice -> value(truth(choice.condition()) ? choice.then() : choice.otherwise());
            case Expr.EnumeralSet other -> throw unknown(other);
            case Expr.CurrentState other -> throw unknown(other);
            case Expr.StateName other -> throw unknown(other);
            case Expr.Armed other -> throw unknown(other);
            case Expr.Otherwise other -> throw unknown(other);
            case Expr.At other -> throw unknown(other);
            case Expr.After other -> throw unknown(other);
            case Expr.Segments other -> throw unknown(other);
        };
    }

    private Object known(Expr.Name name) {
        Object value = values.get(name.symbol());
        if (value == null) {
            throw unknown(name);
        }
        return value;
    }

    /** The body of a definition sees its arguments besides. */
    private Evaluation inside(Expr.Use use) {
        var seen = new HashMap<>(values);
        for (int i = 0; i < use.arguments().size(); i++) {
            seen.put(use.definition().arguments().get(i), value(use.arguments().get(i)));
        }
        return new Evaluation(seen);
    }

    private Object builtin(Expr.Builtin builtin) {
        List<Expr> operands = builtin.arguments();
        return switch (builtin.function()) {
            case MIN -> isBefore(operands.get(0), operands.get(1)) ? value(operands.get(0)) : value(operands.get(1));
            case MAX -> isBefore(operands.get(0), operands.get(1)) ? value(operands.get(1)) : value(operands.get(0));
            case ABS -> Math.abs(number(operands.getFirst()));
            case WITH, FROM, NONE, HOLDS, END_OF, FITS, IS_EMPTY -> throw unknown(builtin);
        };
    }

    private boolean isBefore(Expr left, Expr right) {
        return compare(Expr.Comparison.LT, left, right);
    }

    private boolean compare(Expr.Compare compare) {
        List<Expr> operands = compare.operands();
        for (int i = 0; i < compare.comparisons().size(); i++) {
            if (!compare(compare.comparisons().get(i), operands.get(i), operands.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private boolean compare(Expr.Comparison comparison, Expr left, Expr right) {
        return switch (comparison) {
            case EQ -> value(left).equals(value(right));
            case NE -> !value(left).equals(value(right));
            case LT -> difference(left, right) < 0;
            case LE -> difference(right, left) >= 0;
            case GT -> difference(right, left) < 0;
            case GE -> difference(left, right) >= 0;
        };
    }

    /** Sequence numbers differ modulo 2^32. */
    private long difference(Expr left, Expr right) {
        long difference = number(left) - number(right);
        return left.type() == Type.Simple.SEQ ? (int) difference : difference;
    }

    private long arithmetic(Expr.Arithmetic sum) {
        long left = number(sum.left());
        long right = number(sum.right());
        long result = switch (sum.operator()) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
        };
        return sum.type() == Type.Simple.SEQ ? result & 0xffff_ffffL : result;
    }

    private static IllegalArgumentException unknown(Expr expr) {
        return new IllegalArgumentException("no value is known of " + ExprText.of(expr) + " at " + expr.place());
    }
}
