package dev.lockstep.spec.proof;

import com.microsoft.z3.ArithSort;
import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in Z3's words what an expression means in Java: sequence numbers, sizes and counts are 32-bit vectors, times 64-bit ones,
 * with the same overflow and the same division (spec/README.md, "Types and expressions").
 *
 * <p>Not so for a division by zero, which throws in Java and is some number here: {@link Divisions} asks for it apart.
 */
final class Encoder {

    private final Context z3;
    private final List<String> stateNames;
    private final RangesTheory ranges;
    private final Translation translation = new Translation();
    private final Map<Symbol, com.microsoft.z3.Expr<?>> constants = new LinkedHashMap<>();
    private final Map<Timer, BoolExpr> timers = new LinkedHashMap<>();
    private final List<BoolExpr> domains = new ArrayList<>();

    /** @param states all states of the protocol; empty for one without state */
    Encoder(Context z3, List<State> states) {
        this.z3 = z3;
        this.stateNames = states.stream().map(State::name).toList();
        this.ranges = new RangesTheory(z3);
    }

    /** Every name means its value before the row. */
    Scope before() {
        BitVecExpr state = stateNames.isEmpty() ? null : z3.mkBVConst("STATE", Domain.bitsFor(stateNames.size()));
        return new Scope(Map.of(), Map.of(), Map.of(), state);
    }

    BitVecExpr state(State state) {
        return z3.mkBV(stateNames.indexOf(state.name()), Domain.bitsFor(stateNames.size()));
    }

    /** Is the current state one of these? True in a protocol without state. */
    BoolExpr isIn(List<State> states, Scope scope) {
        if (stateNames.isEmpty()) {
            return z3.mkTrue();
        }
        return z3.mkOr(states.stream()
                .map(state -> z3.mkEq(scope.state(), state(state)))
                .toArray(BoolExpr[]::new));
    }

    /** The unknowns so far, by the name that stands for each. */
    Map<Symbol, com.microsoft.z3.Expr<?>> constants() {
        return constants;
    }

    Map<Timer, BoolExpr> timers() {
        return timers;
    }

    List<RangesTheory.Ask> asks() {
        return ranges.asks();
    }

    /** What holds of the unknowns so far, by their types alone. */
    List<BoolExpr> facts() {
        var facts = new ArrayList<>(domains);
        facts.addAll(ranges.facts());
        return facts;
    }

    /** Of the unknowns so far those that may be taken to be 0: see {@link Translation}. */
    List<com.microsoft.z3.Expr<?>> zeros() {
        List<Symbol> declared = constants.keySet().stream()
                .sorted(Comparator.comparing(Symbol::place))
                .toList();
        return translation.free(declared).stream()
                .<com.microsoft.z3.Expr<?>>map(constants::get)
                .toList();
    }

    /** @throws ClassCastException if the expression is no flag, which the type checker excludes */
    BoolExpr truth(Expr expr, Scope scope) {
        return (BoolExpr) value(expr, scope);
    }

    /** @throws ClassCastException if the expression is a flag or a set, which the type checker excludes */
    BitVecExpr number(Expr expr, Scope scope) {
        return (BitVecExpr) value(expr, scope);
    }

    /** What an expression means that stands for itself, in no definition's body. */
    com.microsoft.z3.Expr<?> value(Expr expr, Scope scope) {
        translation.read(expr);
        return encode(expr, scope);
    }

    /** What is assigned to a variable. */
    com.microsoft.z3.Expr<?> assigned(Variable variable, Expr expr, Scope scope) {
        translation.assign(variable, expr);
        return encode(expr, scope);
    }

    /** What an expression means. */
    com.microsoft.z3.Expr<?> encode(Expr expr, Scope scope) {
        return switch (expr) {
            case Expr.Number number -> bits(number.value(), Domain.width(number.type()));
            case Expr.Truth truth -> z3.mkBool(truth.value());
            case Expr.Enumeral enumeral -> enumeral(enumeral.value(), enumeral.type());
            case Expr.EnumeralSet set -> throw new IllegalArgumentException("no guard reads " + ExprText.of(set));
            case Expr.Name name -> named(name.symbol(), scope);
            case Expr.CurrentState ignored -> scope.state();
            case Expr.StateName name -> state(name.state());
            case Expr.Armed armed -> armed(armed.timer(), scope);
            case Expr.Use use -> encode(use.definition().is(), inside(use, scope));
            case Expr.Builtin builtin -> builtin(builtin, scope);
            case Expr.Not not -> z3.mkNot((BoolExpr) encode(not.operand(), scope));
            case Expr.And and -> z3.mkAnd(truths(and.operands(), scope));
            case Expr.Or or -> z3.mkOr(truths(or.operands(), scope));
            case Expr.Compare compare -> chain(compare, scope);
            case Expr.In in -> membership(in, scope);
            case Expr.Arithmetic sum -> arithmetic(sum, scope);
            case Expr.If choice ->
                either(
                        (BoolExpr) encode(choice.condition(), scope),
                        encode(choice.then(), scope),
                        encode(choice.otherwise(), scope));
            case Expr.Otherwise ignored -> throw new IllegalArgumentException("`otherwise` means nothing by itself");
            case Expr.At at -> throw new IllegalArgumentException("only models speak of endpoints: " + ExprText.of(at));
            case Expr.After after ->
                throw new IllegalArgumentException("only models speak of steps: " + ExprText.of(after));
            case Expr.Segments some ->
                throw new IllegalArgumentException("only models speak of segments: " + ExprText.of(some));
        };
    }

    /** What names stand for in the body of a definition. */
    Scope inside(Expr.Use use, Scope scope) {
        var arguments = new HashMap<String, com.microsoft.z3.Expr<?>>();
        for (int i = 0; i < use.arguments().size(); i++) {
            String name = use.definition().arguments().get(i).name();
            arguments.put(name, encode(use.arguments().get(i), scope));
        }
        return scope.inside(arguments);
    }

    /** An unknown of its own, with nothing known of it but its type: what a called procedure may have assigned. */
    com.microsoft.z3.Expr<?> anyValueOf(Symbol symbol, String why) {
        return unknown(symbol, symbol.name() + " " + why);
    }

    private BitVecExpr bits(long value, int width) {
        return z3.mkBV(width < Long.SIZE ? value & ((1L << width) - 1) : value, width);
    }

    private BitVecExpr enumeral(String value, Type.Enumeration type) {
        return z3.mkBV(type.values().indexOf(value), Domain.width(type));
    }

    /** Is the timer armed? */
    BoolExpr armed(Timer timer, Scope scope) {
        BoolExpr known = scope.armed().get(timer.name());
        return known != null
                ? known
                : timers.computeIfAbsent(timer, unknown -> z3.mkBoolConst("armed " + unknown.name()));
    }

    private com.microsoft.z3.Expr<?> named(Symbol symbol, Scope scope) {
        if (symbol instanceof Argument) {
            return scope.arguments().get(symbol.name());
        }
        var assigned = scope.assigned().get(symbol.name());
        if (assigned != null) {
            return assigned;
        }
        var known = constants.get(symbol);
        if (known == null) {
            known = unknown(symbol, symbol.name());
            constants.put(symbol, known);
        }
        return known;
    }

    private com.microsoft.z3.Expr<?> unknown(Symbol symbol, String name) {
        com.microsoft.z3.Expr<?> unknown;
        if (symbol.type() == Type.Simple.FLAG) {
            unknown = z3.mkBoolConst(name);
        } else if (symbol.type() == Type.Simple.RANGES) {
            unknown = z3.mkConst(name, ranges.sort());
        } else {
            unknown = z3.mkBVConst(name, Domain.width(symbol.type()));
        }
        domains.add(Domain.holds(z3, symbol, unknown));
        return unknown;
    }

    private com.microsoft.z3.Expr<?> builtin(Expr.Builtin builtin, Scope scope) {
        var arguments = builtin.arguments().stream()
                .<com.microsoft.z3.Expr<?>>map(argument -> encode(argument, scope))
                .toList();
        return switch (builtin.function()) {
            case MIN -> lesser(builtin.type(), arguments, 0, 1);
            case MAX -> lesser(builtin.type(), arguments, 1, 0);
            case ABS -> {
                var operand = (BitVecExpr) arguments.getFirst();
                yield either(z3.mkBVSLT(operand, bits(0, operand.getSortSize())), z3.mkBVNeg(operand), operand);
            }
            case NONE, WITH, FROM -> ranges.made(builtin.function(), arguments);
            case HOLDS, FITS, IS_EMPTY ->
                ranges.asked(builtin.function(), arguments.getFirst(), rest(arguments), ExprText.of(builtin));
            case END_OF -> ranges.endOf(arguments.getFirst(), rest(arguments).getFirst(), ExprText.of(builtin));
        };
    }

    private static List<BitVecExpr> rest(List<com.microsoft.z3.Expr<?>> arguments) {
        return arguments.stream().skip(1).map(BitVecExpr.class::cast).toList();
    }

    /** {@code if a < b then one else other}, where a, b are the two arguments: their minimum or their maximum. */
    private com.microsoft.z3.Expr<?> lesser(Type type, List<com.microsoft.z3.Expr<?>> arguments, int one, int other) {
        var isLess = less(type, (BitVecExpr) arguments.getFirst(), (BitVecExpr) arguments.get(1));
        return either(isLess, arguments.get(one), arguments.get(other));
    }

    private BoolExpr[] truths(List<Expr> operands, Scope scope) {
        return operands.stream()
                .map(operand -> (BoolExpr) encode(operand, scope))
                .toArray(BoolExpr[]::new);
    }

    private BoolExpr chain(Expr.Compare compare, Scope scope) {
        var comparisons = new BoolExpr[compare.comparisons().size()];
        for (int i = 0; i < comparisons.length; i++) {
            Expr left = compare.operands().get(i);
            Expr right = compare.operands().get(i + 1);
            comparisons[i] =
                    compared(compare.comparisons().get(i), left.type(), encode(left, scope), encode(right, scope));
        }
        return z3.mkAnd(comparisons);
    }

    private BoolExpr compared(
            Expr.Comparison comparison, Type type, com.microsoft.z3.Expr<?> left, com.microsoft.z3.Expr<?> right) {
        return switch (comparison) {
            case EQ -> z3.mkEq(left, right);
            case NE -> z3.mkNot(z3.mkEq(left, right));
            case LT -> less(type, (BitVecExpr) left, (BitVecExpr) right);
            case GT -> less(type, (BitVecExpr) right, (BitVecExpr) left);
            case LE -> z3.mkNot(less(type, (BitVecExpr) right, (BitVecExpr) left));
            case GE -> z3.mkNot(less(type, (BitVecExpr) left, (BitVecExpr) right));
        };
    }

    /** Of sequence numbers: modulo 2^32, so that both of two numbers 2^31 apart are before the other. */
    private BoolExpr less(Type type, BitVecExpr left, BitVecExpr right) {
        if (type == Type.Simple.SEQ) {
            return z3.mkBVSLT(z3.mkBVSub(left, right), bits(0, left.getSortSize()));
        }
        return z3.mkBVSLT(left, right);
    }

    private BoolExpr membership(Expr.In in, Scope scope) {
        var operand = encode(in.operand(), scope);
        return z3.mkOr(in.members().stream()
                .map(member -> z3.mkEq(operand, encode(member, scope)))
                .toArray(BoolExpr[]::new));
    }

    private BitVecExpr arithmetic(Expr.Arithmetic sum, Scope scope) {
        int width = Domain.width(sum.type());
        if (isProductDivided(sum) && width == Integer.SIZE) {
            var product = (Expr.Arithmetic) sum.left();
            BitVecExpr exact = z3.mkBVMul(
                    widened((BitVecExpr) encode(product.left(), scope), Long.SIZE),
                    widened((BitVecExpr) encode(product.right(), scope), Long.SIZE));
            BitVecExpr divisor = widened((BitVecExpr) encode(sum.right(), scope), Long.SIZE);
            return z3.mkExtract(Integer.SIZE - 1, 0, z3.mkBVSDiv(exact, divisor));
        }
        BitVecExpr left = widened((BitVecExpr) encode(sum.left(), scope), width);
        BitVecExpr right = widened((BitVecExpr) encode(sum.right(), scope), width);
        return switch (sum.operator()) {
            case PLUS -> z3.mkBVAdd(left, right);
            case MINUS -> z3.mkBVSub(left, right);
            case TIMES -> z3.mkBVMul(left, right);
            case DIVIDE -> z3.mkBVSDiv(left, right);
        };
    }

    /** {@code a * b / c}, whose product is exact. */
    private static boolean isProductDivided(Expr.Arithmetic sum) {
        return sum.operator() == Expr.Operator.DIVIDE
                && sum.left() instanceof Expr.Arithmetic product
                && product.operator() == Expr.Operator.TIMES;
    }

    /** As Java widens an {@code int} that meets a {@code long}. */
    private BitVecExpr widened(BitVecExpr value, int width) {
        int missing = width - value.getSortSize();
        return missing > 0 ? z3.mkSignExt(missing, value) : value;
    }

    /** {@code if condition then one else other}. */
    @SuppressWarnings("unchecked") // both branches are of one type, which the type checker sees to
    com.microsoft.z3.Expr<?> either(
            BoolExpr condition, com.microsoft.z3.Expr<?> then, com.microsoft.z3.Expr<?> otherwise) {
        return z3.mkITE(
                condition, (com.microsoft.z3.Expr<ArithSort>) then, (com.microsoft.z3.Expr<ArithSort>) otherwise);
    }
}
