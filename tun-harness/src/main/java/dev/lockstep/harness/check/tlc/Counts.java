package dev.lockstep.harness.check.tlc;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far TLC is.
 *
 * @param generated states, each as often as it was reached
 * @param distinct states
 * @param queue states whose successors are not known yet
 * @param runs drawn by lot, if they are; then nobody counts distinct states
 */
public record Counts(long generated, long distinct, long queue, OptionalLong runs) {

    public static final Counts NONE = new Counts(0, 0, 0);

    /** Before the first of the runs drawn by lot. */
    static final Counts NO_RUNS = ofRuns(0, 0);

    private static final Pattern GENERATED = Pattern.compile("([\\d,.']+) states generated");

    private static final Pattern WORDS = Pattern.compile(
            "([\\d,.']+) states generated.*?([\\d,.']+) distinct states found.*?([\\d,.']+) states left on queue");

    /** Of a search through all states. */
    public Counts(long generated, long distinct, long queue) {
        this(generated, distinct, queue, OptionalLong.empty());
    }

    /** @param generated states met in the runs, and beside them: TLC looks at each state that could have been next */
    public static Counts ofRuns(long generated, long runs) {
        return new Counts(generated, 0, 0, OptionalLong.of(runs));
    }

    /** What TLC says of runs drawn by lot: it counts states there, not runs. */
    Counts withGenerated(String text) {
        Matcher words = GENERATED.matcher(text);
        return words.find() ? new Counts(number(words.group(1)), distinct, queue, runs) : this;
    }

    static Optional<Counts> read(String text) {
        Matcher words = WORDS.matcher(text);
        return words.find()
                ? Optional.of(new Counts(number(words.group(1)), number(words.group(2)), number(words.group(3))))
                : Optional.empty();
    }

    /** TLC groups digits in the manner of the locale. */
    private static long number(String grouped) {
        return Long.parseLong(grouped.replaceAll("\\D", ""));
    }
}
