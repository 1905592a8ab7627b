package dev.lockstep.harness.capture;

/**
 * What a pcapng interface's timestamps count.
 *
 * @param resolution {@code if_tsresol}: units of 10 to the minus that, or with the top bit set of 2 to the minus the
 *     rest
 * @param offsetSeconds {@code if_tsoffset}: added to each
 */
record TimeUnits(int resolution, long offsetSeconds) {

    /** What a file means that does not say. */
    static final int MICROSECONDS = 6;

    private static final long NANOS = 1_000_000_000L;

    /** Nanoseconds since 1970, as exact as whole ones can be; what no {@code long} can hold becomes its end. */
    long toEpochNanos(long units) {
        int exponent = resolution & 0x7f;
        long seconds;
        long nanos;
        if ((resolution & 0x80) != 0) {
            seconds = exponent >= 64 ? 0 : units >>> exponent;
            long fraction = exponent == 0 ? 0 : units & (exponent >= 64 ? -1L : (1L << exponent) - 1);
            nanos = binaryFraction(fraction, exponent);
        } else if (exponent > 18) {
            return 0; // a unit below an attosecond: the whole range of the field is less than 19 seconds
        } else {
            long perSecond = power(exponent);
            seconds = Long.divideUnsigned(units, perSecond);
            long fraction = Long.remainderUnsigned(units, perSecond);
            nanos = exponent <= 9 ? fraction * power(9 - exponent) : fraction / power(exponent - 9);
        }
        if (seconds < 0) { // unsigned, and beyond any long of nanoseconds
            return Long.MAX_VALUE;
        }
        try {
            return Math.addExact(Math.multiplyExact(Math.addExact(seconds, offsetSeconds), NANOS), nanos);
        } catch (ArithmeticException outOfRange) {
            return offsetSeconds >= 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
    }

    private static long binaryFraction(long fraction, int exponent) {
        if (exponent > 64) {
            return 0;
        }
        long aligned = exponent == 0 ? 0 : fraction << (64 - exponent); // a fraction of 2^64
        return Math.unsignedMultiplyHigh(aligned, NANOS);
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
