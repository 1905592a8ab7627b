package dev.lockstep.stack.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name somebody meant to type. */
public final class Nearest {

    private Nearest() {}

    /** The name nearest to {@code word}, upper and lower case being the same, if a few slips lead from one to the other. */
    public static Optional<String> to(String word, List<String> names) {
        String typed = word.toUpperCase(Locale.ROOT);
        return names.stream()
                .filter(name -> slips(typed, name.toUpperCase(Locale.ROOT)) <= Math.max(1, (name.length() + 1) / 3))
                .min(Comparator.comparingInt((String name) -> slips(typed, name.toUpperCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters to insert, drop or replace (Levenshtein). */
    private static int slips(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
