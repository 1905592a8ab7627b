package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Cause;
import dev.lockstep.harness.ladder.Change;
import dev.lockstep.harness.ladder.Ending;
import dev.lockstep.harness.ladder.Fate;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.LadderEvent;
import dev.lockstep.harness.ladder.Lane;
import dev.lockstep.harness.ladder.Message;
import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.tcp.table.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Draws a run as a ladder. */
final class RunLadder {

    private static final Set<String> PASSING = passing();

    private final TwoHosts hosts;
    private final Set<String> variables;
    private final boolean rows;
    private final Map<Side, Variables> last =
            new EnumMap<>(Map.of(Side.LEFT, Variables.NONE, Side.RIGHT, Variables.NONE));
    private final List<LadderEvent> events = new ArrayList<>();

    /**
     * @param variables whose changes are told
     * @param rows whether the rows that fired are told; those that only pass a segment on never are
     */
    RunLadder(TwoHosts hosts, Set<String> variables, boolean rows) {
        this.hosts = hosts;
        this.variables = variables;
        this.rows = rows;
    }

    /** Rows that do nothing but go on to the next step. */
    private static Set<String> passing() {
        var ids = new HashSet<String>();
        for (Row row : Row.values()) {
            if (row.passes()) {
                ids.add(row.id());
            }
        }
        return ids;
    }

    /** The rows of an event that did something, or stopped. */
    static List<String> telling(Moment.Event event) {
        return event.rows().stream().filter(id -> !PASSING.contains(id)).toList();
    }

    /** The moments from {@code fromNanos} on. */
    Ladder ladder(String title, long fromNanos) {
        String left = "";
        String right = "";
        for (Moment moment : hosts.moments()) {
            if (moment.nanos() >= fromNanos) {
                tell(moment);
            } else if (moment instanceof Moment.Event event) {
                last.put(event.at(), event.variables());
                left = event.at() == Side.LEFT ? event.after().title() : left;
                right = event.at() == Side.RIGHT ? event.after().title() : right;
            }
        }
        return new Ladder(
                title,
                new Lane("client", left.isEmpty() ? "CLOSED" : left),
                new Lane("server", right.isEmpty() ? "CLOSED" : right),
                events,
                new Ending.Open(),
                List.of());
    }

    private void tell(Moment moment) {
        switch (moment) {
            case Moment.Event event -> tell(event);
            case Moment.Lost lost ->
                events.add(new LadderEvent.Mishap(
                        "", message(lost.packet()), lost.packet().from().other(), Fate.LOST));
            case Moment.Notice notice -> {}
        }
    }

    private void tell(Moment.Event event) {
        Cause cause = switch (event.cause()) {
            case Moment.Cause.Arrival(Packet packet) -> new Cause.Arrival(message(packet));
            case Moment.Cause.Call(String text) -> new Cause.Call(text);
            case Moment.Cause.Expiry(String timer) -> new Cause.Expiry(timer);
        };
        List<Change> changes = new ArrayList<>();
        event.variables().changesFrom(last.put(event.at(), event.variables())).forEach((name, values) -> {
            if (variables.contains(name)) {
                changes.add(new Change(name, values[0], values[1]));
            }
        });
        events.add(new LadderEvent.Step(
                time(event.nanos()),
                event.at(),
                cause,
                event.after().title(),
                rows ? telling(event) : List.of(),
                changes,
                event.sent().stream().map(this::message).toList()));
    }

    /** Milliseconds, or seconds where there are many. */
    static String time(long nanos) {
        double millis = nanos / 1e6;
        return millis < 10_000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }

    private Message message(Packet packet) {
        return new Message(packet.id(), SegmentLabel.of(packet, hosts));
    }
}
