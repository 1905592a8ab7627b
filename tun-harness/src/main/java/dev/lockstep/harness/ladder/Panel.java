package dev.lockstep.harness.ladder;

import java.util.ArrayList;
import java.util.List;

/** The words beside a rail: what happened there, the state it led to, the rows that fired, what they changed. */
final class Panel {

    /** What a line says, for a drawing that can show it. */
    enum Kind {
        CAUSE,
        STATE,
        ROWS,
        CHANGES
    }

    record Line(Kind kind, String text) {}

    private Panel() {}

    /**
     * @param before the state before the event
     * @param width in characters
     * @param to the arrow between old and new
     */
    static List<Line> of(LadderEvent.Step step, String before, int width, String to) {
        var lines = new ArrayList<Line>();
        add(lines, Kind.CAUSE, Wrap.words(cause(step.cause()), width));
        add(lines, Kind.STATE, Wrap.words(state(before, step.state(), to), width));
        add(lines, Kind.ROWS, Wrap.items(step.rows(), ",", width));
        List<String> changes =
                step.changes().stream().map(change -> ChangeText.of(change, to)).toList();
        add(lines, Kind.CHANGES, Wrap.items(changes, ",", width));
        return lines;
    }

    private static void add(List<Line> lines, Kind kind, List<String> texts) {
        texts.stream().filter(text -> !text.isBlank()).forEach(text -> lines.add(new Line(kind, text)));
    }

    static String cause(Cause cause) {
        return switch (cause) {
            case Cause.Call(String call) -> call;
            case Cause.Expiry(String timer) -> timer + " timer expires";
            case Cause.Report(String report) -> report;
            case Cause.Arrival arrival -> "";
            case Cause.Unseen unseen -> "";
        };
    }

    private static String state(String before, String after, String to) {
        return before.isEmpty() || before.equals(after) ? after : before + " " + to + " " + after;
    }
}
