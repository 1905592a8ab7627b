package dev.lockstep.spec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * What Z3 is told an expression means is what it means in Java.
 *
 * <p>Without shrinking: when that takes too long, jqwik goes on while it still runs in another thread, and Z3's context, which both
 * then use, belongs to one thread.
 */
class EncoderProperties {

    private static Context z3;

    @BeforeContainer
    static void open() {
        z3 = new Context();
    }

    @AfterContainer
    static void close() {
        z3.close();
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void meansTheSameAsInJava(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
        var random = new RandomExpr(seed);
        Expr expr = random.flag(depth);
        var encoder = new Encoder(z3, List.of(Build.A, Build.B));
        com.microsoft.z3.Expr<?> encoded = encoder.value(expr, encoder.before());
        List<Divisions.ByZero> divisions = Divisions.in(expr, z3, encoder, encoder.before());

        Map<String, Object> values = new HashMap<>();
        random.symbols().forEach(symbol -> values.put(symbol.name(), random.valueOf(symbol)));
        State state = seed % 2 == 0 ? Build.A : Build.B;
        Object inJava;
        try {
            inJava = new Interpreter(values, state).value(expr);
        } catch (ArithmeticException byZero) {
            inJava = byZero;
        }

        boolean dividesByZero = divisions.stream()
                .anyMatch(division ->
                        with(values, state, encoder, division.fails()).isTrue());
        Statistics.label("divides by zero").collect(dividesByZero);
        // Java evaluates a chain of comparisons only as far as it holds; the proof looks at all of it.
        if (inJava instanceof ArithmeticException) {
            assertThat(dividesByZero).isTrue();
        } else if (!dividesByZero) {
            assertThat(with(values, state, encoder, encoded).isTrue()).isEqualTo(inJava);
        }
    }

    /** What Z3 says can be, can be in Java, and the witness tells when; what it says cannot be is not met by chance either. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void witnessesHoldInJava(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int depth) {
        var random = new RandomExpr(seed);
        Expr one = random.flag(depth);
        Expr other = random.flag(depth);
        Assume.that(!Reading.of(List.of(one, other)).divides());
        var encoder = new Encoder(z3, List.of(Build.A, Build.B));
        BoolExpr both = z3.mkAnd(encoder.truth(one, encoder.before()), encoder.truth(other, encoder.before()));
        var query = new Query(z3, Limit.USUAL);
        query.assume(encoder.isIn(List.of(Build.A, Build.B), encoder.before()));
        query.assume(encoder.facts().toArray(BoolExpr[]::new));
        Query.Answer answer = query.ask(both);
        Statistics.label("can be").collect(answer);

        Map<String, Object> values = new HashMap<>();
        random.symbols().forEach(symbol -> values.put(symbol.name(), random.valueOf(symbol)));
        if (answer == Query.Answer.YES) {
            Witness witness = Witness.find(z3, query, encoder, List.of(Build.A, Build.B), both, List.of(one, other))
                    .orElseThrow();
            encoder.constants()
                    .forEach((symbol, unknown) -> values.put(
                            symbol.name(), inJava(symbol, witness.model().eval(unknown, true))));
            var interpreter = new Interpreter(values, witness.state().orElseThrow());
            assertThat(interpreter.truth(one) && interpreter.truth(other))
                    .as("%s", witness.text())
                    .isTrue();
        } else if (answer == Query.Answer.NO) {
            var interpreter = new Interpreter(values, Build.A);
            assertThat(interpreter.truth(one) && interpreter.truth(other)).isFalse();
        }
    }

    /** Numbers that may be taken to be 0 may be: no answer changes, though what was too hard may become easy. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void translationChangesNoAnswer(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
        var random = new RandomExpr(seed);
        Expr expr = random.flag(depth);
        Assume.that(!Reading.of(expr).divides());
        var encoder = new Encoder(z3, List.of(Build.A, Build.B));
        BoolExpr truth = encoder.truth(expr, encoder.before());
        Statistics.label("may be moved").collect(encoder.zeros().size());
        Query.Answer moved = answer(encoder, truth, encoder.zeros());
        Query.Answer plain = answer(encoder, truth, List.of());
        Statistics.label("answers").collect(plain, moved);
        if (plain != Query.Answer.UNDECIDED && moved != Query.Answer.UNDECIDED) {
            assertThat(moved).isEqualTo(plain);
        }
    }

    private static Query.Answer answer(Encoder encoder, BoolExpr truth, List<com.microsoft.z3.Expr<?>> zeros) {
        var query = new Query(z3, Limit.USUAL);
        query.fix(zeros);
        query.assume(encoder.facts().toArray(BoolExpr[]::new));
        return query.ask(truth);
    }

    private static Object inJava(Symbol symbol, com.microsoft.z3.Expr<?> value) {
        if (symbol.type() == Type.Simple.FLAG) {
            return value.isTrue();
        }
        long number = ((BitVecNum) value).getBigInteger().longValue();
        boolean is64 = symbol.type() == Type.Simple.DURATION || symbol.type() == Type.Simple.INSTANT;
        return is64 ? (Object) number : (Object) (int) number;
    }

    /** The expression with every unknown replaced by its value: true or false. */
    private static com.microsoft.z3.Expr<?> with(
            Map<String, Object> values, State state, Encoder encoder, com.microsoft.z3.Expr<?> encoded) {
        var unknowns = new ArrayList<com.microsoft.z3.Expr<?>>();
        var replacements = new ArrayList<com.microsoft.z3.Expr<?>>();
        for (Map.Entry<Symbol, com.microsoft.z3.Expr<?>> unknown :
                encoder.constants().entrySet()) {
            unknowns.add(unknown.getValue());
            replacements.add(literal(values.get(unknown.getKey().name()), unknown.getValue()));
        }
        unknowns.add(encoder.before().state());
        replacements.add(encoder.state(state));
        com.microsoft.z3.Expr<?> result = encoded.substitute(
                        unknowns.toArray(com.microsoft.z3.Expr[]::new),
                        replacements.toArray(com.microsoft.z3.Expr[]::new))
                .simplify();
        assertThat(result.isTrue() || result.isFalse()).as("%s", result).isTrue();
        return result;
    }

    private static com.microsoft.z3.Expr<?> literal(Object value, com.microsoft.z3.Expr<?> unknown) {
        if (value instanceof Boolean flag) {
            return z3.mkBool(flag);
        }
        int width = ((com.microsoft.z3.BitVecExpr) unknown).getSortSize();
        return z3.mkBV(((Number) value).longValue(), width);
    }
}
