package dev.lockstep.harness.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant to type. */
final class Spelling {

    /** Two slips of the finger; with more it is rather another word. */
    private static final int MOST_SLIPS = 2;

    private Spelling() {}

    /** The candidate nearest to {@code word}, if it is near enough to be meant. */
    static Optional<String> closest(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> slips(word, candidate) <= Math.min(MOST_SLIPS, word.length() / 2))
                .min(Comparator.comparingInt((String candidate) -> slips(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
    static int slips(String from, String to) {
        int[][] slips = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int replace = slips[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                slips[i][j] = Math.min(replace, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], 1 + slips[i - 2][j - 2]);
                }
            }
        }
        return slips[from.length()][to.length()];
    }
}
