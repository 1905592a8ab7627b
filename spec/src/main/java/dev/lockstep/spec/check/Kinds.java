package dev.lockstep.spec.check;

import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Variable;

/** What kind of thing a symbol is, for messages. */
final class Kinds {

    private Kinds() {}

    static String of(Symbol symbol) {
        return switch (symbol) {
            case Variable variable -> "a variable";
            case Field field -> "a field of an event";
            case Parameter parameter -> "a parameter";
            case Input input -> "an input";
            case Argument argument -> "an argument";
        };
    }
}
