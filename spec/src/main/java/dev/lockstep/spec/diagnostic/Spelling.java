package dev.lockstep.spec.diagnostic;

import java.util.Collection;
import java.util.Optional;

/** Guesses what somebody meant to write. */
public final class Spelling {

    /** Two slips of the finger; with more it is rather another word. */
    private static final int MOST_SLIPS = 2;

    /** No name is longer, and the work grows with the square. */
    private static final int LONGEST = 64;

    private Spelling() {}

    /** The candidate nearest to {@code word}, if it is near enough to be meant; the first in the alphabet of several. */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.min(MOST_SLIPS, word.length() / 2);
        String best = null;
        int fewest = most + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) > most) {
                continue;
            }
            int slips = slips(word, candidate);
            if (slips < fewest || (slips == fewest && best != null && candidate.compareTo(best) < 0)) {
                fewest = slips;
                best = candidate;
            }
        }
        if (best == null) {
            best = sameButForCase(word, candidates);
        }
        return Optional.ofNullable(best);
    }

    private static String sameButForCase(String word, Collection<String> candidates) {
        for (String candidate : candidates) {
            if (candidate.equalsIgnoreCase(word)) {
                return candidate;
            }
        }
        return null;
    }

    /** How many letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
    public static int slips(String from, String to) {
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

    /** What a fix says of a misspelt word: {@code did you mean `SND.UNA`?}, or which words there are. */
    public static String advice(String word, Collection<String> candidates) {
        Optional<String> meant = closest(word, candidates);
        if (meant.isPresent()) {
            return "did you mean `" + meant.get() + "`?";
        }
        return candidates.isEmpty() ? "declare it in vocabulary.yaml" : "one of " + several(candidates);
    }

    private static String several(Collection<String> candidates) {
        int most = 12;
        var text = new StringBuilder();
        int said = 0;
        for (String candidate : candidates) {
            if (said == most) {
                return text.append(" and ")
                        .append(candidates.size() - most)
                        .append(" more")
                        .toString();
            }
            text.append(said++ == 0 ? "" : ", ").append(candidate);
        }
        return text.toString();
    }
}
