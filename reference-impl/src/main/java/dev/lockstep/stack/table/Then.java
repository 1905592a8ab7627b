package dev.lockstep.stack.table;

/** How a row ends. Numbers, since a step hands one back for each segment. */
public final class Then {

    /** Go on with the next step. */
    public static final int NEXT = 0;

    /** The procedure ends; one that was called returns to its caller. */
    public static final int STOP = 1;

    /** Run this step anew. */
    public static final int AGAIN = 2;

    private Then() {}
}
