package dev.lockstep.harness.replay;

import dev.lockstep.generators.tla.value.TlaValue;
import java.util.List;
import java.util.stream.Collectors;

/** Values of TLA+ as people read them. */
final class Plain {

    private Plain() {}

    static String text(TlaValue value) {
        return switch (value) {
            case TlaValue.Str(String text) -> text;
            case TlaValue.Bool(boolean is) -> Boolean.toString(is);
            case TlaValue.SetOf(List<TlaValue> members) ->
                members.isEmpty()
                        ? "none"
                        : members.stream().map(Plain::text).sorted().collect(Collectors.joining(", "));
            case TlaValue other -> other.toString();
        };
    }

    /** An empty text or list is nothing. */
    static String nothing(Object value) {
        String text = value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                : String.valueOf(value);
        return text.isEmpty() ? "nothing" : text;
    }
}
