package dev.lockstep.harness.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Symbol;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Properties of models in words: as an author would write them, and of what they speak. */
final class Properties {

    private Properties() {}

    static String text(Property property) {
        return switch (property) {
            case Property.Holds holds -> ExprText.of(holds.condition());
            case Property.Always always -> "always " + operand(always.operand());
            case Property.Eventually eventually -> "eventually " + operand(eventually.operand());
            case Property.LeadsTo leads -> text(leads.cause()) + " ~> " + text(leads.effect());
            case Property.Implies implies -> premise(implies.premise()) + " implies " + text(implies.conclusion());
            case Property.Not not -> "not " + operand(not.operand());
            case Property.And and -> joined(and.operands(), " and ");
            case Property.Or or -> joined(or.operands(), " or ");
        };
    }

    private static String premise(Property property) {
        return property instanceof Property.Holds holds ? ExprText.of(holds.condition()) : operand(property);
    }

    private static String joined(List<Property> operands, String word) {
        return operands.stream().map(Properties::operand).collect(Collectors.joining(word));
    }

    private static String operand(Property property) {
        return switch (property) {
            case Property.Holds holds -> ExprText.asOperandOfAnd(holds.condition());
            case Property.Not not -> text(not);
            case Property.Always always -> "(" + text(always) + ")";
            case Property.Eventually eventually -> "(" + text(eventually) + ")";
            case Property.LeadsTo leads -> "(" + text(leads) + ")";
            case Property.Implies implies -> "(" + text(implies) + ")";
            case Property.And and -> "(" + text(and) + ")";
            case Property.Or or -> "(" + text(or) + ")";
        };
    }

    /** The names of all that it reads, definitions looked through. */
    static List<String> reads(Property property) {
        return property.conditions().flatMap(Properties::names).distinct().toList();
    }

    static Stream<String> names(Expr expr) {
        return Reads.of(expr).symbols().stream().map(Symbol::name);
    }
}
