package dev.lockstep.harness.check.tlc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far TLC is.
 *
 * @param generated states, each as often as it was reached
 * @param distinct states
 * @param queue states whose successors are not known yet
 */
public record Counts(long generated, long distinct, long queue) {

    public static final Counts NONE = new Counts(0, 0, 0);

    private static final Pattern WORDS = Pattern.compile(
            "([\\d,.']+) states generated.*?([\\d,.']+) distinct states found.*?([\\d,.']+) states left on queue");

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
