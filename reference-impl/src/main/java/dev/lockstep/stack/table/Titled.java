package dev.lockstep.stack.table;

/** A name of the tables that became a Java constant: {@code SYN_RECEIVED} is {@code SYN-RECEIVED} there and in the RFC. */
public interface Titled {

    /** The name as the tables and the RFC spell it. */
    String title();
}
