package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The meaning of expressions as spec/README.md gives it, in the words of Java: what the encoding for Z3 is compared with. A flag is
 * a Boolean, a number an Integer or a Long as its type says, a value of an enumeration its index, a state itself.
 *
 * @param values by name of variable, field or argument
 */
record Interpreter(Map<String, Object> values, State state) {

    /** @throws ArithmeticException on a division by zero */
    Object value(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> fitting(number.value(), number.type());
            case Expr.Truth truth -> truth.value();
            case Expr.Enumeral enumeral -> enumeral.type().values().indexOf(enumeral.value());
            case Expr.Name name -> values.get(name.symbol().name());
            case Expr.CurrentState ignored -> state;
            case Expr.StateName name -> name.state();
            case Expr.Use use ->
                new Interpreter(inside(use), state).value(use.definition().is());
            case Expr.Builtin builtin -> builtin(builtin);
            case Expr.Not not -> !truth(not.operand());
            case Expr.And and -> and.operands().stream().allMatch(this::truth);
            case Expr.Or or -> or.operands().stream().anyMatch(this::truth);
            case Expr.Compare compare -> compare(compare);
            case Expr.In in -> {
                Object operand = value(in.operand());
                yield in.members().stream().anyMatch(member -> value(member).equals(operand));
            }
            case Expr.Arithmetic sum -> arithmetic(sum);
            case Expr.If choice -> value(truth(choice.condition()) ? choice.then() : choice.otherwise());
            case Expr.EnumeralSet set -> throw new IllegalArgumentException(set.toString());
            case Expr.Armed armed -> throw new IllegalArgumentException(armed.toString());
            case Expr.Otherwise otherwise -> throw new IllegalArgumentException(otherwise.toString());
            case Expr.At at -> throw new IllegalArgumentException(at.toString());
            case Expr.After after -> throw new IllegalArgumentException(after.toString());
            case Expr.Segments segments -> throw new IllegalArgumentException(segments.toString());
        };
    }

    boolean truth(Expr expr) {
        return (boolean) value(expr);
    }

    private long number(Expr expr) {
        return ((Number) value(expr)).longValue();
    }

    private Map<String, Object> inside(Expr.Use use) {
        var inside = new HashMap<>(values);
        for (int i = 0; i < use.arguments().size(); i++) {
            Symbol argument = use.definition().arguments().get(i);
            inside.put(argument.name(), value(use.arguments().get(i)));
        }
        return inside;
    }

    private Object builtin(Expr.Builtin builtin) {
        List<Expr> arguments = builtin.arguments();
        return switch (builtin.function()) {
            case MIN -> less(arguments.get(0), arguments.get(1)) ? value(arguments.get(0)) : value(arguments.get(1));
            case MAX -> less(arguments.get(0), arguments.get(1)) ? value(arguments.get(1)) : value(arguments.get(0));
            case ABS ->
                is64(builtin.type())
                        ? (Object) Math.abs(number(arguments.get(0)))
                        : (Object) Math.abs((int) number(arguments.get(0)));
            case WITH, FROM, NONE, HOLDS, END_OF, FITS, IS_EMPTY ->
                throw new IllegalArgumentException(builtin.toString());
        };
    }

    private boolean compare(Expr.Compare compare) {
        for (int i = 0; i < compare.comparisons().size(); i++) {
            Expr left = compare.operands().get(i);
            Expr right = compare.operands().get(i + 1);
            boolean holds = switch (compare.comparisons().get(i)) {
                case EQ -> value(left).equals(value(right));
                case NE -> !value(left).equals(value(right));
                case LT -> less(left, right);
                case GT -> less(right, left);
                case LE -> !less(right, left);
                case GE -> !less(left, right);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean less(Expr left, Expr right) {
        return left.type() == Simple.SEQ ? (int) number(left) - (int) number(right) < 0 : number(left) < number(right);
    }

    private Object arithmetic(Expr.Arithmetic sum) {
        if (sum.operator() == Expr.Operator.DIVIDE
                && !is64(sum.type())
                && sum.left() instanceof Expr.Arithmetic product
                && product.operator() == Expr.Operator.TIMES) {
            return (int) (number(product.left()) * number(product.right()) / number(sum.right()));
        }
        long left = number(sum.left());
        long right = number(sum.right());
        if (is64(sum.type())) {
            return switch (sum.operator()) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case DIVIDE -> left / right;
            };
        }
        int a = (int) left;
        int b = (int) right;
        return switch (sum.operator()) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDE -> a / b;
        };
    }

    private static boolean is64(Type type) {
        return type == Simple.DURATION || type == Simple.INSTANT;
    }

    private static Object fitting(long value, Type type) {
        return is64(type) ? (Object) value : (Object) (int) value;
    }
}
