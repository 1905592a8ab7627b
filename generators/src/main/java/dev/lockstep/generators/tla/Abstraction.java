package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model leaves out: all times, and the variables it names. A guard that reads such a thing becomes a free choice:
 * in negation normal form each literal that reads it is replaced by true, in each row of the step. So a model may show too
 * much, never too little.
 *
 * @param hidden names of variables left out besides times
 */
record Abstraction(Set<String> hidden) {
    Abstraction {
        hidden = Set.copyOf(hidden);
    }

    boolean hides(Symbol symbol) {
        return Reads.isTime(symbol.type()) || hidden.contains(symbol.name());
    }

    boolean hidesSomeOf(Expr expr) {
        return Reads.isTime(expr.type()) || Reads.of(expr).symbols().stream().anyMatch(this::hides);
    }

    /** The guard with everything hidden in it made a free choice. */
    Expr freed(Expr guard) {
        return free(guard, true);
    }

    /** The guard's negation with everything hidden in it made a free choice: not the negation of {@link #freed}. */
    Expr freedNegation(Expr guard) {
        return free(guard, false);
    }

    private Expr free(Expr expr, boolean positive) {
        if (!hidesSomeOf(expr)) {
            return positive ? expr : negated(expr);
        }
        return switch (expr) {
            case Expr.Not not -> free(not.operand(), !positive);
            case Expr.And and ->
                positive ? and(frees(and.operands(), true), and) : or(frees(and.operands(), false), and);
            case Expr.Or or -> positive ? or(frees(or.operands(), true), or) : and(frees(or.operands(), false), or);
            case Expr.If choice -> freeChoice(choice, positive);
            case Expr.Use use -> free(inlined(use), positive);
            case Expr.Compare compare
            when compare.comparisons().size() > 1 ->
                free(new Expr.And(ExprPrinter.links(compare), compare.place()), positive);
            case Expr.Compare compare -> new Expr.Truth(true, compare.place());
            case Expr.In in -> new Expr.Truth(true, in.place());
            case Expr.Name name -> new Expr.Truth(true, name.place());
            case Expr.Builtin builtin -> new Expr.Truth(true, builtin.place());
            case Expr.Number number -> throw notAFlag(number);
            case Expr.Enumeral enumeral -> throw notAFlag(enumeral);
            case Expr.EnumeralSet set -> throw notAFlag(set);
            case Expr.Arithmetic sum -> throw notAFlag(sum);
            case Expr.CurrentState state -> throw notAFlag(state);
            case Expr.StateName state -> throw notAFlag(state);
            case Expr.Truth truth -> throw notAFlag(truth);
            case Expr.Armed armed -> throw notAFlag(armed);
            case Expr.Otherwise otherwise -> throw notAFlag(otherwise);
            case Expr.At at -> throw notAFlag(at);
            case Expr.After after -> throw notAFlag(after);
            case Expr.Segments segments -> throw notAFlag(segments);
        };
    }

    /** {@code if c then a else b} as {@code c and a or not c and b}. */
    private Expr freeChoice(Expr.If choice, boolean positive) {
        Expr yes = and(List.of(free(choice.condition(), true), free(choice.then(), positive)), choice);
        Expr no = and(List.of(free(choice.condition(), false), free(choice.otherwise(), positive)), choice);
        return or(List.of(yes, no), choice);
    }

    private List<Expr> frees(List<Expr> operands, boolean positive) {
        return operands.stream().map(operand -> free(operand, positive)).toList();
    }

    private static Expr negated(Expr expr) {
        return switch (expr) {
            case Expr.Truth truth -> new Expr.Truth(!truth.value(), truth.place());
            case Expr.Not not -> not.operand();
            case Expr other -> new Expr.Not(other, other.place());
        };
    }

    private static Expr and(List<Expr> operands, Expr of) {
        return junction(operands, of, true);
    }

    private static Expr or(List<Expr> operands, Expr of) {
        return junction(operands, of, false);
    }

    private static Expr junction(List<Expr> operands, Expr of, boolean isAnd) {
        var left = new ArrayList<Expr>();
        for (Expr operand : operands) {
            if (operand instanceof Expr.Truth(boolean value, var ignored)) {
                if (value != isAnd) {
                    return operand;
                }
            } else {
                left.add(operand);
            }
        }
        return switch (left.size()) {
            case 0 -> new Expr.Truth(isAnd, of.place());
            case 1 -> left.getFirst();
            default -> isAnd ? new Expr.And(left, of.place()) : new Expr.Or(left, of.place());
        };
    }

    private static Expr inlined(Expr.Use use) {
        Map<Symbol, Expr> values = new HashMap<>();
        List<Argument> arguments = use.definition().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            values.put(arguments.get(i), use.arguments().get(i));
        }
        return Substitution.of(use.definition().is(), values);
    }

    private static IllegalStateException notAFlag(Expr expr) {
        return new IllegalStateException(
                expr.place() + ": a " + Type.word(expr.type()) + " where only what hides something can stand");
    }
}
