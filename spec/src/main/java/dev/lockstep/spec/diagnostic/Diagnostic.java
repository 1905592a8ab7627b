package dev.lockstep.spec.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * One thing to tell the author of a table: where, which kind of fault, what, where else to look, and what to do.
 *
 * @param message one sentence without full stop; further lines give the particulars (a counterexample, say)
 * @param also other places that have part in it, nearest first
 * @param fix what to do, as a phrase in the imperative; the empty string where nothing sensible can be said
 */
public record Diagnostic(Place place, Code code, Severity severity, String message, List<Place> also, String fix)
        implements Comparable<Diagnostic> {

    public Diagnostic {
        Objects.requireNonNull(place);
        Objects.requireNonNull(code);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(message);
        Objects.requireNonNull(fix);
        also = List.copyOf(also);
    }

    /** Of the code's own severity. */
    public static Diagnostic of(Place place, Code code, String message, List<Place> also, String fix) {
        return new Diagnostic(place, code, code.severity(), message, also, fix);
    }

    public static Diagnostic of(Place place, Code code, String message, String fix) {
        return of(place, code, message, List.of(), fix);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** By place; two at one place by code, then by message, so that the order is always the same. */
    @Override
    public int compareTo(Diagnostic other) {
        int byPlace = place.compareTo(other.place);
        if (byPlace != 0) {
            return byPlace;
        }
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : message.compareTo(other.message);
    }

    /**
     * As printed, without a line end after the last line:
     *
     * <pre>
     * spec/tables/tcp/close.yaml:41:12: error L203: rows a and b can both match
     *   in ESTABLISHED with RCV.NXT=0
     *   also: spec/tables/tcp/close.yaml:44:12
     *   fix: make one guard exclude the other
     * </pre>
     */
    @Override
    public String toString() {
        var text = new StringBuilder();
        text.append(place)
                .append(": ")
                .append(severity.word())
                .append(' ')
                .append(code.id())
                .append(": ");
        text.append(message.strip().replace("\n", "\n  "));
        for (Place other : also) {
            text.append("\n  also: ").append(other);
        }
        if (!fix.isEmpty()) {
            text.append("\n  fix: ").append(fix.strip().replace("\n", "\n       "));
        }
        return text.toString();
    }
}
