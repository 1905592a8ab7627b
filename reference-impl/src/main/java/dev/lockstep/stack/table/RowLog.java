package dev.lockstep.stack.table;

import java.util.Arrays;

/**
 * Which rows fired: how often each since the beginning, and which ones, in order, in the current event.
 *
 * <p>Rows are known by the ordinal of the protocol's generated {@code Row}. All control blocks of a stack share one log
 * per protocol. Nothing is allocated after construction.
 */
public final class RowLog {

    /**
     * Rows remembered of one event. An event fires a dozen; only an acknowledgement that opens a large window for tiny
     * segments fires more, and then the first are the telling ones.
     */
    public static final int CAPACITY = 4096;

    private final long[] counts;
    private final int[] current = new int[CAPACITY];
    private int size;

    /** @param rows how many rows the protocol has: {@code Row.values().length} */
    public RowLog(int rows) {
        counts = new long[rows];
    }

    /** Another event begins. */
    public void begin() {
        size = 0;
    }

    /** A row fires. */
    public void fired(int ordinal) {
        counts[ordinal]++;
        if (size < CAPACITY) {
            current[size] = ordinal;
        }
        size++;
    }

    /** How often a row has fired since the beginning. */
    public long count(int ordinal) {
        return counts[ordinal];
    }

    /** How many rows there are. */
    public int rows() {
        return counts.length;
    }

    /** How many rows of the current event can be asked for by {@link #row}. */
    public int size() {
        return Math.min(size, CAPACITY);
    }

    /** How many rows of the current event were counted but not remembered. */
    public int omitted() {
        return size - size();
    }

    /** The ordinal of a row of the current event, in the order in which they fired. */
    public int row(int index) {
        if (index >= size()) {
            throw new IndexOutOfBoundsException("row " + index + " of " + size());
        }
        return current[index];
    }

    /** The ordinals of the rows of the current event, in a new array: for traces, not for the stack itself. */
    public int[] current() {
        return Arrays.copyOf(current, size());
    }
}
