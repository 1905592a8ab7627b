package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;

/** The opposite of a condition, as one would write it: {@code a && b} becomes {@code !a || !b}, {@code x > 0} becomes {@code x <= 0}. */
final class Negation {

    private Negation() {}

    static Expr of(Expr condition) {
        return switch (condition) {
            case Expr.Not not -> not.operand();
            case Expr.And and -> new Expr.Or(all(and.operands()), and.place());
            case Expr.Or or -> new Expr.And(all(or.operands()), or.place());
            case Expr.Compare compare when isPair(compare) || !hasSequenceNumbers(compare) -> opposite(compare);
            default -> new Expr.Not(condition, condition.place());
        };
    }

    private static List<Expr> all(List<Expr> conditions) {
        return conditions.stream().map(Negation::of).toList();
    }

    private static boolean isPair(Expr.Compare compare) {
        return compare.operands().size() == 2;
    }

    /** A chain of them is one question about the circle of numbers, not several. */
    private static boolean hasSequenceNumbers(Expr.Compare compare) {
        return compare.operands().stream().anyMatch(operand -> operand.type() == Type.Simple.SEQ);
    }

    private static Expr opposite(Expr.Compare compare) {
        List<Expr> pairs = new ArrayList<>();
        for (int i = 0; i < compare.comparisons().size(); i++) {
            pairs.add(new Expr.Compare(
                    compare.operands().subList(i, i + 2),
                    List.of(opposite(compare.comparisons().get(i))),
                    compare.place()));
        }
        return pairs.size() == 1 ? pairs.getFirst() : new Expr.Or(pairs, compare.place());
    }

    private static Expr.Comparison opposite(Expr.Comparison comparison) {
        return switch (comparison) {
            case EQ -> Expr.Comparison.NE;
            case NE -> Expr.Comparison.EQ;
            case LT -> Expr.Comparison.GE;
            case LE -> Expr.Comparison.GT;
            case GT -> Expr.Comparison.LE;
            case GE -> Expr.Comparison.LT;
        };
    }
}
