package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.grammar.LockstepBaseVisitor;
import dev.lockstep.spec.expr.grammar.LockstepParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Makes {@link Syntax} of ANTLR's parse trees, which go no further than here. */
final class SyntaxBuilder extends LockstepBaseVisitor<Syntax> {

    private final Positions positions;

    SyntaxBuilder(Positions positions) {
        this.positions = positions;
    }

    Syntax build(ParseTree tree) {
        return tree.accept(this);
    }

    Place place(ParserRuleContext tree) {
        return place(tree.getStart());
    }

    Place place(Token token) {
        return positions.at(token.getStartIndex());
    }

    Syntax.Name name(Token token) {
        return new Syntax.Name(token.getText(), place(token));
    }

    List<Syntax> arguments(LockstepParser.ArgumentsContext tree) {
        return tree == null ? List.of() : all(tree.expression());
    }

    private List<Syntax> all(List<? extends ParseTree> trees) {
        var all = new ArrayList<Syntax>(trees.size());
        for (ParseTree tree : trees) {
            all.add(build(tree));
        }
        return List.copyOf(all);
    }

    /** One operand stands for itself. */
    private Syntax join(
            List<? extends ParseTree> operands,
            ParserRuleContext tree,
            BiFunction<List<Syntax>, Place, Syntax> operator) {
        return operands.size() == 1 ? build(operands.getFirst()) : operator.apply(all(operands), place(tree));
    }

    @Override
    public Syntax visitIfThenElse(LockstepParser.IfThenElseContext tree) {
        return new Syntax.If(
                build(tree.expression(0)), build(tree.expression(1)), build(tree.expression(2)), place(tree));
    }

    @Override
    public Syntax visitSlotIf(LockstepParser.SlotIfContext tree) {
        return new Syntax.If(build(tree.expression()), build(tree.slotValue(0)), build(tree.slotValue(1)), place(tree));
    }

    @Override
    public Syntax visitAlways(LockstepParser.AlwaysContext tree) {
        return new Syntax.Always(build(tree.expression()), place(tree));
    }

    @Override
    public Syntax visitEventually(LockstepParser.EventuallyContext tree) {
        return new Syntax.Eventually(build(tree.expression()), place(tree));
    }

    @Override
    public Syntax visitOtherwise(LockstepParser.OtherwiseContext tree) {
        return new Syntax.Otherwise(place(tree));
    }

    @Override
    public Syntax visitLeadsTo(LockstepParser.LeadsToContext tree) {
        Syntax cause = build(tree.implication());
        return tree.expression() == null ? cause : new Syntax.LeadsTo(cause, build(tree.expression()), place(tree));
    }

    @Override
    public Syntax visitImplication(LockstepParser.ImplicationContext tree) {
        Syntax premise = build(tree.disjunction());
        return tree.expression() == null ? premise : new Syntax.Implies(premise, build(tree.expression()), place(tree));
    }

    @Override
    public Syntax visitDisjunction(LockstepParser.DisjunctionContext tree) {
        return join(tree.conjunction(), tree, Syntax.Or::new);
    }

    @Override
    public Syntax visitConjunction(LockstepParser.ConjunctionContext tree) {
        return join(tree.negation(), tree, Syntax.And::new);
    }

    @Override
    public Syntax visitNot(LockstepParser.NotContext tree) {
        return new Syntax.Not(build(tree.negation()), place(tree));
    }

    @Override
    public Syntax visitComparison(LockstepParser.ComparisonContext tree) {
        if (tree.IN() != null) {
            return new Syntax.In(build(tree.sum(0)), all(tree.primary()), place(tree));
        }
        if (tree.comparator().isEmpty()) {
            return build(tree.sum(0));
        }
        var comparisons = new ArrayList<Expr.Comparison>();
        var places = new ArrayList<Place>();
        for (LockstepParser.ComparatorContext sign : tree.comparator()) {
            comparisons.add(comparison(sign.getStart()));
            places.add(place(sign));
        }
        return new Syntax.Compare(all(tree.sum()), List.copyOf(comparisons), List.copyOf(places), place(tree));
    }

    private static Expr.Comparison comparison(Token sign) {
        for (Expr.Comparison comparison : Expr.Comparison.values()) {
            if (comparison.sign().equals(sign.getText())) {
                return comparison;
            }
        }
        throw new IllegalStateException("no comparison " + sign.getText());
    }

    @Override
    public Syntax visitSum(LockstepParser.SumContext tree) {
        return chain(tree.product(), tree.addition(), tree);
    }

    @Override
    public Syntax visitProduct(LockstepParser.ProductContext tree) {
        return chain(tree.primary(), tree.multiplication(), tree);
    }

    private Syntax chain(
            List<? extends ParseTree> operands, List<? extends ParserRuleContext> signs, ParserRuleContext tree) {
        Syntax result = build(operands.getFirst());
        for (int i = 0; i < signs.size(); i++) {
            Token sign = signs.get(i).getStart();
            result =
                    new Syntax.Arithmetic(operator(sign), result, build(operands.get(i + 1)), place(sign), place(tree));
        }
        return result;
    }

    private static Expr.Operator operator(Token sign) {
        for (Expr.Operator operator : Expr.Operator.values()) {
            if (operator.sign().equals(sign.getText())) {
                return operator;
            }
        }
        throw new IllegalStateException("no operator " + sign.getText());
    }

    @Override
    public Syntax visitNumber(LockstepParser.NumberContext tree) {
        return new Syntax.Number(tree.getText(), place(tree));
    }

    @Override
    public Syntax visitDuration(LockstepParser.DurationContext tree) {
        String text = tree.getText();
        int digits = 0;
        while (Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        Syntax.Unit unit = switch (text.substring(digits)) {
            case "ms" -> Syntax.Unit.MS;
            case "s" -> Syntax.Unit.S;
            case "min" -> Syntax.Unit.MIN;
            default -> throw new IllegalStateException("no unit in " + text);
        };
        return new Syntax.Duration(text.substring(0, digits), unit, place(tree));
    }

    @Override
    public Syntax visitTrue(LockstepParser.TrueContext tree) {
        return new Syntax.Truth(true, place(tree));
    }

    @Override
    public Syntax visitFalse(LockstepParser.FalseContext tree) {
        return new Syntax.Truth(false, place(tree));
    }

    @Override
    public Syntax visitNameOrApply(LockstepParser.NameOrApplyContext tree) {
        return tree.OPEN() == null
                ? name(tree.getStart())
                : new Syntax.Apply(tree.NAME().getText(), arguments(tree.arguments()), place(tree));
    }

    @Override
    public Syntax visitParentheses(LockstepParser.ParenthesesContext tree) {
        return build(tree.expression());
    }
}
