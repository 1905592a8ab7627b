package dev.lockstep.properties.table;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The meaning of expressions as spec/README.md gives it, read off the tables: what the generated Java is compared with. Numbers
 * are {@code Long}, sequence numbers among them from 0 to 2^32 - 1; enumerals and states are their names; ranges are sets
 * of sequence numbers; a set of enumerals is a set of names.
 *
 * @param values by name of variable, field, parameter, input or argument
 */
record TableValues(Map<String, Object> values, State state, Set<String> armed) {

    private static final long CIRCLE = 1L << 32;
    private static final int MOST_RANGES = 32;

    Object value(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> number.value();
            case Expr.Truth truth -> truth.value();
            case Expr.Enumeral enumeral -> enumeral.value();
            case Expr.EnumeralSet set -> new TreeSet<>(set.values());
            case Expr.Name name -> values.get(name.symbol().name());
            case Expr.CurrentState ignored -> state.name();
            case Expr.StateName name -> name.state().name();
            case Expr.Armed timer -> armed.contains(timer.timer().name());
            case Expr.Use use ->
                new TableValues(inside(use), state, armed)
                        .value(use.definition().is());
            case Expr.Builtin builtin -> builtin(builtin);
            case Expr.Not not -> !truth(not.operand());
            case Expr.And and -> and.operands().stream().allMatch(this::truth);
            case Expr.Or or -> or.operands().stream().anyMatch(this::truth);
            case Expr.Compare compare -> compare(compare);
            case Expr.In in ->
                in.members().stream().anyMatch(member -> value(member).equals(value(in.operand())));
            case Expr.Arithmetic sum -> arithmetic(sum);
            case Expr.If choice -> value(truth(choice.condition()) ? choice.then() : choice.otherwise());
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
        return (long) value(expr);
    }

    private Map<String, Object> inside(Expr.Use use) {
        var inside = new HashMap<>(values);
        for (int i = 0; i < use.arguments().size(); i++) {
            Symbol argument = use.definition().arguments().get(i);
            inside.put(argument.name(), value(use.arguments().get(i)));
        }
        return inside;
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
        return left.type() == Type.Simple.SEQ ? seqLess(number(left), number(right)) : number(left) < number(right);
    }

    /** On the circle: the way on from b to a is at least half of it. */
    static boolean seqLess(long a, long b) {
        return Math.floorMod(a - b, CIRCLE) >= CIRCLE / 2;
    }

    private long arithmetic(Expr.Arithmetic sum) {
        long left = number(sum.left());
        long right = number(sum.right());
        long exact = switch (sum.operator()) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
        };
        boolean circular = sum.left().type() == Type.Simple.SEQ;
        if (!circular) {
            return exact;
        }
        // The difference of two sequence numbers is signed; a sequence number moved by a size is one.
        return sum.right().type() == Type.Simple.SEQ ? (int) exact : Math.floorMod(exact, CIRCLE);
    }

    private Object builtin(Expr.Builtin builtin) {
        List<Expr> of = builtin.arguments();
        return switch (builtin.function()) {
            case MIN -> number(less(of.get(0), of.get(1)) ? of.get(0) : of.get(1));
            case MAX -> number(less(of.get(0), of.get(1)) ? of.get(1) : of.get(0));
            case ABS -> Math.abs(number(of.getFirst()));
            case NONE -> new TreeSet<Long>();
            case WITH -> with(of);
            case FROM -> from(of);
            case HOLDS -> ranges(of).contains(number(of.get(1)));
            case END_OF -> endOf(ranges(of), number(of.get(1)));
            case FITS -> intervals(with(of)) <= MOST_RANGES;
            case IS_EMPTY -> ranges(of).isEmpty();
        };
    }

    @SuppressWarnings("unchecked")
    private Set<Long> ranges(List<Expr> arguments) {
        return (Set<Long>) value(arguments.getFirst());
    }

    private Set<Long> with(List<Expr> arguments) {
        Set<Long> grown = new TreeSet<>(ranges(arguments));
        long to = number(arguments.get(2));
        for (long at = number(arguments.get(1)); seqLess(at, to); at = (at + 1) % CIRCLE) {
            grown.add(at);
        }
        return grown;
    }

    private Set<Long> from(List<Expr> arguments) {
        long from = number(arguments.get(1));
        Set<Long> left = new TreeSet<>(ranges(arguments));
        left.removeIf(at -> seqLess(at, from));
        return left;
    }

    private static long endOf(Set<Long> ranges, long at) {
        long end = at;
        while (ranges.contains(end)) {
            end = (end + 1) % CIRCLE;
        }
        return end;
    }

    private static long intervals(Set<Long> ranges) {
        return ranges.stream().filter(at -> !ranges.contains((at + 1) % CIRCLE)).count();
    }
}
