package dev.lockstep.spec.diagnostic;

/** How grave a {@link Diagnostic} is. */
public enum Severity {
    /** The tables mean nothing, or not one thing, until it is put right. */
    ERROR,
    /** The tables have a meaning, but probably not the one that was meant. Changes no exit code. */
    WARNING;

    /** The word in a printed diagnostic. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
