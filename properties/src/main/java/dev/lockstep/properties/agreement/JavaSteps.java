package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.ModelGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.spec.models.Disturbance;
import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.stack.tcp.table.Events;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.tcp.table.Tcb;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Does in Java what happens in the model. */
final class JavaSteps {

    private final List<String> ends;
    private final Parameters parameters;
    private final ControlBlocks blocks;
    private final Placement placement;
    private final BiConsumer<Tcb, Mechanism> fault;
    private final Map<Map<String, TlaValue>, Outcome> seen = new IdentityHashMap<>();

    /** @param fault changes what came of an event, to see that it is noticed */
    JavaSteps(Model model, Placement placement, BiConsumer<Tcb, Mechanism> fault) {
        this.ends = model.endpoints().stream().map(Endpoint::name).toList();
        this.parameters = parameters(model);
        this.blocks = new ControlBlocks(model.protocol(), parameters, model.hidden());
        this.placement = placement;
        this.fault = fault;
    }

    private static Parameters parameters(Model model) {
        Parameters parameters = Parameters.defaults();
        for (Setting setting : model.parameters()) {
            parameters = parameters.with(setting.symbol().name(), UserCalls.text(setting));
        }
        return parameters;
    }

    /** The model's state as {@link Outcome} shows it. */
    Outcome seen(Map<String, TlaValue> state) {
        return seen.computeIfAbsent(state, known -> Outcome.of(known, ends));
    }

    /**
     * All that may come of it: several outcomes only where the surroundings have a choice.
     *
     * @param targets what the model says may come of it: only what comes from outside is looked at there
     */
    List<Outcome> outcomes(Map<String, TlaValue> state, Happening happening, List<Map<String, TlaValue>> targets) {
        return switch (happening) {
            case Happening.Rest rest -> List.of(seen(state));
            case Happening.Mishap mishap -> List.of(mishap(state, mishap));
            case Happening.Crash crash -> List.of(crash(state, crash.end()));
            case Happening.Forging forging ->
                targets.stream()
                        .map(target -> forged(state, target, forging.end()))
                        .toList();
            case Happening.Reporting reporting ->
                targets.stream()
                        .map(target -> ofReports(
                                seen(state),
                                reporting.end(),
                                Values.field(target.get("reports"), reporting.end())
                                        .elements()))
                        .toList();
            case Happening.Hearing hearing -> hearings(state, hearing.end());
            case Happening.Arrival arrival -> {
                TlaValue segment = first(state, arrival.end());
                yield events(
                        state,
                        arrival.end(),
                        true,
                        (tcb, effects) -> Events.segment(tcb, effects.arriving(segment), parameters, effects));
            }
            case Happening.Expiry expiry ->
                events(
                        state,
                        expiry.end(),
                        false,
                        (tcb, effects) -> Events.expired(tcb, timer(expiry.timer()), parameters, effects));
            case Happening.Call call ->
                events(
                        call.call().event().name().equals("OPEN") ? withNewSocket(state, call.end()) : state,
                        call.end(),
                        false,
                        (tcb, effects) -> new UserCalls(tcb, parameters, effects).make(call));
        };
    }

    /** What happened, in words. */
    static String cause(Map<String, TlaValue> state, Happening happening) {
        return switch (happening) {
            case Happening.Rest rest -> "nothing";
            case Happening.Mishap(String end, Disturbance disturbance) -> disturbance.word() + " " + first(state, end);
            case Happening.Arrival(String end) -> end + " gets " + first(state, end);
            case Happening.Crash(String end) -> end + " crashes";
            case Happening.Forging(String end) -> "a segment to " + end + " is forged";
            case Happening.Reporting(String end) -> "the network reports to " + end;
            case Happening.Hearing(String end) ->
                end + " hears " + reports(state, end).getFirst();
            case Happening.Expiry(String end, var timer) -> end + "'s timer " + timer.name() + " expires";
            case Happening.Call(String end, var call, var arguments) ->
                end + "'s user calls " + call.event().name() + " "
                        + arguments.stream().map(UserCalls::text).toList();
        };
    }

    private static TlaValue first(Map<String, TlaValue> state, String end) {
        return Values.field(state.get("net"), end).elements().getFirst();
    }

    private static Timer timer(dev.lockstep.spec.model.Timer timer) {
        return Arrays.stream(Timer.values())
                .filter(one -> one.title().equals(timer.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The channel's part alone: both ends stay as they are. */
    private Outcome mishap(Map<String, TlaValue> state, Happening.Mishap mishap) {
        var channel =
                new ArrayList<>(Values.field(state.get("net"), mishap.end()).elements());
        TlaValue first = channel.getFirst();
        switch (mishap.disturbance()) {
            case LOSE -> channel.removeFirst();
            case DUPLICATE -> channel.addLast(first);
            case DELAY -> channel.addLast(channel.removeFirst());
            case LINGER -> {} // the copy is beside the channel
        }
        return ofChannel(state, mishap.end(), channel);
    }

    /** An OPEN is called on a socket that is new, but for what a segment that was handed on asks of it. */
    private Map<String, TlaValue> withNewSocket(Map<String, TlaValue> state, String end) {
        var sockets = new TreeMap<String, TlaValue>();
        ends.forEach(one -> sockets.put(one, Values.field(state.get("socket"), one)));
        var old = new Mechanism(placement.numbers(end), 0);
        old.load(sockets.get(end));
        sockets.put(end, old.renewed().read());
        Map<String, TlaValue> before = new TreeMap<>(state);
        before.put("socket", new TlaValue.Rec(sockets));
        return before;
    }

    /** A control block and a socket as they are before the first event; what is on the way stays. */
    private Outcome crash(Map<String, TlaValue> state, String end) {
        Numbering.Pair numbers = placement.numbers(end);
        Map<String, TlaValue> after = new TreeMap<>(seen(state).values());
        Outcome.put(after, end + ".tcb", blocks.read(blocks.fresh(), numbers));
        Outcome.put(after, end + ".socket", new Mechanism(numbers, 0).read());
        Outcome.put(after, ModelGenerator.ROWS, new TlaValue.Tuple(List.of()));
        return new Outcome(after);
    }

    /** The segment is the model's, as from the wire; all else stays as it is. That segment arrives like any other then. */
    private Outcome forged(Map<String, TlaValue> state, Map<String, TlaValue> target, String end) {
        var channel = new ArrayList<>(Values.field(state.get("net"), end).elements());
        channel.addFirst(first(target, end));
        return ofChannel(state, end, channel);
    }

    /** What is reported is the model's; all else stays as it is. */
    private static Outcome ofReports(Outcome before, String end, List<TlaValue> reports) {
        Map<String, TlaValue> after = new TreeMap<>(before.values());
        Outcome.put(after, end + ".reports", new TlaValue.Tuple(reports));
        Outcome.put(after, ModelGenerator.ROWS, new TlaValue.Tuple(List.of()));
        return new Outcome(after);
    }

    /** A report finds a record by its pair of sockets, so that one without a peer hears nothing. */
    private List<Outcome> hearings(Map<String, TlaValue> state, String end) {
        List<TlaValue> reports = reports(state, end);
        List<TlaValue> left = reports.subList(1, reports.size());
        List<Outcome> heard = hasPeer(state, end)
                ? events(
                        state,
                        end,
                        false,
                        (tcb, effects) -> Events.report(tcb, effects.reported(reports.getFirst()), parameters, effects))
                : List.of(ofReports(seen(state), end, left));
        return heard.stream()
                .map(outcome -> {
                    Map<String, TlaValue> after = new TreeMap<>(outcome.values());
                    Outcome.put(after, end + ".reports", new TlaValue.Tuple(left));
                    return new Outcome(after);
                })
                .toList();
    }

    private static List<TlaValue> reports(Map<String, TlaValue> state, String end) {
        return Values.field(state.get("reports"), end).elements();
    }

    private static boolean hasPeer(Map<String, TlaValue> state, String end) {
        String name = Values.string(Values.field(Values.field(state.get("tcb"), end), "STATE"));
        return !name.equals(State.CLOSED.title()) && !name.equals(State.LISTEN.title());
    }

    /** Only what is on its way to this end is otherwise. */
    private Outcome ofChannel(Map<String, TlaValue> state, String end, List<TlaValue> channel) {
        Map<String, TlaValue> after = new TreeMap<>(seen(state).values());
        Outcome.put(after, end + ".net", new TlaValue.Tuple(channel));
        Outcome.put(after, ModelGenerator.ROWS, new TlaValue.Tuple(List.of()));
        return new Outcome(after);
    }

    private List<Outcome> events(
            Map<String, TlaValue> state, String end, boolean arrives, BiConsumer<Tcb, Mechanism> event) {
        return placement.isns(end, state).stream()
                .map(isn -> event(state, end, arrives, event, isn))
                .distinct()
                .toList();
    }

    private Outcome event(
            Map<String, TlaValue> state, String end, boolean arrives, BiConsumer<Tcb, Mechanism> event, int isn) {
        Numbering.Pair numbers = placement.numbers(end);
        Tcb tcb = blocks.load(Values.field(state.get("tcb"), end), numbers);
        var mechanism = new Mechanism(numbers, isn);
        mechanism.load(Values.field(state.get("socket"), end));
        Map<String, TlaValue> after = new TreeMap<>(seen(state).values());
        try {
            event.accept(tcb, mechanism);
            fault.accept(tcb, mechanism);
        } catch (RuntimeException thrown) {
            after.put(end + ".exception", new TlaValue.Str(thrown.toString()));
        }
        Outcome.put(after, end + ".tcb", blocks.read(tcb, numbers));
        Outcome.put(after, end + ".socket", mechanism.read());
        if (!mechanism.refused().isEmpty()) {
            after.put(end + ".refused", new TlaValue.Str(mechanism.refused()));
        }
        channels(state, end, arrives && !mechanism.handedOn(), mechanism.sent())
                .forEach((to, net) -> Outcome.put(after, to + ".net", net));
        Outcome.put(after, ModelGenerator.ROWS, rows(tcb));
        return new Outcome(after);
    }

    private Map<String, TlaValue> channels(
            Map<String, TlaValue> state, String end, boolean taken, List<TlaValue> sent) {
        var channels = new TreeMap<String, TlaValue>();
        for (String to : ends) {
            var channel = new ArrayList<>(Values.field(state.get("net"), to).elements());
            if (to.equals(end)) {
                channel = taken ? new ArrayList<>(channel.subList(1, channel.size())) : channel;
            } else {
                channel.addAll(sent);
            }
            channels.put(to, new TlaValue.Tuple(channel));
        }
        return channels;
    }

    private static TlaValue rows(Tcb tcb) {
        return new TlaValue.Tuple(Arrays.stream(tcb.rows.current())
                .<TlaValue>mapToObj(row -> new TlaValue.Str(Row.values()[row].title()))
                .toList());
    }
}
