package dev.lockstep.spec.expr;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Variable;
import java.util.List;

/** One entry of a row's {@code do:}. */
public sealed interface Statement {
    Place place();

    /** The expressions in it: a right-hand side, arguments, a duration. */
    default List<Expr> expressions() {
        return switch (this) {
            case Assign assign -> List.of(assign.value());
            case Perform perform -> perform.arguments();
            case Start start -> List.of(start.duration());
            case Restart restart -> List.of(restart.duration());
            case Cancel ignored -> List.of();
            case Call ignored -> List.of();
            case DeleteTcb ignored -> List.of();
        };
    }

    /**
     * {@code SND.UNA := SEG.ACK}. A variable of type ranges is assigned only {@code none()}, or {@code with} or
     * {@code from} of itself, so that it can be changed in place.
     */
    record Assign(Variable variable, Expr value, Place place) implements Statement {}

    /** An effect; {@code arguments} in the order of the effect's slots, defaults filled in. */
    record Perform(Effect effect, List<Expr> arguments, Place place) implements Statement {
        public Perform {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code start T for d}: arms the timer if it is not armed, else leaves it alone (RFC 6298 5.1). */
    record Start(Timer timer, Expr duration, Place place) implements Statement {}

    /** {@code restart T for d}: arms the timer anew whether or not it is armed (RFC 6298 5.3). */
    record Restart(Timer timer, Expr duration, Place place) implements Statement {}

    /** {@code cancel T}. */
    record Cancel(Timer timer, Place place) implements Statement {}

    /** {@code call H}: runs the procedure that answers the hook; it sees the values after the row's assignments. */
    record Call(Hook hook, Place place) implements Statement {}

    /** {@code delete_tcb}: start values, no timers; stands only in a row that goes to the state without control block. */
    record DeleteTcb(Place place) implements Statement {}
}
