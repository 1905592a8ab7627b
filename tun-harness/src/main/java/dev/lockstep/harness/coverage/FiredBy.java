package dev.lockstep.harness.coverage;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A row, and who fires it.
 *
 * @param models how often each that does has fired it
 * @param unreachable the reason why nobody can, where the table gives one
 */
public record FiredBy(
        String protocol,
        String procedure,
        String row,
        SortedMap<String, Long> models,
        SortedSet<String> tests,
        Optional<String> unreachable) {

    /** @param counts of each model, by row */
    static SortedMap<String, Long> models(String row, Map<String, ? extends Map<String, Long>> counts) {
        var models = new TreeMap<String, Long>();
        counts.forEach((model, rows) -> {
            if (rows.containsKey(row)) {
                models.put(model, rows.get(row));
            }
        });
        return models;
    }

    /** Nobody fires it, and the table does not say that nobody can. */
    public boolean isMissing() {
        return models.isEmpty() && tests.isEmpty() && unreachable.isEmpty();
    }

    /** The table says that nobody can fire it, and a model does. A test may put a control block into a state that no run reaches. */
    public boolean isContradicted() {
        return unreachable.isPresent() && !models.isEmpty();
    }

    static long count(Collection<FiredBy> rows, Predicate<FiredBy> which) {
        return rows.stream().filter(which).count();
    }
}
