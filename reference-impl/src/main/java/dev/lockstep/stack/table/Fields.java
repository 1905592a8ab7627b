package dev.lockstep.stack.table;

/**
 * Goes through a control block or an event: of each variable or field it is shown the name, as the tables have it, and the value,
 * and says which value it shall have. Who only looks gives back what it got. For recordings and for playing them again; the stack
 * itself never calls this.
 */
public interface Fields {

    /** A sequence number. */
    int seq(String name, int value);

    /** A size or a count. */
    int size(String name, int value);

    boolean flag(String name, boolean value);

    /** A span of time in milliseconds. */
    long duration(String name, long value);

    /** A point of time in milliseconds. */
    long instant(String name, long value);

    /** A set of sequence numbers, changed in place. */
    void ranges(String name, Ranges value);

    /**
     * One of an enumeration, or a state.
     *
     * @param value null where nothing was said
     */
    <T extends Titled> T one(String name, T value, T[] all);

    /** A set of an enumeration's members, a bit each. */
    int bits(String name, int value);

    /** Whether a timer is armed. */
    boolean armed(String timer, boolean value);
}
