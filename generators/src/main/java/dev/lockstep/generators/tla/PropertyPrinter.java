package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.Doc.cat;
import static dev.lockstep.generators.tla.Doc.group;
import static dev.lockstep.generators.tla.Doc.line;
import static dev.lockstep.generators.tla.Doc.text;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.models.Claim;
import dev.lockstep.spec.models.Observables;
import java.util.ArrayList;
import java.util.List;

/** Claims in TLA+; one about {@code EACH} endpoint holds of all of them. */
final class PropertyPrinter {

    private final ExprPrinter printer = new ExprPrinter(new ModelNaming(""));

    Doc claim(Claim claim) {
        Doc doc = claim.is() instanceof Property.Implies implies && !claim.is().hasTime()
                ? applied(claim.id(), implies)
                : print(claim.is());
        return forAll(claim.is(), doc);
    }

    /** That the premise is met somewhere is noted: a claim whose premise never is says nothing. */
    private Doc applied(String claim, Property.Implies implies) {
        var premise = new ArrayList<Doc>();
        switch (implies.premise()) {
            case Property.Holds(Expr.And(List<Expr> operands, var ignored), var place) ->
                operands.forEach(operand -> premise.add(printer.bullet(operand)));
            case Property other -> premise.add(operand(other));
        }
        premise.add(text("Applies(" + Identifiers.string(claim) + ")"));
        return group(
                text("("),
                new Doc.Align(ExprPrinter.joined("/\\", premise)),
                text(") =>"),
                line(),
                operand(implies.conclusion()));
    }

    private static Doc forAll(Property property, Doc doc) {
        return isAboutEach(property)
                ? cat(text("\\A p \\in Endpoints :"), new Doc.Nest(2, cat(new Doc.Break(""), new Doc.Align(doc))))
                : doc;
    }

    /** What holds of every step, whatever the variables of the model do. */
    Doc steps(Claim claim) {
        return ofSteps(claim(claim));
    }

    static Doc ofSteps(Doc action) {
        return cat(text("[]["), new Doc.Align(action), text("]_vars"));
    }

    /** A condition on one moment or step, for some endpoint where it names each. */
    Doc condition(Property property) {
        Doc doc = print(property);
        return isAboutEach(property) ? cat(text("\\E p \\in Endpoints : "), new Doc.Align(doc)) : doc;
    }

    private Doc print(Property property) {
        return switch (property) {
            case Property.Holds holds -> printer.whole(holds.condition());
            case Property.Always always -> cat(text("[]"), prefixed(always.operand()));
            case Property.Eventually eventually -> cat(text("<>"), prefixed(eventually.operand()));
            case Property.LeadsTo leadsTo -> infix("~>", leadsTo.cause(), leadsTo.effect());
            case Property.Implies implies -> infix("=>", implies.premise(), implies.conclusion());
            case Property.Not not -> cat(text("~"), prefixed(not.operand()));
            case Property.And and -> ExprPrinter.joined("/\\", operands(and.operands()));
            case Property.Or or -> ExprPrinter.joined("\\/", operands(or.operands()));
        };
    }

    private Doc infix(String sign, Property left, Property right) {
        return group(operand(left), text(" " + sign), line(), operand(right));
    }

    private List<Doc> operands(List<Property> operands) {
        return operands.stream().map(this::operand).toList();
    }

    private Doc operand(Property property) {
        if (property instanceof Property.Holds(Expr condition, var ignored)) {
            return printer.bullet(condition);
        }
        return cat(text("("), new Doc.Align(print(property)), text(")"));
    }

    /** Behind a prefix, which binds more tightly than all but names. */
    private Doc prefixed(Property property) {
        return property instanceof Property.Holds(Expr condition, var ignored)
                ? printer.atom(condition)
                : operand(property);
    }

    static boolean isAboutEach(Property property) {
        return switch (property) {
            case Property.Holds holds -> namesEach(holds.condition());
            case Property.Always always -> isAboutEach(always.operand());
            case Property.Eventually eventually -> isAboutEach(eventually.operand());
            case Property.LeadsTo leadsTo -> isAboutEach(leadsTo.cause()) || isAboutEach(leadsTo.effect());
            case Property.Implies implies -> isAboutEach(implies.premise()) || isAboutEach(implies.conclusion());
            case Property.Not not -> isAboutEach(not.operand());
            case Property.And and -> and.operands().stream().anyMatch(PropertyPrinter::isAboutEach);
            case Property.Or or -> or.operands().stream().anyMatch(PropertyPrinter::isAboutEach);
        };
    }

    private static boolean namesEach(Expr expr) {
        String endpoint = switch (expr) {
            case Expr.At at -> at.endpoint();
            case Expr.Segments segments -> segments.endpoint();
            default -> "";
        };
        boolean here = endpoint.equals(Observables.EACH) || endpoint.equals(Observables.OTHER);
        return here || expr.children().stream().anyMatch(PropertyPrinter::namesEach);
    }
}
