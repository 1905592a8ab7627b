package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;

/**
 * How wide a value of each type is, and which values a name can have.
 *
 * <p>Variables and parameters of type size and count are at least 0 and below 2^30 (spec/README.md, "Types and expressions"),
 * durations and instants at least 0 and below 2^52 milliseconds. A field of an event has every value of its type unless the
 * event {@code assumes} otherwise: it comes from outside.
 */
final class Domain {

    /** Sizes and counts are below this. */
    static final long SIZE_END = 1L << 30;

    /** Milliseconds, durations and instants alike, are below this: 142,000 years. */
    static final long TIME_END = 1L << 52;

    private Domain() {}

    /** Bits of a value. @throws IllegalArgumentException for flags, ranges and sets, which are no bit vectors */
    static int width(Type type) {
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ, SIZE, COUNT -> Integer.SIZE;
                    case DURATION, INSTANT -> Long.SIZE;
                    case FLAG, RANGES, STATE -> throw new IllegalArgumentException("no number: " + simple.word());
                };
            case Type.Enumeration enumeration -> bitsFor(enumeration.values().size());
            case Type.SetOf set -> throw new IllegalArgumentException("no number: " + Type.word(set));
        };
    }

    /** Bits that tell so many values apart; at least one. */
    static int bitsFor(int values) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(values - 1));
    }

    /** What is known of the value of a name without looking at any invariant. */
    static BoolExpr holds(Context z3, Symbol symbol, com.microsoft.z3.Expr<?> value) {
        return switch (symbol.type()) {
            case Type.Enumeration enumeration ->
                below(z3, value, enumeration.values().size());
            case Type.SetOf ignored -> z3.mkTrue();
            case Type.Simple simple ->
                switch (simple) {
                    case SIZE, COUNT -> symbol instanceof Parameter ? below(z3, value, SIZE_END) : z3.mkTrue();
                    case DURATION, INSTANT ->
                        isOurs(symbol) || symbol instanceof Input ? below(z3, value, TIME_END) : z3.mkTrue();
                    case SEQ, FLAG, RANGES, STATE -> z3.mkTrue();
                };
        };
    }

    private static boolean isOurs(Symbol symbol) {
        return switch (symbol) {
            case Variable ignored -> true;
            case Parameter ignored -> true;
            case Field ignored -> false;
            case Input ignored -> false;
            case Argument ignored -> false;
        };
    }

    /** {@code 0 <= value < end}: as one unsigned comparison. True if every value is below. */
    static BoolExpr below(Context z3, com.microsoft.z3.Expr<?> value, long end) {
        var bits = (BitVecExpr) value;
        if (bits.getSortSize() < Long.SIZE && end >= 1L << bits.getSortSize()) {
            return z3.mkTrue();
        }
        return z3.mkBVULT(bits, z3.mkBV(end, bits.getSortSize()));
    }
}
