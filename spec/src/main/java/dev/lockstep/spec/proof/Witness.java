package dev.lockstep.spec.proof;

import static java.util.Comparator.comparing;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A case in which something goes wrong, made small: the first state possible, then name by name the smallest value possible,
 * flags false. Only of the names that the expressions concerned really read.
 *
 * @param state empty in a protocol without state
 * @param model the same case for Z3, to evaluate other expressions in
 */
record Witness(Optional<State> state, Map<Symbol, String> values, List<String> answers, Model model) {

    Witness {
        answers = List.copyOf(answers);
    }

    /**
     * Looks for a case.
     *
     * @param condition what has to hold in it, beside what the query assumes
     * @param readers the expressions whose names are of interest
     * @return nothing if there is no case, or Z3 gives up
     */
    static Optional<Witness> find(
            Context z3,
            Query query,
            Encoder encoder,
            List<State> states,
            BoolExpr condition,
            Collection<Expr> readers) {
        return query.within(() -> {
            query.assume(condition);
            return query.check() == Query.Answer.YES
                    ? new Search(z3, query, encoder).smallest(states, Reading.of(readers))
                    : Optional.empty();
        });
    }

    /** {@code in ESTABLISHED with RCV.NXT=0 RCV.WND=0, SEG.SEQ=0 SEG.RST}: variables, then the event, then parameters. */
    String text() {
        var groups = new ArrayList<String>();
        for (Group group : Group.values()) {
            var settings = new ArrayList<String>();
            values.forEach((symbol, setting) -> {
                if (Group.of(symbol) == group) {
                    settings.add(setting);
                }
            });
            if (group == Group.CONTROL_BLOCK) {
                settings.addAll(answers);
            }
            if (!settings.isEmpty()) {
                groups.add(String.join(" ", settings));
            }
        }
        String where = state.map(state -> "in " + state.name()).orElse("");
        String with = groups.isEmpty() ? "" : "with " + String.join(", ", groups);
        return where.isEmpty() || with.isEmpty() ? where + with : where + " " + with;
    }

    /** What is written without a comma between. */
    private enum Group {
        CONTROL_BLOCK,
        EVENT,
        PROFILE;

        static Group of(Symbol symbol) {
            return switch (symbol) {
                case Variable ignored -> CONTROL_BLOCK;
                case Field ignored -> EVENT;
                case Input ignored -> EVENT;
                case Parameter ignored -> PROFILE;
                case Argument argument -> throw new IllegalArgumentException("no name by itself: " + argument.name());
            };
        }
    }

    /** Pins one unknown after another to the smallest value that leaves the case possible. */
    private static final class Search {
        private final Context z3;
        private final Query query;
        private final Encoder encoder;

        Search(Context z3, Query query, Encoder encoder) {
            this.z3 = z3;
            this.query = query;
            this.encoder = encoder;
        }

        Optional<Witness> smallest(List<State> states, Reading reading) {
            Optional<State> state = pinState(states);
            // In the order in which they are declared.
            var unknowns = new TreeMap<Symbol, com.microsoft.z3.Expr<?>>(comparing(Symbol::place));
            unknowns.putAll(encoder.constants());
            unknowns.keySet()
                    .removeIf(symbol -> symbol.type() == Type.Simple.RANGES
                            || !reading.symbols().contains(symbol));
            List<RangesTheory.Ask> asks = encoder.asks().stream()
                    .filter(ask -> reading.asks().contains(ask.text()))
                    .toList();
            unknowns.values().forEach(this::pin);
            // Of one that has just expired everybody knows that it is not armed.
            List<Timer> timers = reading.timers().stream()
                    .filter(encoder.timers()::containsKey)
                    .toList();
            timers.forEach(timer -> pin(encoder.timers().get(timer)));
            asks.forEach(ask -> pin(ask.answer()));
            if (query.check() != Query.Answer.YES) {
                return Optional.empty();
            }
            Model model = query.model();
            var values = new LinkedHashMap<Symbol, String>();
            unknowns.forEach((symbol, unknown) -> values.put(symbol, setting(symbol, model.eval(unknown, true))));
            return Optional.of(new Witness(state, values, answers(timers, asks, model), model));
        }

        private Optional<State> pinState(List<State> states) {
            for (State state : states) {
                BoolExpr isIn = encoder.isIn(List.of(state), encoder.before());
                if (query.ask(isIn) == Query.Answer.YES) {
                    query.assume(isIn);
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }

        private void pin(com.microsoft.z3.Expr<?> unknown) {
            if (unknown instanceof BitVecExpr bits) {
                pinNumber(bits);
            } else {
                prefer(z3.mkNot((BoolExpr) unknown));
            }
        }

        /** The smallest unsigned: zero if possible, else bit by bit from above. */
        private void pinNumber(BitVecExpr number) {
            int width = number.getSortSize();
            if (prefer(z3.mkEq(number, z3.mkBV(0, width)))) {
                return;
            }
            for (int bit = width - 1; bit >= 0; bit--) {
                prefer(z3.mkEq(z3.mkExtract(bit, bit, number), z3.mkBV(0, 1)));
            }
        }

        /** Assumes it if it can be. If it cannot, its contrary already follows. */
        private boolean prefer(BoolExpr wish) {
            boolean can = query.ask(wish) == Query.Answer.YES;
            if (can) {
                query.assume(wish);
            }
            return can;
        }

        private List<String> answers(Collection<Timer> timers, List<RangesTheory.Ask> asks, Model model) {
            var answers = new ArrayList<String>();
            for (Timer timer : timers) {
                answers.add(flag(
                        "armed(" + timer.name() + ")",
                        model.eval(encoder.timers().get(timer), true)));
            }
            for (RangesTheory.Ask ask : asks) {
                if (ask.answer() instanceof BoolExpr answer) {
                    answers.add(flag(ask.text(), model.eval(answer, true)));
                } else {
                    long end = number(model.eval(ask.at().getFirst(), true)) + number(model.eval(ask.answer(), true));
                    answers.add(ask.text() + "=" + Integer.toUnsignedString((int) end));
                }
            }
            return answers;
        }

        private static String setting(Symbol symbol, com.microsoft.z3.Expr<?> value) {
            String name = symbol.name();
            return switch (symbol.type()) {
                case Type.Enumeration of -> name + "=" + of.values().get((int) number(value));
                case Type.SetOf of -> throw new IllegalArgumentException("no guard reads " + Type.word(of));
                case Type.Simple simple ->
                    switch (simple) {
                        case FLAG -> flag(name, value);
                        case SEQ -> name + "=" + number(value);
                        case SIZE, COUNT -> name + "=" + (int) number(value);
                        case DURATION, INSTANT -> name + "=" + number(value) + "ms";
                        case RANGES, STATE -> throw new IllegalArgumentException("no number: " + name);
                    };
            };
        }

        private static String flag(String name, com.microsoft.z3.Expr<?> value) {
            return value.isTrue() ? name : "not " + name;
        }

        /** Unsigned if it has less than 64 bits. */
        private static long number(com.microsoft.z3.Expr<?> value) {
            return ((BitVecNum) value).getBigInteger().longValue();
        }
    }
}
