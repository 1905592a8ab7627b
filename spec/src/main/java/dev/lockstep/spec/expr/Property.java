package dev.lockstep.spec.expr;

import dev.lockstep.spec.diagnostic.Place;
import java.util.List;

/** A property of a model: an expression over its endpoints, perhaps with time in it. */
public sealed interface Property {
    Place place();

    /** A condition on one moment; without temporal operators inside. */
    record Holds(Expr condition, Place place) implements Property {}

    /** {@code always P}: now and at every later moment. */
    record Always(Property operand, Place place) implements Property {}

    /** {@code eventually P}: now or at some later moment. */
    record Eventually(Property operand, Place place) implements Property {}

    /** {@code P ~> Q}: whenever P, then Q at that moment or later. */
    record LeadsTo(Property cause, Property effect, Place place) implements Property {}

    /** {@code P implies Q}. */
    record Implies(Property premise, Property conclusion, Place place) implements Property {}

    /** {@code not P}. */
    record Not(Property operand, Place place) implements Property {}

    /** {@code P and Q}; at least two operands. */
    record And(List<Property> operands, Place place) implements Property {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** {@code P or Q}; at least two operands. */
    record Or(List<Property> operands, Place place) implements Property {
        public Or {
            operands = List.copyOf(operands);
        }
    }
}
