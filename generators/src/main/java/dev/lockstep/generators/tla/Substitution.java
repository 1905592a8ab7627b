package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Symbol;
import java.util.List;
import java.util.Map;

/** An expression with some of its names replaced. */
final class Substitution {

    private Substitution() {}

    static Expr of(Expr expr, Map<Symbol, Expr> values) {
        if (values.isEmpty()) {
            return expr;
        }
        return switch (expr) {
            case Expr.Name name -> values.getOrDefault(name.symbol(), name);
            case Expr.Use use -> new Expr.Use(use.definition(), all(use.arguments(), values), use.place());
            case Expr.Builtin call ->
                new Expr.Builtin(call.function(), all(call.arguments(), values), call.type(), call.place());
            case Expr.Not not -> new Expr.Not(of(not.operand(), values), not.place());
            case Expr.And and -> new Expr.And(all(and.operands(), values), and.place());
            case Expr.Or or -> new Expr.Or(all(or.operands(), values), or.place());
            case Expr.Compare compare ->
                new Expr.Compare(all(compare.operands(), values), compare.comparisons(), compare.place());
            case Expr.In in -> new Expr.In(of(in.operand(), values), in.members(), in.place());
            case Expr.Arithmetic sum ->
                new Expr.Arithmetic(
                        sum.operator(), of(sum.left(), values), of(sum.right(), values), sum.type(), sum.place());
            case Expr.If choice ->
                new Expr.If(
                        of(choice.condition(), values),
                        of(choice.then(), values),
                        of(choice.otherwise(), values),
                        choice.place());
            case Expr.Number ignored -> expr;
            case Expr.Truth ignored -> expr;
            case Expr.Enumeral ignored -> expr;
            case Expr.EnumeralSet ignored -> expr;
            case Expr.CurrentState ignored -> expr;
            case Expr.StateName ignored -> expr;
            case Expr.Armed ignored -> expr;
            case Expr.Otherwise ignored -> expr;
            case Expr.At at -> new Expr.At(at.endpoint(), of(at.operand(), values), at.place());
            case Expr.After after -> new Expr.After(of(after.operand(), values), after.place());
            case Expr.Segments some ->
                new Expr.Segments(
                        some.amount(), some.endpoint(), some.queue(), of(some.satisfy(), values), some.place());
        };
    }

    private static List<Expr> all(List<Expr> exprs, Map<Symbol, Expr> values) {
        return exprs.stream().map(expr -> of(expr, values)).toList();
    }
}
