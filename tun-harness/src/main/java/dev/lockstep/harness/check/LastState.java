package dev.lockstep.harness.check;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.story.Story;
import dev.lockstep.harness.check.story.Words;
import dev.lockstep.harness.check.trace.TlaState;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The values that a property speaks of, in the state that makes it false. */
final class LastState {

    /** Without these no table makes sense. */
    private static final Set<String> ALWAYS = Set.of("STATE", "ARMED");

    private LastState() {}

    /**
     * A table of both ends.
     *
     * @param read names that the property's author uses
     * @param property its definition, where the author is ourselves
     * @return empty if these are no two ends
     */
    static Optional<String> table(TlaState state, List<String> read, List<String> property, Words words) {
        List<String> ends = Story.ends(state);
        if (ends.size() != 2) {
            return Optional.empty();
        }
        Set<String> named = read.isEmpty() ? names(property) : Set.copyOf(read);
        var table = new Table();
        table.add("In the last state", ends.get(0), ends.get(1));
        state.variables().forEach((variable, value) -> {
            Optional<TlaValue> left = value.at(ends.get(0));
            Optional<TlaValue> right = value.at(ends.get(1));
            if (left.isEmpty() || right.isEmpty()) {
                if (isNamed(variable, named, words)) {
                    table.add("  " + variable, Words.value(value), "");
                }
            } else if (left.get() instanceof TlaValue.Rec(Map<String, TlaValue> fields)
                    && right.get() instanceof TlaValue.Rec(Map<String, TlaValue> others)) {
                fields.keySet().stream()
                        .filter(others::containsKey)
                        .filter(field -> isNamed(field, named, words) || ALWAYS.contains(field))
                        .sorted(Comparator.comparing((String field) -> !ALWAYS.contains(field))
                                .thenComparingInt(words::place))
                        .forEach(field -> table.add(
                                "  " + words.variable(field),
                                Words.value(fields.get(field)),
                                Words.value(others.get(field))));
            } else if (isNamed(variable, named, words)) {
                table.add("  " + words.variable(variable), Words.value(left.get()), Words.value(right.get()));
            }
        });
        return Optional.of(String.join("\n", table.lines()));
    }

    /** By the author's name or by ours; {@code TOLD.closed} is a part of what is told. */
    private static boolean isNamed(String name, Set<String> named, Words words) {
        String known = words.variable(name);
        return named.stream()
                .anyMatch(one -> one.equalsIgnoreCase(known)
                        || one.equals(name)
                        || one.toLowerCase(Locale.ROOT).startsWith(known.toLowerCase(Locale.ROOT) + "."));
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
