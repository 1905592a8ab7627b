package dev.lockstep.harness.check;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.story.Story;
import dev.lockstep.harness.check.story.Words;
import dev.lockstep.harness.check.trace.TlaState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The values that a property speaks of, in the state that makes it false. */
final class LastState {

    private LastState() {}

    /** A table of both ends; empty if the property names nothing that they have. */
    static Optional<String> table(TlaState state, List<String> property, Words words) {
        List<String> ends = Story.ends(state);
        if (ends.size() != 2) {
            return Optional.empty();
        }
        Set<String> named = names(property);
        var table = new Table();
        table.add("In the last state", ends.get(0), ends.get(1));
        state.variables().forEach((variable, value) -> {
            Optional<TlaValue> left = value.at(ends.get(0));
            Optional<TlaValue> right = value.at(ends.get(1));
            if (left.isEmpty() || right.isEmpty()) {
                if (named.contains(variable)) {
                    table.add("  " + variable, Words.value(value), "");
                }
            } else if (left.get() instanceof TlaValue.Rec(Map<String, TlaValue> fields)
                    && right.get() instanceof TlaValue.Rec(Map<String, TlaValue> others)) {
                fields.forEach((field, text) -> {
                    if ((named.contains(field) || field.equals("STATE")) && others.containsKey(field)) {
                        table.add("  " + words.variable(field), Words.value(text), Words.value(others.get(field)));
                    }
                });
            } else if (named.contains(variable)) {
                table.add("  " + words.variable(variable), Words.value(left.get()), Words.value(right.get()));
            }
        });
        return Optional.of(String.join("\n", table.lines()));
    }

    private static Set<String> names(List<String> property) {
        var names = new LinkedHashSet<String>();
        var comments = Pattern.compile("(?m)^\\\\\\*.*$");
        for (String text : property) {
            Pattern.compile("\\w+")
                    .matcher(comments.matcher(text).replaceAll(""))
                    .results()
                    .forEach(name -> names.add(name.group()));
        }
        return names;
    }
}
