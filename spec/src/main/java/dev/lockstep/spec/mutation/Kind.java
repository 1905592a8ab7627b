package dev.lockstep.spec.mutation;

import java.util.Locale;

/** What is changed. */
public enum Kind {
    /** A row is dropped. */
    ROW("a row is dropped"),
    /** A row stays and does nothing: what {@link #ROW} would be if the step stayed complete. */
    EMPTY("a row does nothing but go on"),
    /** A guard, an {@code only}, a definition or a part of them is its opposite. */
    NEGATE("a condition is negated, or a part of it"),
    /** {@code <} is {@code <=} and so on. */
    BOUNDARY("a boundary is shifted by one"),
    /** A number is one more or one less, {@code +} is {@code -}, {@code true} is {@code false}. */
    CONSTANT("a constant or a sign is another"),
    /** The state after a row is another, or stays. */
    TARGET("a row leads to another state, or to none"),
    /** An effect, a timer's start or end, a call or a deletion is dropped. */
    EFFECT("an effect, timer or call is dropped"),
    /** An effect is given something else. */
    ARGUMENT("an effect is given something else"),
    /** An assignment is dropped. */
    ASSIGNMENT("an assignment is dropped"),
    /** A row stops where it went on, or the other way round. */
    THEN("a row stops or goes on instead");

    private final String about;

    Kind(String about) {
        this.about = about;
    }

    /** As in ids and options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String about() {
        return about;
    }
}
