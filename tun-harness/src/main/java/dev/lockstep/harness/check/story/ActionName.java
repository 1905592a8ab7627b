package dev.lockstep.harness.check.story;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of an action, taken apart.
 *
 * @param what {@code Receive} of {@code ReceiveA}
 * @param end {@code A}; empty if it names none
 */
record ActionName(String what, Optional<String> end) {

    private static final String TIMEOUT = "Timeout";
    private static final String EARLY = "Early";

    static ActionName of(String name, Collection<String> ends) {
        String bare = name.replaceAll("\\(.*", ""); // newer versions of TLC add arguments
        return ends.stream()
                .filter(end -> bare.endsWith(end) && bare.length() > end.length())
                .findFirst()
                .map(end -> new ActionName(bare.substring(0, bare.length() - end.length()), Optional.of(end)))
                .orElse(new ActionName(bare, Optional.empty()));
    }

    boolean begins(String word) {
        return what.startsWith(word);
    }

    /** What to call the expiry of this timer, if that is what {@code RetransmissionTimeout} or {@code RetransmissionEarly} is. */
    Optional<String> expiry(String timer) {
        if (sameName(timer, what) || sameName(timer + TIMEOUT, what)) {
            return Optional.of(timer);
        }
        return sameName(timer + EARLY, what) ? Optional.of("early " + timer) : Optional.empty();
    }

    /** {@code TimeWait} and {@code time-wait} are the same. */
    private static boolean sameName(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** {@code OpenActive}: "OPEN active"; {@code Send2}: "SEND 2". The first word is what the tables write in capitals. */
    String call() {
        String[] words = what.split("(?<=[a-z])(?=[A-Z0-9])");
        var call = new StringBuilder(words[0].toUpperCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            call.append(' ').append(words[i].toLowerCase(Locale.ROOT));
        }
        return call.toString();
    }
}
