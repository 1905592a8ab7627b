package dev.lockstep.spec.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What an author might do about an overlap or a gap, tried out before it is proposed. */
record Suggestion(Context z3, Step step, Encoder encoder, Scope before, Query query, List<BoolExpr> matches) {

    /**
     * Adds to one guard the negation of a condition of the other: one that takes nothing from the row that it needs, that is, what
     * it takes away is matched by the other rows, and something is left.
     */
    String forOverlap(int first, int second) {
        var additions = new ArrayList<String>();
        for (int[] pair : new int[][] {{first, second}, {second, first}}) {
            int kept = pair[0];
            int changed = pair[1];
            for (Expr condition : conditions(when(kept))) {
                if (leavesEnough(changed, encoder.truth(condition, before))) {
                    additions.add("`" + negated(condition) + " and` to " + id(changed));
                }
            }
        }
        if (!additions.isEmpty()) {
            // Mostly the one case is to be taken out of the many, not the other way round.
            var simplest = Comparator.comparing((String addition) -> !addition.contains(" != "))
                    .thenComparing(String::length);
            return "make one guard exclude the other, e.g. add " + Collections.min(additions, simplest);
        }
        for (int[] pair : new int[][] {{first, second}, {second, first}}) {
            boolean isElse = pair[1] == step.rows().size() - 1 || when(pair[1]) instanceof Expr.Truth;
            if (isElse && otherwiseRows() == 0 && !(when(pair[0]) instanceof Expr.Truth)) {
                return "let " + id(pair[1]) + " take what the others leave: `when: otherwise`";
            }
        }
        return "make one guard exclude the other, or give the rows different states by `in:`";
    }

    private boolean leavesEnough(int changed, BoolExpr condition) {
        var others = new ArrayList<>(matches);
        others.remove(changed);
        BoolExpr elsewhere = z3.mkOr(others.toArray(BoolExpr[]::new));
        return query.ask(matches.get(changed), z3.mkNot(condition)) == Query.Answer.YES
                && query.ask(matches.get(changed), condition, z3.mkNot(elsewhere)) == Query.Answer.NO;
    }

    /** Names the rows that would take the case but for one condition. */
    String forGap(Witness gap) {
        var nearly = new ArrayList<String>();
        boolean hasRow = false;
        for (Row row : step.rows()) {
            if (gap.state().isEmpty() || row.states().contains(gap.state().get())) {
                hasRow = true;
                List<Expr> failing = failing(row, gap);
                if (failing.size() == 1) {
                    nearly.add(row.id() + " (`" + ExprText.of(failing.getFirst()) + "`)");
                }
            }
        }
        if (!nearly.isEmpty()) {
            return "add a row, or widen a guard of which only this fails here: " + String.join(", ", nearly);
        }
        if (hasRow) {
            return "add a row that takes this case, or let one take what the others leave: `when: otherwise`";
        }
        String state = gap.state().orElseThrow().name();
        return step.rows().stream()
                .filter(row -> failing(row, gap).isEmpty())
                .findFirst()
                .map(row -> "add a row for " + state + ", or let " + row.id() + " match there too: `in:`")
                .orElse("add a row for " + state + ", or leave it out of the step's `states:`");
    }

    private List<Expr> failing(Row row, Witness gap) {
        return conditions(row.when()).stream()
                .filter(condition -> !gap.model()
                        .eval(encoder.truth(condition, before), true)
                        .isTrue())
                .toList();
    }

    /** What a guard joins by `and`; of a guard that is always true nothing. */
    private static List<Expr> conditions(Expr when) {
        if (when instanceof Expr.And and) {
            return and.operands();
        }
        boolean saysNothing = when instanceof Expr.Otherwise || (when instanceof Expr.Truth truth && truth.value());
        return saysNothing ? List.of() : List.of(when);
    }

    /** The contrary, as an operand of `and`. */
    private static String negated(Expr condition) {
        if (condition instanceof Expr.Not not) {
            return ExprText.asOperandOfAnd(not.operand());
        }
        if (condition instanceof Expr.Compare compare && compare.comparisons().size() == 1) {
            Expr.Comparison contrary = contrary(compare.comparisons().getFirst());
            return ExprText.of(new Expr.Compare(compare.operands(), List.of(contrary), compare.place()));
        }
        return ExprText.of(new Expr.Not(condition, condition.place()));
    }

    private static Expr.Comparison contrary(Expr.Comparison comparison) {
        return switch (comparison) {
            case EQ -> Expr.Comparison.NE;
            case NE -> Expr.Comparison.EQ;
            case LT -> Expr.Comparison.GE;
            case GE -> Expr.Comparison.LT;
            case GT -> Expr.Comparison.LE;
            case LE -> Expr.Comparison.GT;
        };
    }

    private Expr when(int row) {
        return step.rows().get(row).when();
    }

    private long otherwiseRows() {
        return step.rows().stream()
                .filter(row -> row.when() instanceof Expr.Otherwise)
                .count();
    }

    private String id(int row) {
        return step.rows().get(row).id();
    }
}
