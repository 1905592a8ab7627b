package dev.lockstep.harness.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run of TLC has come by, as its own JVM wrote it at its end: lines {@code row <id> <count>} and
 * {@code witness <name> <count>}.
 *
 * @param rows how often each fired; those that never did are not here
 * @param witnesses how often each was seen
 */
public record Coverage(SortedMap<String, Long> rows, SortedMap<String, Long> witnesses) {

    public static final Coverage NONE = new Coverage(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** A TLC that was killed has written none: then nothing is covered. */
    static Coverage read(Path file) throws IOException {
        var rows = new TreeMap<String, Long>();
        var witnesses = new TreeMap<String, Long>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                Map<String, Long> counts = words[0].equals("row") ? rows : witnesses;
                counts.merge(words[1], Long.parseLong(words[2]), Long::sum);
            }
        } catch (NoSuchFileException killed) {
            return NONE;
        }
        return new Coverage(rows, witnesses);
    }

    /** What both runs together have come by. */
    Coverage plus(Coverage other) {
        return new Coverage(sum(rows, other.rows), sum(witnesses, other.witnesses));
    }

    private static SortedMap<String, Long> sum(SortedMap<String, Long> one, SortedMap<String, Long> other) {
        var sum = new TreeMap<>(one);
        other.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return sum;
    }
}
