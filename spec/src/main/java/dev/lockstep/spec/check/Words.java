package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;

/** Types and their confusions in words, for messages. */
final class Words {

    private Words() {}

    /** {@code a sequence number (seq)}. */
    static String of(Type type) {
        return switch (type) {
            case Simple simple ->
                switch (simple) {
                    case SEQ -> "a sequence number (seq)";
                    case SIZE -> "a size";
                    case COUNT -> "a count";
                    case DURATION -> "a duration";
                    case INSTANT -> "an instant";
                    case FLAG -> "a flag";
                    case RANGES -> "ranges";
                    case STATE -> "a state";
                };
            case Type.Enumeration enumeration -> "a value of " + enumeration.name();
            case Type.SetOf set -> "a set of " + set.of().name();
        };
    }

    /** How one could come from {@code found} to {@code wanted}; the empty string if there is no way. */
    static String conversion(Type found, Type wanted) {
        if (!(found instanceof Simple from) || !(wanted instanceof Simple to)) {
            return "";
        }
        if (from == Simple.SEQ && to == Simple.SIZE) {
            return "take the difference of two sequence numbers, which is a size";
        }
        if (from == Simple.SIZE && to == Simple.SEQ) {
            return "add it to a sequence number";
        }
        if (from == Simple.COUNT && to == Simple.SIZE) {
            return "multiply it by a size";
        }
        if (from == Simple.INSTANT && to == Simple.DURATION) {
            return "take the difference of two instants, which is a duration";
        }
        if (from == Simple.DURATION && to == Simple.INSTANT) {
            return "add it to an instant, e.g. NOW";
        }
        return to == Simple.FLAG ? "compare it with something" : "";
    }

    /** What may have been meant by an operator between these. */
    static String operatorAdvice(Expr.Operator operator, Type left, Type right) {
        if (left == Simple.SIZE && right == Simple.SEQ && operator == Expr.Operator.PLUS) {
            return "write the sequence number first";
        }
        if (left == Simple.SEQ && right == Simple.SEQ && operator == Expr.Operator.PLUS) {
            return "add a size to a sequence number";
        }
        if ((left == Simple.SIZE && right == Simple.COUNT) || (left == Simple.COUNT && right == Simple.SIZE)) {
            return "multiply the count by the size of one";
        }
        return "see \"Types and expressions\" in spec/README.md";
    }
}
