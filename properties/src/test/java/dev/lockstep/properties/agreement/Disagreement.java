package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A step that the model and Java see differently.
 *
 * @param cause what happened, with its segment if there is one
 * @param before the state of the model in which it happened
 * @param rows that fired in Java
 * @param differences a line each
 */
record Disagreement(
        StateGraph.Edge edge, String cause, Map<String, TlaValue> before, List<String> rows, List<String> differences) {

    /** What a variable holds until something is assigned to it: not worth a reader's time. */
    private static final Set<String> NOTHING = Set.of("0", "FALSE", "{}");

    @Override
    public String toString() {
        return edge.action() + ": " + cause
                + "\n  " + String.join("\n  ", differences)
                + "\n  rows in Java: " + String.join(", ", rows)
                + "\n  before: " + endsBefore()
                + "\n  edge " + edge;
    }

    private String endsBefore() {
        return before.get("tcb") instanceof TlaValue.Rec(Map<String, TlaValue> ends)
                ? ends.entrySet().stream()
                        .map(end -> end.getKey() + " " + brief(end.getValue()))
                        .collect(Collectors.joining("\n          "))
                : before.toString();
    }

    private static String brief(TlaValue tcb) {
        return tcb instanceof TlaValue.Rec(Map<String, TlaValue> variables)
                ? variables.entrySet().stream()
                        .filter(variable ->
                                !NOTHING.contains(variable.getValue().toString()))
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .collect(Collectors.joining(" "))
                : tcb.toString();
    }
}
