package dev.lockstep.generators.tla.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of TLA+, as TLC prints it. {@code toString} gives that text again. */
public sealed interface TlaValue {

    record Int(int value) implements TlaValue {
        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    record Bool(boolean value) implements TlaValue {
        @Override
        public String toString() {
            return value ? "TRUE" : "FALSE";
        }
    }

    record Str(String value) implements TlaValue {
        @Override
        public String toString() {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /** A constant that is equal to itself only. */
    record Atom(String name) implements TlaValue {
        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code from..to}, which TLC leaves as it is. */
    record Interval(int from, int to) implements TlaValue {
        @Override
        public String toString() {
            return from + ".." + to;
        }
    }

    /** @param members without doubles, in TLC's order */
    record SetOf(List<TlaValue> members) implements TlaValue {
        public SetOf {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return members.stream().map(TlaValue::toString).collect(Collectors.joining(", ", "{", "}"));
        }
    }

    record Tuple(List<TlaValue> items) implements TlaValue {
        public Tuple {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(TlaValue::toString).collect(Collectors.joining(", ", "<<", ">>"));
        }
    }

    record Rec(Map<String, TlaValue> fields) implements TlaValue {
        public Rec {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + " |-> " + field.getValue())
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A function whose domain is neither {@code 1..n} nor a set of names. */
    record Fn(Map<TlaValue, TlaValue> points) implements TlaValue {
        public Fn {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        }

        @Override
        public String toString() {
            return points.entrySet().stream()
                    .map(point -> point.getKey() + " :> " + point.getValue())
                    .collect(Collectors.joining(" @@ ", "(", ")"));
        }
    }

    /** The field of a record, or what a function gives for this string or constant. */
    default Optional<TlaValue> at(String key) {
        return switch (this) {
            case Rec(Map<String, TlaValue> fields) -> Optional.ofNullable(fields.get(key));
            case Fn(Map<TlaValue, TlaValue> points) ->
                Optional.ofNullable(points.getOrDefault(new Str(key), points.get(new Atom(key))));
            case Int i -> Optional.empty();
            case Bool b -> Optional.empty();
            case Str s -> Optional.empty();
            case Atom a -> Optional.empty();
            case Interval i -> Optional.empty();
            case SetOf s -> Optional.empty();
            case Tuple t -> Optional.empty();
        };
    }

    /** What a set or a sequence holds; nothing for other values. */
    default List<TlaValue> elements() {
        return switch (this) {
            case SetOf(List<TlaValue> members) -> members;
            case Tuple(List<TlaValue> items) -> items;
            case Int i -> List.of();
            case Bool b -> List.of();
            case Str s -> List.of();
            case Atom a -> List.of();
            case Interval i -> List.of();
            case Rec r -> List.of();
            case Fn f -> List.of();
        };
    }
}
