package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import java.util.List;

/** What the names in an expression are called where the expression is to stand. */
interface Naming {

    /** A variable, field, parameter, input or argument. */
    String name(Symbol symbol);

    /** The current state. */
    String state();

    /** The set of armed timers in which this one may be, and its name there. */
    Membership armed(Timer timer);

    /** A definition and what it is applied to before its own arguments. */
    Application use(Definition definition);

    /** The names as one endpoint of a model has them. */
    Naming at(String endpoint);

    /** The names as they are after a step of a model. */
    Naming after();

    /** The names where {@code SEG} is some segment of a model. */
    Naming withSegment();

    /** The segments of an endpoint of a model, as a set. */
    String queue(Expr.Queue queue);

    /** {@code "persist" \in tcb.ARMED}. */
    record Membership(String member, String set) {}

    /** {@code in_window(tcb, ...)}. */
    record Application(String operator, List<String> before) {
        public Application {
            before = List.copyOf(before);
        }
    }
}
