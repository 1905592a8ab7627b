package dev.lockstep.properties.link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses which name was meant: the nearest by letters inserted, dropped or replaced, if at most two. */
final class Slips {

    private static final int MOST = 2;

    private Slips() {}

    static Optional<String> closest(String word, List<String> names) {
        return names.stream()
                .filter(name -> count(word, name) <= MOST)
                .min(Comparator.comparingInt(name -> count(word, name)));
    }

    private static int count(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
