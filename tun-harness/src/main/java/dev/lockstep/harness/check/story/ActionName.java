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

    /** {@code OpenActive}: "OPEN active"; the first word is what the tables call in capitals. */
    String call() {
        String[] words = what.replaceAll("^To(?=[A-Z])", "").split("(?<=[a-z])(?=[A-Z])");
        var call = new StringBuilder(words[0].toUpperCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            call.append(' ').append(words[i].toLowerCase(Locale.ROOT));
        }
        return call.toString();
    }
}
