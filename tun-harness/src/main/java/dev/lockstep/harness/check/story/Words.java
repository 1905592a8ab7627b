package dev.lockstep.harness.check.story;

import dev.lockstep.generators.tla.value.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says values and names as the tables do, not as TLA+ does. */
public final class Words {

    /** RFC 9293 writes {@code <CTL=SYN,ACK>} and {@code <CTL=FIN,ACK>}. */
    private static final List<String> CONTROL = List.of("SYN", "FIN", "RST", "PSH", "URG", "ACK");

    private final List<String> variables;

    /** @param variables of the tables, in their order: {@code SND.UNA} is {@code SND_UNA} in TLA+ */
    public Words(List<String> variables) {
        this.variables = List.copyOf(variables);
    }

    public String variable(String name) {
        return place(name) < variables.size() ? variables.get(place(name)) : name;
    }

    /** Where the tables have this variable: what they do not know comes last. */
    public int place(String name) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).replaceAll("[.-]", "_").equals(name)) {
                return i;
            }
        }
        return variables.size();
    }

    /** {@code {SYN, ACK}} rather than {@code {"SYN", "ACK"}}. */
    public static String value(TlaValue value) {
        return switch (value) {
            case TlaValue.Str(String text) -> text.isEmpty() ? "\"\"" : text;
            case TlaValue.Bool(boolean is) -> is ? "true" : "false";
            case TlaValue.SetOf(List<TlaValue> members) ->
                members.stream().map(Words::value).collect(Collectors.joining(", ", "{", "}"));
            case TlaValue.Tuple(List<TlaValue> items) ->
                items.stream().map(Words::value).collect(Collectors.joining(", ", "[", "]"));
            case TlaValue.Rec(Map<String, TlaValue> fields) ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + " " + value(field.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"));
            case TlaValue.Fn(Map<TlaValue, TlaValue> points) ->
                points.entrySet().stream()
                        .map(point -> value(point.getKey()) + ": " + value(point.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"));
            case TlaValue.Int(int number) -> Integer.toString(number);
            case TlaValue.Atom(String name) -> name;
            case TlaValue.Interval interval -> interval.toString();
        };
    }

    /**
     * {@code <SEQ=6><ACK=3><CTL=SYN,ACK>}, the acknowledgement only where it counts, the window only where it differs from
     * {@code windowBefore}, what its sender last said.
     */
    static String segment(TlaValue segment, String windowBefore) {
        List<String> control = control(segment);
        var label = new StringBuilder(field("SEQ", text(segment, "SEQ")));
        if (control.contains("ACK")) {
            label.append(field("ACK", text(segment, "ACK")));
        }
        label.append(field("CTL", String.join(",", control)));
        String window = text(segment, "WND");
        if (!window.isEmpty() && !window.equals(windowBefore)) {
            label.append(field("WND", window));
        }
        String bytes = segment.at("TEXT").orElse(new TlaValue.Tuple(List.of())).elements().stream()
                .map(Words::value)
                .collect(Collectors.joining(","));
        if (!bytes.isEmpty()) {
            label.append(field("TEXT", bytes));
        }
        return label.toString();
    }

    static String window(TlaValue segment) {
        return text(segment, "WND");
    }

    private static List<String> control(TlaValue segment) {
        var bits = new ArrayList<>(segment.at("CTL").stream()
                .flatMap(set -> set.elements().stream())
                .map(Words::value)
                .toList());
        bits.sort((one, other) -> Integer.compare(CONTROL.indexOf(one), CONTROL.indexOf(other)));
        return bits;
    }

    private static String text(TlaValue segment, String field) {
        return segment.at(field).map(Words::value).orElse("");
    }

    private static String field(String name, String value) {
        return "<" + name + "=" + value + ">";
    }
}
