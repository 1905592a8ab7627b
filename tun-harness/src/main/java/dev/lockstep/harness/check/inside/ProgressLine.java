package dev.lockstep.harness.check.inside;

import java.util.Arrays;

/** How far TLC is, as a line of its output that is none of TLC's own. */
public final class ProgressLine {

    private static final String MARK = "@lockstep progress ";

    private ProgressLine() {}

    static String of(long generated, long distinct, long queue) {
        return MARK + generated + " " + distinct + " " + queue;
    }

    /** Of runs drawn by lot. */
    static String ofRuns(long generated, long runs) {
        return MARK + generated + " " + runs;
    }

    public static boolean is(String line) {
        return line.startsWith(MARK);
    }

    /** Generated states, distinct states, states in the queue; or generated states and runs. */
    public static long[] read(String line) {
        return Arrays.stream(line.substring(MARK.length()).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    public static boolean isOfRuns(long[] numbers) {
        return numbers.length == 2;
    }
}
