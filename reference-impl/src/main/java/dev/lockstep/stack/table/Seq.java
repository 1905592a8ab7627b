package dev.lockstep.stack.table;

/**
 * Sequence numbers: all 2^32 values of an {@code int}, compared on a circle (RFC 9293 §3.4).
 *
 * <p>Sums and differences need no help, since {@code int} arithmetic is modulo 2^32 already. Two numbers half a circle
 * apart are each less than the other; {@link #le} and {@link #ge} are the converses negated, so that neither is then less
 * than or equal to the other.
 */
public final class Seq {

    private Seq() {}

    /** {@code a < b} */
    public static boolean lt(int a, int b) {
        return a - b < 0;
    }

    /** {@code a <= b}: not {@code b < a} */
    public static boolean le(int a, int b) {
        return b - a >= 0;
    }

    /** {@code a > b}: {@code b < a} */
    public static boolean gt(int a, int b) {
        return b - a < 0;
    }

    /** {@code a >= b}: not {@code a < b} */
    public static boolean ge(int a, int b) {
        return a - b >= 0;
    }

    /** The earlier: {@code if a < b then a else b}. */
    public static int min(int a, int b) {
        return a - b < 0 ? a : b;
    }

    /** The later: {@code if a < b then b else a}. */
    public static int max(int a, int b) {
        return a - b < 0 ? b : a;
    }
}
