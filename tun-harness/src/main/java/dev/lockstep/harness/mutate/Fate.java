package dev.lockstep.harness.mutate;

import java.util.Locale;

/** What came of a mutant. */
public enum Fate {
    /** It is no table: a type or a rule of the language forbids it. It tells nothing of the properties, so it does not count. */
    REJECTED,
    /** A proof fails. */
    PROOF,
    /** A model finds it. */
    MODEL,
    /** A test of the generated stack finds it. */
    TEST,
    /** A property of runs in simulated worlds finds it. */
    PROPERTY,
    /** Nothing notices. */
    SURVIVED,
    /** All holds, but a model has another number of states: nothing says that this is wrong. */
    CHANGED,
    /** The limit of time or memory came first. */
    UNDECIDED,
    /** No verdict, by a fault of Lockstep's own. */
    BROKEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isKilled() {
        return this == PROOF || this == MODEL || this == TEST || this == PROPERTY;
    }

    /** Whether a score takes notice of it. */
    public boolean counts() {
        return this != REJECTED;
    }

    static Fate of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
