package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import java.util.List;

/**
 * An expression as it was written: names are not resolved, types not known. Parentheses are gone, all else is still there.
 */
public sealed interface Syntax {
    Place place();

    /** {@code 536}: digits only. */
    record Number(String digits, Place place) implements Syntax {}

    /** {@code 200ms}, {@code 2min}. */
    record Duration(String digits, Unit unit, Place place) implements Syntax {}

    /** {@code true}, {@code false}. */
    record Truth(boolean value, Place place) implements Syntax {}

    /** {@code SND.UNA}, {@code ESTABLISHED}, {@code passive}. */
    record Name(String name, Place place) implements Syntax {}

    /** {@code in_window(SEG.SEQ)}. */
    record Apply(String name, List<Syntax> arguments, Place place) implements Syntax {}

    /** {@code SYN,ACK} in a slot; at least two. */
    record Names(List<Syntax> values, Place place) implements Syntax {}

    /** {@code not x}. */
    record Not(Syntax operand, Place place) implements Syntax {}

    /** {@code a and b}; at least two operands. */
    record And(List<Syntax> operands, Place place) implements Syntax {}

    /** {@code a or b}; at least two operands. */
    record Or(List<Syntax> operands, Place place) implements Syntax {}

    /**
     * {@code a < b <= c}.
     *
     * @param places where the signs stand
     */
    record Compare(List<Syntax> operands, List<Expr.Comparison> comparisons, List<Place> places, Place place)
            implements Syntax {}

    /** {@code x in {a, b}}. */
    record In(Syntax operand, List<Syntax> members, Place place) implements Syntax {}

    /**
     * {@code a + b}; {@code place} is where it begins.
     *
     * @param sign where the operator stands
     */
    record Arithmetic(Expr.Operator operator, Syntax left, Syntax right, Place sign, Place place) implements Syntax {}

    /** {@code if c then a else b}. */
    record If(Syntax condition, Syntax then, Syntax otherwise, Place place) implements Syntax {}

    /** {@code otherwise}. */
    record Otherwise(Place place) implements Syntax {}

    /** {@code always P}. */
    record Always(Syntax operand, Place place) implements Syntax {}

    /** {@code eventually P}. */
    record Eventually(Syntax operand, Place place) implements Syntax {}

    /** {@code P ~> Q}. */
    record LeadsTo(Syntax cause, Syntax effect, Place place) implements Syntax {}

    /** {@code P implies Q}. */
    record Implies(Syntax premise, Syntax conclusion, Place place) implements Syntax {}

    /** A unit of time, with its length in milliseconds. */
    enum Unit {
        MS(1),
        S(1_000),
        MIN(60_000);

        private final int milliseconds;

        Unit(int milliseconds) {
            this.milliseconds = milliseconds;
        }

        public int milliseconds() {
            return milliseconds;
        }
    }
}
