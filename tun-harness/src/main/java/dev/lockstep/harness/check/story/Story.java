package dev.lockstep.harness.check.story;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import dev.lockstep.harness.ladder.Cause;
import dev.lockstep.harness.ladder.Change;
import dev.lockstep.harness.ladder.Ending;
import dev.lockstep.harness.ladder.Fate;
import dev.lockstep.harness.ladder.LadderEvent;
import dev.lockstep.harness.ladder.Lane;
import dev.lockstep.harness.ladder.Message;
import dev.lockstep.harness.ladder.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Retells a behaviour as events at and between two ends. */
public final class Story {

    /** Segments are arrows, reports causes, and that a user has a call less left is plain from the call. */
    private static final Set<String> SHOWN_OTHERWISE = Set.of("net", "calls", "reports");

    private final Words words;
    private final List<String> ends;
    private final List<List<String>> rows;
    private final Map<Side, Channel> channels = new EnumMap<>(Side.class);
    private final Map<Side, String> windows = new EnumMap<>(Side.class);
    private final List<LadderEvent> events = new ArrayList<>();
    private int messages;

    private Story(List<String> ends, List<List<String>> rows, Words words) {
        this.ends = ends;
        this.rows = rows;
        this.words = words;
        for (Side side : Side.values()) {
            channels.put(side, new Channel());
            windows.put(side, "");
        }
    }

    /**
     * What the ladder is made of.
     *
     * @param steps for each event the number of the step that it tells of, 1 leading to the second state
     */
    public record Told(Lane left, Lane right, List<LadderEvent> events, Ending ending) {}

    /**
     * @param rows the ids of the rows that fired, for each step; may be shorter than the behaviour
     * @return empty if this is no behaviour of two ends
     */
    public static Optional<Told> tell(Behavior behavior, List<List<String>> rows, Words words) {
        TlaState first = behavior.states().getFirst();
        List<String> ends = ends(first);
        if (ends.size() != 2) {
            return Optional.empty();
        }
        var story = new Story(ends, rows, words);
        return Optional.of(story.tell(behavior));
    }

    /** The ends of a model: the arguments of {@code tcb}. */
    public static List<String> ends(TlaState state) {
        return switch (state.variables().get("tcb")) {
            case TlaValue.Rec(Map<String, TlaValue> fields) -> List.copyOf(fields.keySet());
            case TlaValue.Fn(Map<TlaValue, TlaValue> points) ->
                points.keySet().stream().map(Words::value).toList();
            case null, default -> List.of();
        };
    }

    private Told tell(Behavior behavior) {
        List<TlaState> states = behavior.states();
        channels.forEach((side, channel) -> net(states.getFirst(), side)
                .elements()
                .forEach(segment -> channel.add(segment, message(segment, side.other()))));
        var firstEventOf = new LinkedHashMap<Integer, Integer>();
        for (int i = 1; i < states.size(); i++) {
            firstEventOf.put(i, events.size());
            step(i, states.get(i - 1), states.get(i), states.get(i).action());
        }
        Ending ending = switch (behavior.continuation()) {
            case Behavior.Continuation.Ends ends -> new Ending.Open();
            case Behavior.Continuation.Stutters stutters -> new Ending.Stays();
            case Behavior.Continuation.GoesBack(int state, String action) -> {
                firstEventOf.put(states.size(), events.size());
                step(states.size(), states.getLast(), states.get(state - 1), action);
                yield new Ending.Repeats(firstEventOf.get(state));
            }
        };
        return new Told(lane(states.getFirst(), Side.LEFT), lane(states.getFirst(), Side.RIGHT), events, ending);
    }

    private void step(int number, TlaState before, TlaState after, String action) {
        var name = ActionName.of(action, ends);
        var changes = new EnumMap<Side, Channel.Change>(Side.class);
        channels.forEach((side, channel) -> changes.put(side, channel.follow(net(after, side))));
        String when = Integer.toString(number);
        Optional<LadderEvent> mishap = mishap(when, name, changes);
        if (mishap.isPresent()) {
            events.add(mishap.get());
            return;
        }
        if (name.begins("Linger")) {
            events.add(new LadderEvent.Remark(
                    when, "a copy of what is next to " + name.end().orElse("") + " lingers"));
            return;
        }
        if (name.begins("ReportTo")) {
            events.add(new LadderEvent.Remark(
                    when, "the network reports an error to " + name.end().orElse("")));
            return;
        }
        Optional<Side> actor = actor(name, before, after, changes);
        if (actor.isEmpty()) {
            events.add(new LadderEvent.Remark(when, action));
            return;
        }
        Side at = actor.get();
        List<Message> sends = changes.get(at.other()).came().stream()
                .map(segment -> send(segment, at))
                .toList();
        List<String> fired = number <= rows.size() ? rows.get(number - 1) : List.of();
        Cause cause = cause(name, at, before, changes.get(at));
        events.add(new LadderEvent.Step(when, at, cause, state(after, at), fired, changed(before, after, at), sends));
    }

    private Optional<LadderEvent> mishap(String when, ActionName name, Map<Side, Channel.Change> changes) {
        for (Side towards : Side.values()) {
            Channel.Change change = changes.get(towards);
            if (change.left().isPresent() && name.begins("Lose")) {
                return Optional.of(new LadderEvent.Mishap(when, change.left().get(), towards, Fate.LOST));
            }
            if (change.fellBehind().isPresent()) {
                return Optional.of(
                        new LadderEvent.Mishap(when, change.fellBehind().get(), towards, Fate.OVERTAKEN));
            }
            if (!change.came().isEmpty() && (name.begins("Duplicate") || name.begins("Late"))) {
                TlaValue segment = change.came().getFirst();
                Message message =
                        channels.get(towards).like(segment).orElseGet(() -> message(segment, towards.other()));
                channels.get(towards).add(segment, message);
                return Optional.of(new LadderEvent.Mishap(when, message, towards, Fate.DUPLICATED));
            }
            if (!change.came().isEmpty() && (name.begins("Forge") || name.begins("Inject"))) {
                TlaValue segment = change.came().getFirst();
                Message message = message(segment, towards.other());
                channels.get(towards).add(segment, message);
                return Optional.of(new LadderEvent.Mishap(when, message, towards, Fate.FORGED));
            }
        }
        return Optional.empty();
    }

    /** Where it happens: where the name says, otherwise where something changes. */
    private Optional<Side> actor(ActionName name, TlaState before, TlaState after, Map<Side, Channel.Change> changes) {
        if (name.end().isPresent()) {
            return Optional.of(ends.indexOf(name.end().get()) == 0 ? Side.LEFT : Side.RIGHT);
        }
        for (Side side : Side.values()) {
            if (changes.get(side).left().isPresent()
                    || !changed(before, after, side).isEmpty()) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }

    private Cause cause(ActionName name, Side at, TlaState before, Channel.Change change) {
        if (change.left().isPresent()) {
            return new Cause.Arrival(change.left().get());
        }
        if (name.begins("Hear")) {
            return new Cause.Report(end(before, "reports", at)
                    .map(reports -> Words.value(reports.elements().getFirst()))
                    .orElse(""));
        }
        return end(before, "tcb", at).flatMap(tcb -> tcb.at("ARMED")).stream()
                .flatMap(armed -> armed.elements().stream())
                .map(Words::value)
                .flatMap(timer -> name.expiry(timer).stream())
                .findFirst()
                .<Cause>map(Cause.Expiry::new)
                .orElseGet(() -> new Cause.Call(name.call()));
    }

    private Message send(TlaValue segment, Side from) {
        Message message = message(segment, from);
        channels.get(from.other()).add(segment, message);
        return message;
    }

    private Message message(TlaValue segment, Side from) {
        var message = new Message(++messages, Words.segment(segment, windows.get(from)));
        windows.put(from, Words.window(segment));
        return message;
    }

    /** All that changed at one end, but for its state, which the ladder shows by itself. */
    private List<Change> changed(TlaState before, TlaState after, Side at) {
        var changes = new ArrayList<Change>();
        for (String variable : after.variables().keySet()) {
            if (!SHOWN_OTHERWISE.contains(variable)) {
                Optional<TlaValue> old = end(before, variable, at);
                Optional<TlaValue> now = end(after, variable, at);
                if (old.isPresent() && now.isPresent()) {
                    compare(variable, old.get(), now.get(), changes);
                }
            }
        }
        return changes;
    }

    private void compare(String name, TlaValue old, TlaValue now, List<Change> changes) {
        if (old.equals(now) || name.equals("STATE")) {
            return;
        }
        if (old instanceof TlaValue.Rec(var fields) && now instanceof TlaValue.Rec(var fieldsNow)) {
            fields.keySet().stream()
                    .filter(fieldsNow::containsKey)
                    .sorted(Comparator.comparingInt(words::place))
                    .forEach(field -> compare(field, fields.get(field), fieldsNow.get(field), changes));
        } else {
            changes.add(new Change(words.variable(name), Words.value(old), Words.value(now)));
        }
    }

    private Lane lane(TlaState state, Side side) {
        return new Lane(ends.get(side.ordinal()), state(state, side));
    }

    private String state(TlaState state, Side side) {
        return end(state, "tcb", side)
                .flatMap(tcb -> tcb.at("STATE"))
                .map(Words::value)
                .orElse("");
    }

    private TlaValue net(TlaState state, Side towards) {
        return end(state, "net", towards).orElse(new TlaValue.Tuple(List.of()));
    }

    private Optional<TlaValue> end(TlaState state, String variable, Side side) {
        return Optional.ofNullable(state.variables().get(variable))
                .flatMap(value -> value.at(ends.get(side.ordinal())));
    }
}
