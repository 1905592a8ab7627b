package dev.lockstep.harness.run;

import dev.lockstep.stack.table.RowLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * How often each row of all tables has fired, in the order of the tables. Rows are known by their ids, so that figures
 * of TLC and of runs add up.
 */
public final class RowCoverage {

    private final SequencedMap<String, Long> counts;

    private RowCoverage(SequencedMap<String, Long> counts) {
        this.counts = counts;
    }

    /** Every row at zero. */
    public static RowCoverage none(Collection<String> ids) {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        ids.forEach(id -> counts.put(id, 0L));
        return new RowCoverage(counts);
    }

    /** What a log of one protocol says. */
    public static RowCoverage of(List<String> ids, RowLog log) {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            counts.put(ids.get(i), log.count(i));
        }
        return new RowCoverage(counts);
    }

    /** Counts by id, as TLC tells them. */
    public static RowCoverage of(Map<String, Long> counts) {
        return new RowCoverage(new LinkedHashMap<>(counts));
    }

    /** Both together: rows of either, counts added. */
    public RowCoverage plus(RowCoverage other) {
        SequencedMap<String, Long> sum = new LinkedHashMap<>(counts);
        other.counts.forEach((id, count) -> sum.merge(id, count, Long::sum));
        return new RowCoverage(sum);
    }

    /** How many rows there are. */
    public int rows() {
        return counts.size();
    }

    /** The rows that fired. */
    public SequencedSet<String> fired() {
        SequencedSet<String> fired = new LinkedHashSet<>();
        counts.forEach((id, count) -> {
            if (count > 0) {
                fired.add(id);
            }
        });
        return fired;
    }

    /** The rows that never fired. */
    public List<String> never() {
        List<String> never = new ArrayList<>(counts.keySet());
        never.removeAll(fired());
        return never;
    }

    /** Ids and counts, in the order of the tables. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** {@code 163 of 214 rows}. */
    @Override
    public String toString() {
        return fired().size() + " of " + rows() + " rows";
    }
}
