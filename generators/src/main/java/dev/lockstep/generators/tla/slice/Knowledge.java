package dev.lockstep.generators.tla.slice;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Which variables and fields have but one value all the time, and what expressions are then. Where nothing is known of a value it may
 * be any.
 *
 * <p>Numbers are {@code Long}, flags {@code Boolean}, values of enumerations their names, empty ranges {@link #NONE}.
 */
final class Knowledge {

    private static final Object NONE = "none()";

    private final Map<Symbol, Object> values = new HashMap<>();
    private final Set<Symbol> varied = new HashSet<>();
    private final Set<Timer> armed = new HashSet<>();

    Knowledge() {}

    private Knowledge(Knowledge outer) {
        values.putAll(outer.values);
        varied.addAll(outer.varied);
        armed.addAll(outer.armed);
    }

    /**
     * The symbol may have this value, too.
     *
     * @param value empty if it may be any
     * @return whether that is news
     */
    boolean learn(Symbol symbol, Optional<Object> value) {
        if (varied.contains(symbol)) {
            return false;
        }
        if (value.isEmpty()) {
            values.remove(symbol);
            return varied.add(symbol);
        }
        Object before = values.putIfAbsent(symbol, value.get());
        if (before == null) {
            return true;
        }
        return !before.equals(value.get()) && learn(symbol, Optional.empty());
    }

    /** @return whether that is news */
    boolean learnArmed(Timer timer) {
        return armed.add(timer);
    }

    boolean mayBeArmed(Timer timer) {
        return armed.contains(timer);
    }

    /** May the condition hold? */
    boolean mayHold(Expr condition) {
        return !value(condition).equals(Optional.of(false));
    }

    /** Its value, if it has but one. */
    Optional<Object> value(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> Optional.of(number.value());
            case Expr.Truth truth -> Optional.of(truth.value());
            case Expr.Enumeral enumeral -> Optional.of(enumeral.value());
            case Expr.Name name -> Optional.ofNullable(values.get(name.symbol()));
            case Expr.Use use -> inside(use).value(use.definition().is());
            case Expr.Builtin builtin -> builtin(builtin);
            case Expr.Not not -> value(not.operand()).map(truth -> !(Boolean) truth);
            case Expr.And and -> junction(and.operands(), false);
            case Expr.Or or -> junction(or.operands(), true);
            case Expr.Compare compare -> compare(compare);
            case Expr.In in -> in(in);
            case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expr.If choice -> choice(choice);
            case Expr.Armed timer -> mayBeArmed(timer.timer()) ? Optional.empty() : Optional.of(false);
            case Expr.EnumeralSet ignored -> Optional.empty();
            case Expr.CurrentState ignored -> Optional.empty();
            case Expr.StateName ignored -> Optional.empty();
            case Expr.Otherwise ignored -> Optional.empty();
            case Expr.At ignored -> Optional.empty();
            case Expr.After ignored -> Optional.empty();
            case Expr.Segments ignored -> Optional.empty();
        };
    }

    /** The body of a definition sees its arguments besides. */
    private Knowledge inside(Expr.Use use) {
        if (use.arguments().isEmpty()) {
            return this;
        }
        var inner = new Knowledge(this);
        for (int i = 0; i < use.arguments().size(); i++) {
            inner.learn(
                    use.definition().arguments().get(i), value(use.arguments().get(i)));
        }
        return inner;
    }

    /** @param decisive of the operands' values the one that decides: false of a conjunction */
    private Optional<Object> junction(List<Expr> operands, boolean decisive) {
        List<Optional<Object>> all = operands.stream().map(this::value).toList();
        if (all.contains(Optional.<Object>of(decisive))) {
            return Optional.of(decisive);
        }
        return all.contains(Optional.empty()) ? Optional.empty() : Optional.of(!decisive);
    }

    private Optional<Object> builtin(Expr.Builtin builtin) {
        List<Expr> operands = builtin.arguments();
        return switch (builtin.function()) {
            case NONE -> Optional.of(NONE);
            case FROM -> isNone(operands) ? Optional.of(NONE) : Optional.empty();
            case HOLDS -> isNone(operands) ? Optional.of(false) : Optional.empty();
            case IS_EMPTY -> isNone(operands) ? Optional.of(true) : Optional.empty();
            case MIN -> number(operands.get(0), operands.get(1), Math::min);
            case MAX -> number(operands.get(0), operands.get(1), Math::max);
            case ABS -> number(operands.get(0), operands.get(0), (value, same) -> Math.abs(value));
            case WITH, END_OF, FITS -> Optional.empty();
        };
    }

    private boolean isNone(List<Expr> operands) {
        return value(operands.getFirst()).equals(Optional.of(NONE));
    }

    private Optional<Object> compare(Expr.Compare compare) {
        boolean allKnown = true;
        for (int i = 0; i < compare.comparisons().size(); i++) {
            Optional<Boolean> link = compare(
                    compare.comparisons().get(i),
                    compare.operands().get(i),
                    compare.operands().get(i + 1));
            if (link.equals(Optional.of(false))) {
                return Optional.of(false);
            }
            allKnown &= link.isPresent();
        }
        return allKnown ? Optional.of(true) : Optional.empty();
    }

    private Optional<Boolean> compare(Expr.Comparison comparison, Expr left, Expr right) {
        Optional<Object> one = value(left);
        Optional<Object> other = value(right);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return switch (comparison) {
            case EQ -> Optional.of(one.equals(other));
            case NE -> Optional.of(!one.equals(other));
            case LT -> order(left, one.get(), other.get()).map(order -> order < 0);
            case LE -> order(left, one.get(), other.get()).map(order -> order <= 0);
            case GT -> order(left, one.get(), other.get()).map(order -> order > 0);
            case GE -> order(left, one.get(), other.get()).map(order -> order >= 0);
        };
    }

    /** Of sequence numbers it depends on the modulus. */
    private static Optional<Integer> order(Expr typed, Object one, Object other) {
        return typed.type() == Type.Simple.SEQ ? Optional.empty() : Optional.of(Long.compare((Long) one, (Long) other));
    }

    private Optional<Object> in(Expr.In in) {
        Optional<Object> operand = value(in.operand());
        List<Optional<Object>> members = in.members().stream().map(this::value).toList();
        if (operand.isEmpty() || members.contains(Optional.empty())) {
            return Optional.empty();
        }
        return Optional.of(members.contains(operand));
    }

    private Optional<Object> choice(Expr.If choice) {
        Optional<Object> condition = value(choice.condition());
        if (condition.isPresent()) {
            return value((Boolean) condition.get() ? choice.then() : choice.otherwise());
        }
        Optional<Object> then = value(choice.then());
        return then.equals(value(choice.otherwise())) ? then : Optional.empty();
    }

    private Optional<Object> arithmetic(Expr.Arithmetic sum) {
        return switch (sum.operator()) {
            case PLUS -> number(sum.left(), sum.right(), Long::sum);
            case MINUS -> number(sum.left(), sum.right(), (left, right) -> left - right);
            case TIMES -> number(sum.left(), sum.right(), (left, right) -> left * right);
            case DIVIDE -> Optional.empty();
        };
    }

    private Optional<Object> number(Expr left, Expr right, BinaryOperator<Long> operator) {
        Optional<Object> one = value(left);
        Optional<Object> other = value(right);
        boolean modular = left.type() == Type.Simple.SEQ || right.type() == Type.Simple.SEQ;
        return modular || one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(operator.apply((Long) one.get(), (Long) other.get()));
    }
}
