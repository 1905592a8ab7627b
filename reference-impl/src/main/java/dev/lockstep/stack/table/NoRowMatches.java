package dev.lockstep.stack.table;

/**
 * No row of a step matches: the tables are incomplete, or the mechanism broke a promise ({@code assumes}, an invariant).
 *
 * <p>For the tables of this project the proofs say that it cannot happen. An edited table may be run unproved.
 */
public final class NoRowMatches extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * @param where the table's file and line
     * @param what the procedure and its step, or the event that no procedure handles
     * @param controlBlock for the message
     * @param event for the message; null where a timer expired
     */
    public NoRowMatches(String where, String what, Object controlBlock, Object event) {
        super(where + ": no row of " + what + " matches\n  " + controlBlock + (event == null ? "" : "\n  " + event));
    }
}
