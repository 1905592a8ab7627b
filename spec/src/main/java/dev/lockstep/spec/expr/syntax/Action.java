package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Place;
import java.util.List;

/** An entry of {@code do:} as it was written. */
public sealed interface Action {
    Place place();

    /** {@code SND.UNA := SEG.ACK}. */
    record Assign(Syntax.Name target, Syntax value, Place place) implements Action {}

    /** {@code tell(reset)}, {@code bind}: arguments by position. */
    record Perform(Syntax.Name effect, List<Syntax> arguments, Place place) implements Action {}

    /** {@code send <SEQ=SND.NXT><CTL=ACK>}: arguments by name; at least one. */
    record PerformSlots(Syntax.Name effect, List<Slot> slots, Place place) implements Action {}

    /** {@code start T for d}, or {@code restart T for d} when {@code again}. */
    record Start(boolean again, Syntax.Name timer, Syntax duration, Place place) implements Action {}

    /** {@code cancel T}. */
    record Cancel(Syntax.Name timer, Place place) implements Action {}

    /** {@code call H}. */
    record Call(Syntax.Name hook, Place place) implements Action {}

    /** {@code delete_tcb}. */
    record DeleteTcb(Place place) implements Action {}

    /** {@code <SEQ=SND.NXT>}. */
    record Slot(Syntax.Name name, Syntax value) {}
}
