package dev.lockstep.spec.expr;

import dev.lockstep.spec.diagnostic.Place;
import java.util.List;
import java.util.stream.Stream;

/** A property of a model: an expression over its endpoints, perhaps with time in it. */
public sealed interface Property {
    Place place();

    /** The conditions on one moment that it is made of, in order. */
    default Stream<Expr> conditions() {
        return this instanceof Holds(Expr condition, var ignored)
                ? Stream.of(condition)
                : parts().stream().flatMap(Property::conditions);
    }

    /** Does it look at more than one moment? */
    default boolean hasTime() {
        return switch (this) {
            case Always ignored -> true;
            case Eventually ignored -> true;
            case LeadsTo ignored -> true;
            case Holds ignored -> false;
            case Implies ignored -> parts().stream().anyMatch(Property::hasTime);
            case Not ignored -> parts().stream().anyMatch(Property::hasTime);
            case And ignored -> parts().stream().anyMatch(Property::hasTime);
            case Or ignored -> parts().stream().anyMatch(Property::hasTime);
        };
    }

    /** The properties that it joins, in order; none of a condition. */
    default List<Property> parts() {
        return switch (this) {
            case Holds ignored -> List.of();
            case Always always -> List.of(always.operand());
            case Eventually eventually -> List.of(eventually.operand());
            case LeadsTo leads -> List.of(leads.cause(), leads.effect());
            case Implies implies -> List.of(implies.premise(), implies.conclusion());
            case Not not -> List.of(not.operand());
            case And and -> and.operands();
            case Or or -> or.operands();
        };
    }

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
