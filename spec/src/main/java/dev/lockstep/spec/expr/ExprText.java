package dev.lockstep.spec.expr;

import dev.lockstep.spec.model.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an expression as a table would: with the fewest brackets, definitions by their name. For messages and documents. */
public final class ExprText {

    // How tightly an operator binds; an operand that binds less tightly than its place asks for gets brackets.
    private static final int IF = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARE = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int ATOM = 7;

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;

    private ExprText() {}

    /** The expression on one line. */
    public static String of(Expr expr) {
        return write(expr, IF);
    }

    /** The expression on one line, in brackets if it could not stand beside {@code and} without them. */
    public static String asOperandOfAnd(Expr expr) {
        return write(expr, NOT);
    }

    private static String write(Expr expr, int place) {
        String text = bare(expr);
        return binding(expr) < place ? "(" + text + ")" : text;
    }

    private static String bare(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> number(number);
            case Expr.Truth truth -> Boolean.toString(truth.value());
            case Expr.Enumeral enumeral -> enumeral.value();
            case Expr.EnumeralSet set -> String.join(",", set.values());
            case Expr.Name name -> name.symbol().name();
            case Expr.CurrentState ignored -> "STATE";
            case Expr.StateName name -> name.state().name();
            case Expr.Armed armed -> "armed(" + armed.timer().name() + ")";
            case Expr.Use use ->
                use.arguments().isEmpty()
                        ? use.definition().name()
                        : call(use.definition().name(), use.arguments());
            case Expr.Builtin builtin -> call(builtin.function().name().toLowerCase(Locale.ROOT), builtin.arguments());
            case Expr.Not not -> "not " + write(not.operand(), NOT);
            case Expr.And and -> joined(and.operands(), " and ", NOT);
            case Expr.Or or -> joined(or.operands(), " or ", AND);
            case Expr.Compare compare -> compare(compare);
            case Expr.In in -> write(in.operand(), SUM) + " in {" + joined(in.members(), ", ", IF) + "}";
            case Expr.Arithmetic sum -> arithmetic(sum);
            case Expr.If choice ->
                "if " + write(choice.condition(), OR) + " then " + write(choice.then(), OR) + " else "
                        + write(choice.otherwise(), IF);
            case Expr.Otherwise ignored -> "otherwise";
            case Expr.At at -> at(at);
            case Expr.After after -> call("after", List.of(after.operand()));
            case Expr.Segments segments ->
                segments.amount().name().toLowerCase(Locale.ROOT) + "(" + segments.endpoint() + "." + segments.queue()
                        + ", " + write(segments.satisfy(), IF) + ")";
        };
    }

    /** {@code A.SND.UNA}; but {@code armed(B.persist)}. */
    private static String at(Expr.At at) {
        return at.operand() instanceof Expr.Armed armed
                ? "armed(" + at.endpoint() + "." + armed.timer().name() + ")"
                : at.endpoint() + "." + write(at.operand(), ATOM);
    }

    private static int binding(Expr expr) {
        return switch (expr) {
            case Expr.Number ignored -> ATOM;
            case Expr.Truth ignored -> ATOM;
            case Expr.Enumeral ignored -> ATOM;
            case Expr.EnumeralSet ignored -> ATOM;
            case Expr.Name ignored -> ATOM;
            case Expr.CurrentState ignored -> ATOM;
            case Expr.StateName ignored -> ATOM;
            case Expr.Armed ignored -> ATOM;
            case Expr.Use ignored -> ATOM;
            case Expr.Builtin ignored -> ATOM;
            case Expr.Not ignored -> NOT;
            case Expr.And ignored -> AND;
            case Expr.Or ignored -> OR;
            case Expr.Compare ignored -> COMPARE;
            case Expr.In ignored -> COMPARE;
            case Expr.Arithmetic sum -> isProduct(sum.operator()) ? PRODUCT : SUM;
            case Expr.If ignored -> IF;
            case Expr.Otherwise ignored -> ATOM;
            case Expr.At ignored -> ATOM;
            case Expr.After ignored -> ATOM;
            case Expr.Segments ignored -> ATOM;
        };
    }

    private static String number(Expr.Number number) {
        long value = number.value();
        if (number.type() != Type.Simple.DURATION && number.type() != Type.Simple.INSTANT) {
            return Long.toString(value);
        }
        if (value != 0 && value % MINUTE == 0) {
            return value / MINUTE + "min";
        }
        return value != 0 && value % SECOND == 0 ? value / SECOND + "s" : value + "ms";
    }

    private static String call(String function, List<Expr> arguments) {
        return function + "(" + joined(arguments, ", ", IF) + ")";
    }

    private static String compare(Expr.Compare compare) {
        var text = new StringBuilder(write(compare.operands().getFirst(), SUM));
        for (int i = 0; i < compare.comparisons().size(); i++) {
            text.append(' ').append(compare.comparisons().get(i).sign()).append(' ');
            text.append(write(compare.operands().get(i + 1), SUM));
        }
        return text.toString();
    }

    /** Left-associative: {@code a - (b - c)} keeps its brackets. */
    private static String arithmetic(Expr.Arithmetic sum) {
        int own = binding(sum);
        return write(sum.left(), own) + " " + sum.operator().sign() + " " + write(sum.right(), own + 1);
    }

    private static boolean isProduct(Expr.Operator operator) {
        return switch (operator) {
            case TIMES, DIVIDE -> true;
            case PLUS, MINUS -> false;
        };
    }

    private static String joined(List<Expr> operands, String between, int place) {
        return operands.stream().map(operand -> write(operand, place)).collect(Collectors.joining(between));
    }
}
