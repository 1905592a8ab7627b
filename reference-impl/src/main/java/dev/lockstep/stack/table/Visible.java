package dev.lockstep.stack.table;

/** A control block or an event, whose parts can be gone through by their names in the tables. */
public interface Visible {

    /** Shows every part; each is afterwards what the answer was. */
    void visit(Fields fields);
}
