package dev.lockstep.spec.check;

import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Variable;
import java.util.Map;
import java.util.Set;

/**
 * What an expression may name, by where it stands.
 *
 * @param event whose fields may be read; the empty string for none
 * @param arguments of the definition that the expression defines
 * @param endpoints of the model whose property this is
 */
record Scope(Vocabulary vocabulary, Kind kind, String event, Map<String, Argument> arguments, Set<String> endpoints) {

    /** Of a procedure of which nobody knows what it handles, which has been reported: no further message is made up. */
    static final String ANY_EVENT = "*";

    /** Where an expression stands. */
    enum Kind {
        /** A parameter's value. */
        LITERAL("a parameter's value"),
        /** A variable's start value. */
        START("a start value"),
        /** {@code chosen-by}. */
        CHOICE("`chosen-by`"),
        /** What the mechanism promises of an event's fields. */
        ASSUMPTION("an assumption"),
        /** What holds between events. */
        INVARIANT("an invariant"),
        /** A value that a model gives. */
        CONSTANT("a value of a model"),
        /** What a model computes from a control block. */
        MODEL("a model"),
        /** A property of a model. */
        PROPERTY("a property"),
        /** A guard, an action, a definition. */
        BODY("this place");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Scope of(Vocabulary vocabulary, Kind kind) {
        return new Scope(vocabulary, kind, "", Map.of(), Set.of());
    }

    static Scope within(Vocabulary vocabulary, Kind kind, String event) {
        return new Scope(vocabulary, kind, event, Map.of(), Set.of());
    }

    /** May the fields of this event be read here? */
    boolean isWithin(String other) {
        return event.equals(other) || event.equals(ANY_EVENT);
    }

    /** May an expression here read such a symbol? Whether a field's event is the right one is another question. */
    boolean allows(Symbol symbol) {
        return switch (symbol) {
            case Parameter parameter -> kind != Kind.LITERAL && kind != Kind.CONSTANT;
            case Argument argument -> true;
            case Variable variable ->
                switch (kind) {
                    case LITERAL, CONSTANT, START, CHOICE -> false;
                    case ASSUMPTION, INVARIANT, MODEL, PROPERTY, BODY -> true;
                };
            case Input input -> readsEvents();
            case Field field -> readsEvents() || kind == Kind.PROPERTY;
        };
    }

    /** May it read {@code STATE}, timers and definitions? */
    boolean readsControlBlock() {
        return switch (kind) {
            case LITERAL, CONSTANT, START, CHOICE -> false;
            case ASSUMPTION, INVARIANT, MODEL, PROPERTY, BODY -> true;
        };
    }

    private boolean readsEvents() {
        return kind == Kind.ASSUMPTION || kind == Kind.BODY;
    }
}
