package dev.lockstep.harness.check.inside;

/** How far TLC is, as a line of its output that is none of TLC's own. */
public final class ProgressLine {

    private static final String MARK = "@lockstep progress ";

    private ProgressLine() {}

    static String of(long generated, long distinct, long queue) {
        return MARK + generated + " " + distinct + " " + queue;
    }

    public static boolean is(String line) {
        return line.startsWith(MARK);
    }

    /** Generated states, distinct states, states in the queue. */
    public static long[] read(String line) {
        String[] numbers = line.substring(MARK.length()).split(" ");
        return new long[] {Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2])};
    }
}
