package dev.lockstep.harness.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run of TLC has come by, as its own JVM wrote it at its end: lines {@code row <id> <count>}, {@code witness <name> <count>},
 * {@code claim <id> <count>} and {@code pair <state>/<state> <count>}.
 *
 * @param rows how often each fired; those that never did are not here
 * @param witnesses how often each was seen
 * @param claims how often the premise of each was met, of those that have one
 * @param pairs in how many distinct states the first end is in the one state and the second in the other
 */
public record Coverage(
        SortedMap<String, Long> rows,
        SortedMap<String, Long> witnesses,
        SortedMap<String, Long> claims,
        SortedMap<StatesOfEnds, Long> pairs) {

    public static final Coverage NONE = new Coverage(
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap());

    /** A TLC that was killed has written none: then nothing is covered. */
    static Coverage read(Path file) throws IOException {
        var rows = new TreeMap<String, Long>();
        var witnesses = new TreeMap<String, Long>();
        var claims = new TreeMap<String, Long>();
        var pairs = new TreeMap<StatesOfEnds, Long>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                long count = Long.parseLong(words[2]);
                switch (words[0]) {
                    case "row" -> rows.merge(words[1], count, Long::sum);
                    case "witness" -> witnesses.merge(words[1], count, Long::sum);
                    case "claim" -> claims.merge(words[1], count, Long::sum);
                    case "pair" -> pairs.merge(StatesOfEnds.read(words[1]), count, Long::sum);
                    default -> throw new IOException(file + " holds a line of an unknown kind: " + line);
                }
            }
        } catch (NoSuchFileException killed) {
            return NONE;
        }
        return new Coverage(rows, witnesses, claims, pairs);
    }

    /** What both runs together have come by. */
    Coverage plus(Coverage other) {
        return new Coverage(
                sum(rows, other.rows),
                sum(witnesses, other.witnesses),
                sum(claims, other.claims),
                sum(pairs, other.pairs));
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> sum(SortedMap<K, Long> one, SortedMap<K, Long> other) {
        var sum = new TreeMap<>(one);
        other.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return sum;
    }
}
