package dev.lockstep.spec.mutation;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be changed in an expression: each sign of a comparison, each number, each {@code not}, each condition that is a mere
 * name, each sum. Durations stay: time is no part of a model.
 *
 * <p>Places in the syntax are offsets here: see {@link Texts}.
 */
final class Expressions {

    private final List<Splice> splices = new ArrayList<>();

    private Expressions() {}

    static List<Splice> of(Syntax syntax) {
        var expressions = new Expressions();
        expressions.walk(syntax);
        return List.copyOf(expressions.splices);
    }

    private void walk(Syntax syntax) {
        switch (syntax) {
            case Syntax.Number number -> number(number);
            case Syntax.Truth truth -> replace(Kind.CONSTANT, truth, "" + truth.value(), "" + !truth.value());
            case Syntax.Apply apply -> apply.arguments().forEach(this::walk);
            case Syntax.Names names -> bits(names);
            case Syntax.Not not -> {
                replace(Kind.NEGATE, not, "not", "");
                walk(not.operand());
            }
            case Syntax.And and -> and.operands().forEach(this::condition);
            case Syntax.Or or -> or.operands().forEach(this::condition);
            case Syntax.Compare compare -> compare(compare);
            case Syntax.In in -> walk(in.operand());
            case Syntax.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Syntax.If choice -> {
                condition(choice.condition());
                walk(choice.then());
                walk(choice.otherwise());
            }
            case Syntax.Duration ignored -> {}
            case Syntax.Name ignored -> {}
            case Syntax.Otherwise ignored -> {}
            // Of models, not of tables.
            case Syntax.Always ignored -> {}
            case Syntax.Eventually ignored -> {}
            case Syntax.LeadsTo ignored -> {}
            case Syntax.Implies ignored -> {}
        }
    }

    /** Where a truth is asked for. */
    private void condition(Syntax syntax) {
        String name = switch (syntax) {
            case Syntax.Name plain -> plain.name();
            case Syntax.Apply apply -> apply.name();
            default -> "";
        };
        if (!name.isEmpty()) {
            replace(Kind.NEGATE, syntax, name, "not " + name);
        }
        walk(syntax);
    }

    private void number(Syntax.Number number) {
        long value = Long.parseLong(number.digits());
        replace(Kind.CONSTANT, number, number.digits(), "" + (value + 1));
        if (value > 0) {
            replace(Kind.CONSTANT, number, number.digits(), "" + (value - 1));
        }
    }

    /** {@code FIN,PSH,ACK}: each of them is left out once. */
    private void bits(Syntax.Names names) {
        List<String> all = names.values().stream()
                .map(value -> ((Syntax.Name) value).name())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            int begin = Texts.offset(names.values().get(i));
            boolean isLast = i == all.size() - 1;
            // With the comma behind it; of the last, with the one before.
            int from = isLast
                    ? Texts.offset(names.values().get(i - 1)) + all.get(i - 1).length()
                    : begin;
            int to = isLast
                    ? begin + all.get(i).length()
                    : Texts.offset(names.values().get(i + 1));
            splices.add(new Splice(Kind.ARGUMENT, from, to - from, "", "without " + all.get(i)));
        }
    }

    private void compare(Syntax.Compare compare) {
        for (int i = 0; i < compare.comparisons().size(); i++) {
            Expr.Comparison sign = compare.comparisons().get(i);
            Expr.Comparison other = shifted(sign);
            boolean isBoundary = sign != Expr.Comparison.EQ && sign != Expr.Comparison.NE;
            splice(
                    isBoundary ? Kind.BOUNDARY : Kind.NEGATE,
                    Texts.offset(compare.places().get(i)),
                    sign.sign(),
                    other.sign());
        }
        compare.operands().forEach(this::walk);
    }

    private static Expr.Comparison shifted(Expr.Comparison sign) {
        return switch (sign) {
            case EQ -> Expr.Comparison.NE;
            case NE -> Expr.Comparison.EQ;
            case LT -> Expr.Comparison.LE;
            case LE -> Expr.Comparison.LT;
            case GT -> Expr.Comparison.GE;
            case GE -> Expr.Comparison.GT;
        };
    }

    private void arithmetic(Syntax.Arithmetic arithmetic) {
        int sign = Texts.offset(arithmetic.sign());
        switch (arithmetic.operator()) {
            case PLUS -> splice(Kind.CONSTANT, sign, "+", "-");
            case MINUS -> splice(Kind.CONSTANT, sign, "-", "+");
            case TIMES, DIVIDE -> {} // their numbers change instead
        }
        walk(arithmetic.left());
        walk(arithmetic.right());
    }

    private void replace(Kind kind, Syntax at, String before, String after) {
        splice(kind, Texts.offset(at), before, after);
    }

    private void splice(Kind kind, int offset, String before, String after) {
        String words = after.isEmpty() ? "without " + before : after + " instead of " + before;
        splices.add(new Splice(kind, offset, before.length(), after, words));
    }
}
