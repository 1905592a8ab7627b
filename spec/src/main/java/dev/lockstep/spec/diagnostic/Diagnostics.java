package dev.lockstep.spec.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects diagnostics while the work goes on: one bad row must not hide the next. Not thread safe. */
public final class Diagnostics {

    /** Nobody reads more, and a hostile file must not fill the memory. */
    private static final int MOST = 10_000;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Code> errors = EnumSet.noneOf(Code.class);

    public void add(Diagnostic diagnostic) {
        if (diagnostic.isError()) {
            errors.add(diagnostic.code());
        }
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
        return !errors.isEmpty();
    }

    /** Has an error been added whose code begins so? {@code L5} is about what procedures and rows do together. */
    public boolean hasErrors(String family) {
        for (Code code : errors) {
            if (code.id().startsWith(family)) {
                return true;
            }
        }
        return false;
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
