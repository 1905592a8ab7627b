package dev.lockstep.harness.ladder;

import java.util.List;

/** What happens next. Events stand in the order of time. */
public sealed interface LadderEvent {

    /** How the margin names the event: the number of a step, or a time. */
    String when();

    /**
     * Something happens at one end, and what that end makes of it.
     *
     * @param state of this end afterwards; empty when nobody knows
     * @param rows ids of the table rows that fired, in their order
     * @param sends what leaves this end now, in this order
     */
    record Step(
            String when,
            Side at,
            Cause cause,
            String state,
            List<String> rows,
            List<Change> changes,
            List<Message> sends)
            implements LadderEvent {
        public Step {
            rows = List.copyOf(rows);
            changes = List.copyOf(changes);
            sends = List.copyOf(sends);
        }
    }

    /** Something happens to a message between the ends. */
    record Mishap(String when, Message message, Side towards, Fate fate) implements LadderEvent {}

    /** A remark across both lanes. */
    record Remark(String when, String text) implements LadderEvent {}
}
