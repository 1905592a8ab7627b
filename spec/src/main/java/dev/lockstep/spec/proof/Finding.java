package dev.lockstep.spec.proof;

/**
 * What is wrong with a step, without places: those may change while the finding stays, so that it can be cached.
 *
 * @param row the row concerned, counted from 0 in its step; {@link #STEP} when it is the step as a whole
 * @param other the other row of an overlap, else {@link #STEP}
 * @param witness when it goes wrong: {@code in ESTABLISHED with RCV.NXT=0, SEG.SEQ=0}; or the empty string
 * @param detail what the message names besides the rows: the states of a gap, a divisor; or the empty string
 * @param fix what to do; or the empty string, for the advice that always fits
 */
record Finding(Kind kind, int row, int other, String witness, String detail, String fix) {

    /** In place of a row. */
    static final int STEP = -1;

    /** What can be wrong. */
    enum Kind {
        /** {@code row} and the earlier row {@code other} both match. */
        OVERLAP,
        /** No row matches, in the states {@code detail}. */
        GAP,
        /** {@code row} says again, and the measure need not fall. */
        MEASURE,
        /** {@code row} can never match. */
        NEVER,
        /** {@code row} is marked unreachable, and the premises do not exclude it. */
        AFTER_ALL,
        /** {@code row} may break an invariant in the middle of an event; {@code detail} says which, and who relies on it. */
        BREAKS,
        /** The divisor {@code detail} of {@code row} can be zero. */
        DIVISION,
        /** Z3 gave up on {@code detail}. */
        UNDECIDED
    }

    static Finding undecided(int row, String what) {
        return new Finding(Kind.UNDECIDED, row, STEP, "", what, "");
    }
}
