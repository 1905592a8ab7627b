package dev.lockstep.stack.table;

import java.util.Arrays;

/**
 * A set of sequence numbers, kept as at most {@value #CAPACITY} disjoint intervals: text that arrived ahead of a gap, for
 * one. Changed in place; nothing is allocated after construction.
 *
 * <p>All numbers held at one time lie within 2^30 of each other, as those of a receive window do. Intervals that touch are
 * one, so that {@link #endOf} always is the number of a gap.
 */
public final class Ranges {

    /** As many intervals as are kept track of; a row asks {@link #fits} before it adds one. */
    public static final int CAPACITY = 32;

    /** Interval i is [bounds[2i], bounds[2i+1]); in the order of the sequence space. */
    private final int[] bounds = new int[2 * CAPACITY];

    private int intervals;

    /** Afterwards nothing is held. */
    public void clear() {
        intervals = 0;
    }

    /**
     * Adds the numbers [from, to): none unless {@code from < to}.
     *
     * @throws IllegalStateException when they do not {@linkplain #fits fit}
     */
    public void with(int from, int to) {
        if (!Seq.lt(from, to)) {
            return;
        }
        int first = firstReaching(from);
        int behind = firstBehind(first, to);
        int touched = behind - first;
        if (touched == 0) {
            requireRoom();
            System.arraycopy(bounds, 2 * first, bounds, 2 * first + 2, 2 * (intervals - first));
            intervals++;
        } else {
            from = Seq.min(from, bounds[2 * first]);
            to = Seq.max(to, bounds[2 * behind - 1]);
            System.arraycopy(bounds, 2 * behind, bounds, 2 * first + 2, 2 * (intervals - behind));
            intervals -= touched - 1;
        }
        bounds[2 * first] = from;
        bounds[2 * first + 1] = to;
    }

    /** Removes the numbers before {@code at}. */
    public void from(int at) {
        int gone = 0;
        while (gone < intervals && Seq.le(bounds[2 * gone + 1], at)) {
            gone++;
        }
        intervals -= gone;
        System.arraycopy(bounds, 2 * gone, bounds, 0, 2 * intervals);
        if (intervals > 0 && Seq.lt(bounds[0], at)) {
            bounds[0] = at;
        }
    }

    /** Whether the number {@code at} is held. */
    public boolean holds(int at) {
        return endOf(at) != at;
    }

    /** The end of the interval that holds {@code at}, or {@code at} itself when none does. */
    public int endOf(int at) {
        for (int i = 0; i < intervals; i++) {
            if (Seq.le(bounds[2 * i], at) && Seq.lt(at, bounds[2 * i + 1])) {
                return bounds[2 * i + 1];
            }
        }
        return at;
    }

    /** Whether there is room to add the numbers [from, to). */
    public boolean fits(int from, int to) {
        if (intervals < CAPACITY || !Seq.lt(from, to)) {
            return true;
        }
        int first = firstReaching(from);
        return firstBehind(first, to) > first;
    }

    /** Whether nothing is held. */
    public boolean isEmpty() {
        return intervals == 0;
    }

    /** How many intervals there are. */
    public int intervals() {
        return intervals;
    }

    /** The first number of an interval, counted from 0. */
    public int start(int interval) {
        return bounds[2 * interval];
    }

    /** The number behind an interval, counted from 0. */
    public int end(int interval) {
        return bounds[2 * interval + 1];
    }

    /** Afterwards this holds what {@code other} holds. */
    public void copyFrom(Ranges other) {
        System.arraycopy(other.bounds, 0, bounds, 0, 2 * other.intervals);
        intervals = other.intervals;
    }

    /** The first interval whose end is not before {@code from}: the first that touches an interval beginning there. */
    private int firstReaching(int from) {
        int i = 0;
        while (i < intervals && Seq.lt(bounds[2 * i + 1], from)) {
            i++;
        }
        return i;
    }

    /** The first interval from {@code i} on that begins behind {@code to}, so that there is a gap between. */
    private int firstBehind(int i, int to) {
        while (i < intervals && Seq.le(bounds[2 * i], to)) {
            i++;
        }
        return i;
    }

    private void requireRoom() {
        if (intervals == CAPACITY) {
            throw new IllegalStateException("more than " + CAPACITY + " intervals; the row has to ask fits() before");
        }
    }

    /** Whether both hold the same numbers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Ranges ranges
                && Arrays.equals(bounds, 0, 2 * intervals, ranges.bounds, 0, 2 * ranges.intervals);
    }

    @Override
    public int hashCode() {
        int hash = intervals;
        for (int i = 0; i < 2 * intervals; i++) {
            hash = 31 * hash + bounds[i];
        }
        return hash;
    }

    /** {@code {[10,20) [30,31)}}, numbers unsigned. */
    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (int i = 0; i < intervals; i++) {
            text.append(i == 0 ? "[" : " [")
                    .append(Integer.toUnsignedString(start(i)))
                    .append(',')
                    .append(Integer.toUnsignedString(end(i)))
                    .append(')');
        }
        return text.append('}').toString();
    }
}
