package dev.lockstep.spec.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects diagnostics while the work goes on: one bad row must not hide the next. Not thread safe. */
public final class Diagnostics {

    /** Nobody reads more, and a hostile file must not fill the memory. */
    private static final int MOST = 10_000;

    private final List<Diagnostic> found = new ArrayList<>();
    private boolean hasErrors;

    public void add(Diagnostic diagnostic) {
        hasErrors |= diagnostic.isError();
        if (found.size() < MOST) {
            found.add(diagnostic);
        }
    }

    public void add(Place place, Code code, String message, String fix) {
        add(Diagnostic.of(place, code, message, fix));
    }

    public void add(Place place, Code code, String message, List<Place> also, String fix) {
        add(Diagnostic.of(place, code, message, also, fix));
    }

    /** Has an error been added? Warnings do not count. */
    public boolean hasErrors() {
        return hasErrors;
    }

    /** Sorted by place, each once. */
    public List<Diagnostic> sorted() {
        var sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        var distinct = new ArrayList<Diagnostic>(sorted.size());
        for (Diagnostic diagnostic : sorted) {
            if (distinct.isEmpty() || !distinct.getLast().equals(diagnostic)) {
                distinct.add(diagnostic);
            }
        }
        return List.copyOf(distinct);
    }
}
