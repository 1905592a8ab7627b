package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an expression divides, and when it comes to that: as in Java, {@code and}, {@code or} and {@code if} leave out what they
 * do not need, so that {@code X != 0 and Y / X > 1} never divides by zero.
 */
final class Divisions {

    /**
     * A division by zero.
     *
     * @param divisor as the table has it
     * @param fails the division takes place and its divisor is zero
     */
    record ByZero(Expr divisor, BoolExpr fails) {
        /** The same, where it comes to that only under a further condition. */
        ByZero when(BoolExpr condition, Context z3) {
            return new ByZero(divisor, z3.mkAnd(condition, fails));
        }
    }

    private final Context z3;
    private final Encoder encoder;
    private final List<ByZero> found = new ArrayList<>();

    private Divisions(Context z3, Encoder encoder) {
        this.z3 = z3;
        this.encoder = encoder;
    }

    /** Every division in the expression, outside in, left to right; not those by a constant other than zero. */
    static List<ByZero> in(Expr expr, Context z3, Encoder encoder, Scope scope) {
        var divisions = new Divisions(z3, encoder);
        if (Reading.of(expr).divides()) {
            encoder.value(expr, scope); // so that all unknowns in it are known
            divisions.visit(expr, scope, z3.mkTrue());
        }
        return divisions.found;
    }

    private void visit(Expr expr, Scope scope, BoolExpr path) {
        if (!Reading.of(expr).divides()) {
            return;
        }
        switch (expr) {
            case Expr.And and -> lazily(and.operands(), scope, path, true);
            case Expr.Or or -> lazily(or.operands(), scope, path, false);
            case Expr.If choice -> {
                visit(choice.condition(), scope, path);
                BoolExpr condition = (BoolExpr) encoder.encode(choice.condition(), scope);
                visit(choice.then(), scope, z3.mkAnd(path, condition));
                visit(choice.otherwise(), scope, z3.mkAnd(path, z3.mkNot(condition)));
            }
            case Expr.Use use -> {
                use.arguments().forEach(argument -> visit(argument, scope, path));
                visit(use.definition().is(), encoder.inside(use, scope), path);
            }
            case Expr.Arithmetic sum -> {
                if (sum.operator() == Expr.Operator.DIVIDE) {
                    divide(sum.right(), scope, path);
                }
                visit(sum.left(), scope, path);
                visit(sum.right(), scope, path);
            }
            case Expr.Builtin ignored -> visitParts(expr, scope, path);
            case Expr.Not ignored -> visitParts(expr, scope, path);
            case Expr.Compare ignored -> visitParts(expr, scope, path);
            case Expr.In ignored -> visitParts(expr, scope, path);
            case Expr.At ignored -> visitParts(expr, scope, path);
            case Expr.After ignored -> visitParts(expr, scope, path);
            case Expr.Segments ignored -> visitParts(expr, scope, path);
            case Expr.Number ignored -> {}
            case Expr.Truth ignored -> {}
            case Expr.Enumeral ignored -> {}
            case Expr.EnumeralSet ignored -> {}
            case Expr.Name ignored -> {}
            case Expr.CurrentState ignored -> {}
            case Expr.StateName ignored -> {}
            case Expr.Armed ignored -> {}
            case Expr.Otherwise ignored -> {}
        }
    }

    private void visitParts(Expr expr, Scope scope, BoolExpr path) {
        expr.children().forEach(part -> visit(part, scope, path));
    }

    /** The next operand counts only while all before it were {@code goesOn}. */
    private void lazily(List<Expr> operands, Scope scope, BoolExpr path, boolean goesOn) {
        BoolExpr reached = path;
        for (Expr operand : operands) {
            visit(operand, scope, reached);
            BoolExpr truth = (BoolExpr) encoder.encode(operand, scope);
            reached = z3.mkAnd(reached, goesOn ? truth : z3.mkNot(truth));
        }
    }

    private void divide(Expr divisor, Scope scope, BoolExpr path) {
        if (divisor instanceof Expr.Number number && number.value() != 0) {
            return;
        }
        BitVecExpr value = (BitVecExpr) encoder.encode(divisor, scope);
        found.add(new ByZero(divisor, z3.mkAnd(path, z3.mkEq(value, z3.mkBV(0, value.getSortSize())))));
    }
}
