package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives expressions their types. Types flow upwards from names; only bare numbers, values of enumerations and states take
 * theirs from what stands beside them or from what is wanted.
 *
 * <p>Inside this package null stands for an expression that could not be typed and whose fault has been reported.
 */
final class Typing {

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final Resolver resolver;

    Typing(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.resolver = new Resolver(scope, diagnostics, this);
    }

    /** Is this where a variable's start value stands? */
    boolean isStart() {
        return scope.kind() == Scope.Kind.START;
    }

    /** The expression, which has to be of type {@code wanted}; null if it is not. */
    Expr typed(Syntax syntax, Type wanted) {
        Expr found = build(syntax, wanted);
        if (found == null || found.type().equals(wanted)) {
            return found;
        }
        return report(
                found.place(),
                Code.WRONG_TYPE,
                "expected " + Words.of(wanted) + ", and this is " + Words.of(found.type()),
                Words.conversion(found.type(), wanted));
    }

    /** A whole guard: {@code otherwise} may stand here. */
    Expr guard(Syntax syntax) {
        return syntax instanceof Syntax.Otherwise other
                ? new Expr.Otherwise(other.place())
                : typed(syntax, Simple.FLAG);
    }

    /** The expression, of whatever type it is. {@code hint} is what is wanted, or null. */
    Expr build(Syntax syntax, Type hint) {
        return switch (syntax) {
            case Syntax.Number number -> Literals.number(number, hint, diagnostics);
            case Syntax.Duration duration -> Literals.duration(duration, hint, scope, diagnostics);
            case Syntax.Truth truth -> new Expr.Truth(truth.value(), truth.place());
            case Syntax.Name name -> resolver.name(name, hint);
            case Syntax.Apply apply -> resolver.apply(apply, hint);
            case Syntax.Names names -> resolver.names(names.values(), names.place(), hint);
            case Syntax.Not not -> {
                Expr operand = typed(not.operand(), Simple.FLAG);
                yield operand == null ? null : new Expr.Not(operand, not.place());
            }
            case Syntax.And and -> {
                List<Expr> operands = flags(and.operands());
                yield operands == null ? null : new Expr.And(operands, and.place());
            }
            case Syntax.Or or -> {
                List<Expr> operands = flags(or.operands());
                yield operands == null ? null : new Expr.Or(operands, or.place());
            }
            case Syntax.Compare compare -> compare(compare);
            case Syntax.In in -> membership(in);
            case Syntax.Arithmetic arithmetic -> arithmetic(arithmetic, hint);
            case Syntax.If choice -> choice(choice, hint);
            case Syntax.Otherwise other ->
                report(
                        other.place(),
                        Code.NAME_NOT_ALLOWED,
                        "`otherwise` stands only alone, as the whole of `when:`",
                        "write the condition out");
            case Syntax.Always always -> temporal("always", always.place());
            case Syntax.Eventually eventually -> temporal("eventually", eventually.place());
            case Syntax.LeadsTo leadsTo -> temporal("~>", leadsTo.place());
            case Syntax.Implies implies -> temporal("implies", implies.place());
        };
    }

    private Expr temporal(String word, Place place) {
        boolean isProperty = scope.kind() == Scope.Kind.PROPERTY;
        return report(
                place,
                Code.NAME_NOT_ALLOWED,
                "`" + word + "` stands only in the properties of models"
                        + (isProperty ? ", and there not inside a comparison, a choice or an argument" : ""),
                word.equals("implies") ? "write `not P or Q`" : "");
    }

    private List<Expr> flags(List<Syntax> operands) {
        var all = new ArrayList<Expr>();
        for (Syntax operand : operands) {
            all.add(typed(operand, Simple.FLAG));
        }
        return all.contains(null) ? null : all;
    }

    private Expr choice(Syntax.If choice, Type hint) {
        Expr condition = typed(choice.condition(), Simple.FLAG);
        List<Expr> branches = alike(List.of(choice.then(), choice.otherwise()), hint);
        if (condition == null || branches == null) {
            return null;
        }
        if (branches.getFirst().type() == Simple.RANGES) {
            return report(
                    choice.place(),
                    Code.RANGES_ASSIGNMENT,
                    "ranges are changed in place, so they cannot be chosen",
                    "make two rows of it");
        }
        return new Expr.If(condition, branches.get(0), branches.get(1), choice.place());
    }

    private Expr compare(Syntax.Compare compare) {
        List<Expr> operands = alike(compare.operands(), null);
        if (operands == null) {
            return null;
        }
        Type type = operands.getFirst().type();
        if (type == Simple.SEQ) {
            for (Syntax operand : compare.operands()) {
                if (isOpen(operand)) {
                    return report(
                            operand.place(),
                            Code.OPERATOR_TYPES,
                            "a sequence number cannot be compared with a bare number",
                            "compare a difference of two sequence numbers, or a sequence number");
                }
            }
        }
        for (int i = 0; i < compare.comparisons().size(); i++) {
            Expr.Comparison comparison = compare.comparisons().get(i);
            boolean isEquality = comparison == Expr.Comparison.EQ || comparison == Expr.Comparison.NE;
            boolean fits =
                    isEquality ? type != Simple.RANGES && !(type instanceof Type.SetOf) : Operators.isOrdered(type);
            if (!fits) {
                return report(
                        compare.places().get(i),
                        Code.OPERATOR_TYPES,
                        "`" + comparison.sign() + "` does not compare values of type " + Type.word(type),
                        type == Simple.RANGES ? "ask `is_empty`, `holds` or `fits`" : "compare them with `=` or `!=`");
            }
        }
        return new Expr.Compare(operands, compare.comparisons(), compare.place());
    }

    private Expr membership(Syntax.In in) {
        Expr operand = build(in.operand(), null);
        if (operand == null) {
            return null;
        }
        Type type = operand.type();
        boolean fits =
                type instanceof Type.Enumeration || type == Simple.STATE || type == Simple.COUNT || type == Simple.SIZE;
        if (!fits) {
            return report(
                    operand.place(),
                    Code.OPERATOR_TYPES,
                    "`in` asks of a state, an enumeration, a count or a size, and this is " + Words.of(type),
                    "write the comparisons out");
        }
        var members = new ArrayList<Expr>();
        for (Syntax member : in.members()) {
            members.add(member(member, type));
        }
        return members.contains(null) ? null : new Expr.In(operand, members, in.place());
    }

    private Expr member(Syntax member, Type type) {
        Expr found = typed(member, type);
        boolean isConstant = found == null
                || found instanceof Expr.Number
                || found instanceof Expr.Enumeral
                || found instanceof Expr.StateName;
        return isConstant
                ? found
                : report(member.place(), Code.NOT_CONSTANT, "the members of `in` are constants", "compare with `=`");
    }

    private Expr arithmetic(Syntax.Arithmetic sum, Type hint) {
        boolean leftOpen = isOpen(sum.left());
        boolean rightOpen = isOpen(sum.right());
        Expr left;
        Expr right;
        if (leftOpen && rightOpen) {
            Type type = hint == Simple.SIZE ? Simple.SIZE : Simple.COUNT;
            left = build(sum.left(), type);
            right = build(sum.right(), type);
        } else if (leftOpen) {
            right = build(sum.right(), null);
            left = right == null ? null : build(sum.left(), Operators.bareLeft(sum.operator(), right.type(), hint));
        } else {
            left = build(sum.left(), null);
            Type known = left == null ? Simple.COUNT : left.type();
            right = build(sum.right(), rightOpen ? Operators.bareRight(sum.operator(), known) : null);
        }
        if (left == null || right == null) {
            return null;
        }
        Type type = Operators.result(sum.operator(), left.type(), right.type()).orElse(null);
        if (type == null) {
            return report(
                    sum.sign(),
                    Code.OPERATOR_TYPES,
                    "`" + sum.operator().sign() + "` does not take " + Words.of(left.type()) + " and "
                            + Words.of(right.type()),
                    Words.operatorAdvice(sum.operator(), left.type(), right.type()));
        }
        boolean isByZero =
                sum.operator() == Expr.Operator.DIVIDE && right instanceof Expr.Number number && number.value() == 0;
        if (isByZero) {
            return report(right.place(), Code.NUMBER_OUT_OF_RANGE, "this divides by zero", "");
        }
        return new Expr.Arithmetic(sum.operator(), left, right, type, sum.place());
    }

    /** Expressions that have to be of one type; null if they are not. */
    List<Expr> alike(List<Syntax> operands, Type hint) {
        var typed = new Expr[operands.size()];
        Type type = null;
        boolean failed = false;
        for (int i = 0; i < typed.length; i++) {
            if (!isOpen(operands.get(i))) {
                typed[i] = build(operands.get(i), hint);
                failed |= typed[i] == null;
                type = type == null && typed[i] != null ? typed[i].type() : type;
            }
        }
        if (failed) {
            return null;
        }
        Type open = type != null ? type : hint;
        for (int i = 0; i < typed.length; i++) {
            if (typed[i] == null) {
                typed[i] = open == null ? build(operands.get(i), null) : typed(operands.get(i), open);
                failed |= typed[i] == null;
                open = open == null && typed[i] != null ? typed[i].type() : open;
            }
        }
        return failed || !areAlike(typed) ? null : Arrays.asList(typed);
    }

    private boolean areAlike(Expr[] typed) {
        for (int i = 1; i < typed.length; i++) {
            Type before = typed[i - 1].type();
            Type here = typed[i].type();
            if (!before.equals(here)) {
                report(
                        typed[i].place(),
                        Code.WRONG_TYPE,
                        "this is " + Words.of(here) + ", and what it stands beside is " + Words.of(before),
                        Words.conversion(here, before));
                return false;
            }
        }
        return true;
    }

    /** Does the type of this depend on what stands beside it? */
    boolean isOpen(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Number number -> true;
            case Syntax.Name name -> resolver.isOpen(name.name());
            case Syntax.Arithmetic sum -> isOpen(sum.left()) && isOpen(sum.right());
            case Syntax.If choice -> isOpen(choice.then()) && isOpen(choice.otherwise());
            case Syntax.Apply apply -> resolver.isOpen(apply);
            case Syntax.Names names -> true;
            case Syntax.Duration duration -> false;
            case Syntax.Truth truth -> false;
            case Syntax.Not not -> false;
            case Syntax.And and -> false;
            case Syntax.Or or -> false;
            case Syntax.Compare compare -> false;
            case Syntax.In in -> false;
            case Syntax.Otherwise other -> false;
            case Syntax.Always always -> false;
            case Syntax.Eventually eventually -> false;
            case Syntax.LeadsTo leadsTo -> false;
            case Syntax.Implies implies -> false;
        };
    }

    Expr report(Place place, Code code, String message, String fix) {
        diagnostics.add(place, code, message, fix);
        return null;
    }
}
