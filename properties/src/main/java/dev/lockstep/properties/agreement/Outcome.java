package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.ModelGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of a step.
 *
 * @param values by the model's names, {@code A.tcb.SND_NXT}, {@code A.net} and {@code fired}: all that an implementation decides
 */
record Outcome(Map<String, TlaValue> values) {
    /** Large enough for any model; buffers only pass through it. */
    private static final Numbering ANY = new Numbering(1 << 16, 1);

    Outcome {
        values = new TreeMap<>(values);
    }

    /** The model's state, seen so. */
    static Outcome of(Map<String, TlaValue> state, List<String> ends) {
        var values = new TreeMap<String, TlaValue>();
        for (String end : ends) {
            put(values, end + ".tcb", Values.field(state.get("tcb"), end));
            put(values, end + ".socket", asRead(Values.field(state.get("socket"), end)));
            put(values, end + ".net", Values.field(state.get("net"), end));
            if (state.containsKey("reports")) {
                put(values, end + ".reports", Values.field(state.get("reports"), end));
            }
        }
        put(values, ModelGenerator.ROWS, state.get(ModelGenerator.ROWS));
        return new Outcome(values);
    }

    /** Records field by field, so that a difference names the variable. */
    static void put(Map<String, TlaValue> values, String name, TlaValue value) {
        if (value instanceof TlaValue.Rec(Map<String, TlaValue> fields)) {
            fields.forEach((field, inside) -> put(values, name + "." + field, inside));
        } else {
            values.put(name, Values.canonical(value));
        }
    }

    private static TlaValue asRead(TlaValue socket) {
        var mechanism = new Mechanism(new Numbering.Pair(ANY, ANY), 0);
        mechanism.load(socket);
        return mechanism.read();
    }

    /** The ids of the rows that fired, in order. */
    List<String> rows() {
        return values.get(ModelGenerator.ROWS).elements().stream()
                .map(Values::string)
                .toList();
    }

    /** The same, where nobody says which rows fired. */
    Outcome withoutRows() {
        var others = new TreeMap<>(values);
        others.put(ModelGenerator.ROWS, new TlaValue.Tuple(List.of()));
        return new Outcome(others);
    }

    boolean sameAs(Outcome other) {
        return values.equals(other.values);
    }

    /** A line for each value that {@code java} has otherwise. */
    List<String> differences(Outcome java) {
        var lines = new ArrayList<String>();
        var names = new TreeSet<>(values.keySet());
        names.addAll(java.values.keySet());
        for (String name : names) {
            if (!Objects.equals(values.get(name), java.values.get(name))) {
                lines.add(name + ": the model says " + values.get(name) + ", Java " + java.values.get(name));
            }
        }
        return lines;
    }
}
