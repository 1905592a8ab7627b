package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes values of TLA+ apart, and makes equal ones look equal. */
final class Values {

    private Values() {}

    /** @throws IllegalArgumentException when there is none of that name */
    static TlaValue field(TlaValue record, String name) {
        return record.at(name).orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + record));
    }

    static int number(TlaValue value) {
        return value instanceof TlaValue.Int(int number) ? number : fail(value, "a number");
    }

    static boolean flag(TlaValue value) {
        return value instanceof TlaValue.Bool(boolean flag) ? flag : fail(value, "TRUE or FALSE");
    }

    static String string(TlaValue value) {
        return value instanceof TlaValue.Str(String string) ? string : fail(value, "a string");
    }

    /** A function from numbers to numbers, which TLC prints as a sequence where its domain is 1 .. n. */
    static Map<Integer, Integer> numbers(TlaValue function) {
        var numbers = new HashMap<Integer, Integer>();
        if (function instanceof TlaValue.Fn(Map<TlaValue, TlaValue> points)) {
            points.forEach((at, value) -> numbers.put(number(at), number(value)));
        } else {
            List<TlaValue> items = function.elements();
            IntStream.range(0, items.size()).forEach(i -> numbers.put(i + 1, number(items.get(i))));
        }
        return numbers;
    }

    static TlaValue sequence(List<Integer> numbers) {
        return new TlaValue.Tuple(
                numbers.stream().<TlaValue>map(TlaValue.Int::new).toList());
    }

    static TlaValue set(Collection<? extends TlaValue> members) {
        return new TlaValue.SetOf(members.stream()
                .map(TlaValue.class::cast)
                .sorted(Comparator.comparing(TlaValue::toString))
                .toList());
    }

    /** Sets in one order. */
    static TlaValue canonical(TlaValue value) {
        return switch (value) {
            case TlaValue.SetOf(List<TlaValue> members) ->
                set(members.stream().map(Values::canonical).toList());
            case TlaValue.Tuple(List<TlaValue> items) ->
                new TlaValue.Tuple(items.stream().map(Values::canonical).toList());
            case TlaValue.Rec(Map<String, TlaValue> fields) -> {
                var sorted = new LinkedHashMap<String, TlaValue>();
                fields.forEach((name, field) -> sorted.put(name, canonical(field)));
                yield new TlaValue.Rec(sorted);
            }
            case TlaValue.Fn f -> f;
            case TlaValue.Int i -> i;
            case TlaValue.Bool b -> b;
            case TlaValue.Str s -> s;
            case TlaValue.Atom a -> a;
            case TlaValue.Interval i -> i;
        };
    }

    private static <T> T fail(TlaValue value, String expected) {
        throw new IllegalArgumentException("expected " + expected + ", found " + value);
    }
}
