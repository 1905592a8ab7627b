package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what models say of a protocol that has been checked: properties, constants, lists of states. What is wrong is reported.
 *
 * <p>{@code
 * var shape = new Shape(diagnostics);
 * var checker = new PropertyChecker(protocol, observables, Set.of("A", "B", "EACH", "OTHER"), diagnostics);
 * Optional<Property> property = shape.expression(node).flatMap(checker::property);
 * }
 */
public final class PropertyChecker {

    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Typing properties;
    private final Typing constants;
    private final Typing values;
    private final StateNames stateNames;
    private final Names ids;

    /**
     * @param observables what a property may name besides the protocol's own: a variable by its endpoint, a parameter without
     * @param endpoints the names that may stand before the first dot: {@code A}, {@code EACH}
     */
    public PropertyChecker(
            Protocol protocol, List<? extends Symbol> observables, Set<String> endpoints, Diagnostics diagnostics) {
        this.vocabulary = Vocabulary.of(protocol);
        this.diagnostics = diagnostics;
        observables.forEach(vocabulary::add);
        var scope = new Scope(vocabulary, Scope.Kind.PROPERTY, "", Map.of(), Set.copyOf(endpoints));
        this.properties = new Typing(scope, diagnostics);
        this.constants = new Typing(Scope.of(vocabulary, Scope.Kind.CONSTANT), diagnostics);
        this.values = new Typing(Scope.of(vocabulary, Scope.Kind.MODEL), diagnostics);
        this.stateNames = new StateNames(vocabulary, diagnostics);
        this.ids = new Names(Code.ID_TWICE, diagnostics);
    }

    /** A property; empty, reported, if it is none. */
    public Optional<Property> property(Syntax syntax) {
        return Optional.ofNullable(build(syntax));
    }

    /** A constant of a type: a literal or a value of an enumeration; empty, reported, if it is none. */
    public Optional<Expr> constant(Syntax syntax, Type type) {
        Expr value = constants.typed(syntax, type);
        if (value != null && !Constants.isConstant(value)) {
            diagnostics.add(value.place(), Code.NOT_CONSTANT, "a value of a model is a literal", "work it out");
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    /** A value computed from one control block, whose names stand without an endpoint; empty, reported, if it is none. */
    public Optional<Expr> value(Syntax syntax, Type type) {
        return Optional.ofNullable(values.typed(syntax, type));
    }

    /** The states of these names, in the protocol's order; names of no state are reported and left out. */
    public List<State> states(List<Scalar> names) {
        return stateNames.of(names);
    }

    /** Takes note of the id of a claim; false, reported, if it cannot be a name or is one already. */
    public boolean declare(Scalar id) {
        return ids.declareWord(id);
    }

    /** Null if it is reported. */
    private Property build(Syntax syntax) {
        if (!hasTime(syntax)) {
            Expr condition = properties.typed(syntax, Simple.FLAG);
            return condition == null ? null : new Property.Holds(condition, syntax.place());
        }
        return switch (syntax) {
            case Syntax.Always always -> {
                Property operand = build(always.operand());
                yield operand == null ? null : new Property.Always(operand, always.place());
            }
            case Syntax.Eventually eventually -> {
                Property operand = build(eventually.operand());
                yield operand == null ? null : new Property.Eventually(operand, eventually.place());
            }
            case Syntax.LeadsTo leadsTo -> {
                Property cause = build(leadsTo.cause());
                Property effect = build(leadsTo.effect());
                yield cause == null || effect == null ? null : new Property.LeadsTo(cause, effect, leadsTo.place());
            }
            case Syntax.Implies implies -> {
                Property premise = build(implies.premise());
                Property conclusion = build(implies.conclusion());
                yield premise == null || conclusion == null
                        ? null
                        : new Property.Implies(premise, conclusion, implies.place());
            }
            case Syntax.Not not -> {
                Property operand = build(not.operand());
                yield operand == null ? null : new Property.Not(operand, not.place());
            }
            case Syntax.And and -> {
                List<Property> operands = build(and.operands());
                yield operands == null ? null : new Property.And(operands, and.place());
            }
            case Syntax.Or or -> {
                List<Property> operands = build(or.operands());
                yield operands == null ? null : new Property.Or(operands, or.place());
            }
            case Syntax.Number other -> throw timeless(other);
            case Syntax.Duration other -> throw timeless(other);
            case Syntax.Truth other -> throw timeless(other);
            case Syntax.Name other -> throw timeless(other);
            case Syntax.Apply other -> throw timeless(other);
            case Syntax.Names other -> throw timeless(other);
            case Syntax.Compare other -> throw timeless(other);
            case Syntax.In other -> throw timeless(other);
            case Syntax.Arithmetic other -> throw timeless(other);
            case Syntax.If other -> throw timeless(other);
            case Syntax.Otherwise other -> throw timeless(other);
        };
    }

    private List<Property> build(List<Syntax> operands) {
        var all = new ArrayList<Property>();
        for (Syntax operand : operands) {
            all.add(build(operand));
        }
        return all.contains(null) ? null : all;
    }

    private static IllegalStateException timeless(Syntax syntax) {
        return new IllegalStateException("has no time in it: " + syntax.place());
    }

    /** Is it made with an operator that expressions do not have? Below a comparison and the like, there can be none. */
    private static boolean hasTime(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Always always -> true;
            case Syntax.Eventually eventually -> true;
            case Syntax.LeadsTo leadsTo -> true;
            case Syntax.Implies implies -> true;
            case Syntax.Not not -> hasTime(not.operand());
            case Syntax.And and -> and.operands().stream().anyMatch(PropertyChecker::hasTime);
            case Syntax.Or or -> or.operands().stream().anyMatch(PropertyChecker::hasTime);
            case Syntax.Number number -> false;
            case Syntax.Duration duration -> false;
            case Syntax.Truth truth -> false;
            case Syntax.Name name -> false;
            case Syntax.Apply apply -> false;
            case Syntax.Names names -> false;
            case Syntax.Compare compare -> false;
            case Syntax.In in -> false;
            case Syntax.Arithmetic arithmetic -> false;
            case Syntax.If choice -> false;
            case Syntax.Otherwise otherwise -> false;
        };
    }
}
