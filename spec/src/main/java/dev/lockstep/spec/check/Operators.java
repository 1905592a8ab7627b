package dev.lockstep.spec.check;

import static dev.lockstep.spec.model.Type.Simple.COUNT;
import static dev.lockstep.spec.model.Type.Simple.DURATION;
import static dev.lockstep.spec.model.Type.Simple.INSTANT;
import static dev.lockstep.spec.model.Type.Simple.SEQ;
import static dev.lockstep.spec.model.Type.Simple.SIZE;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Type;
import java.util.Optional;

/** Which types the operators of arithmetic take and give: the table of the language reference. */
final class Operators {

    private Operators() {}

    /** The type of {@code left operator right}; empty if the operator does not take these. */
    static Optional<Type> result(Expr.Operator operator, Type left, Type right) {
        if (!(left instanceof Type.Simple l) || !(right instanceof Type.Simple r)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (operator) {
                    case PLUS -> sum(l, r);
                    case MINUS -> difference(l, r);
                    case TIMES -> product(l, r);
                    case DIVIDE -> quotient(l, r);
                });
    }

    private static Type sum(Type.Simple left, Type.Simple right) {
        return switch (left) {
            case SEQ -> right == SIZE ? SEQ : null;
            case SIZE, COUNT, DURATION -> right == left ? left : null;
            case INSTANT -> right == DURATION ? INSTANT : null;
            case FLAG, RANGES, STATE -> null;
        };
    }

    private static Type difference(Type.Simple left, Type.Simple right) {
        return switch (left) {
            case SEQ -> right == SIZE ? SEQ : right == SEQ ? SIZE : null;
            case SIZE, COUNT, DURATION -> right == left ? left : null;
            case INSTANT -> right == INSTANT ? DURATION : null;
            case FLAG, RANGES, STATE -> null;
        };
    }

    private static Type product(Type.Simple left, Type.Simple right) {
        return switch (left) {
            case SIZE -> right == SIZE || right == COUNT ? SIZE : null;
            case COUNT -> right == SIZE || right == COUNT || right == DURATION ? right : null;
            case DURATION -> right == COUNT ? DURATION : null;
            case SEQ, INSTANT, FLAG, RANGES, STATE -> null;
        };
    }

    private static Type quotient(Type.Simple left, Type.Simple right) {
        return switch (left) {
            case SIZE -> right == SIZE || right == COUNT ? SIZE : null;
            case COUNT, DURATION -> right == COUNT ? left : null;
            case SEQ, INSTANT, FLAG, RANGES, STATE -> null;
        };
    }

    /** The type of a bare number on the right of {@code known operator}. */
    static Type bareRight(Expr.Operator operator, Type known) {
        return switch (operator) {
            case PLUS, MINUS -> known == SEQ ? SIZE : known == INSTANT ? DURATION : known;
            case TIMES, DIVIDE -> COUNT;
        };
    }

    /**
     * The type of a bare number on the left of {@code operator known}.
     *
     * @param wanted of the whole; null if nobody says
     */
    static Type bareLeft(Expr.Operator operator, Type known, Type wanted) {
        return switch (operator) {
            case PLUS, MINUS -> known == SEQ || known == INSTANT ? COUNT : known;
            case TIMES -> known == COUNT && wanted == SIZE ? SIZE : COUNT;
            case DIVIDE -> known == SIZE || wanted == SIZE ? SIZE : COUNT;
        };
    }

    /** Do values of this type come in an order? */
    static boolean isOrdered(Type type) {
        return type == SEQ || type == SIZE || type == COUNT || type == DURATION || type == INSTANT;
    }
}
