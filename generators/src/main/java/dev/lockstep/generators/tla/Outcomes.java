package dev.lockstep.generators.tla;

import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.models.Disturbance;
import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Expiry;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.spec.models.UserCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sets of outcomes of events, as a model's module writes them: which operator, on which record, with which inputs. */
final class Outcomes {

    private static final String BEGIN = "Begin(tcb[p], socket[p], NoSegment)";

    private final Model model;
    private final Protocol protocol;
    private final Abstraction abstraction;
    private final Needs needs;

    Outcomes(Model model, Abstraction abstraction) {
        this.model = model;
        this.protocol = model.protocol();
        this.abstraction = abstraction;
        this.needs = new Needs(protocol, abstraction);
    }

    Abstraction abstraction() {
        return abstraction;
    }

    /** What each endpoint is offered, for the inputs that are no times. */
    List<ModelModule.InputView> inputs() {
        return protocol.inputs().stream()
                .filter(input -> !abstraction.hides(input))
                .map(input -> new ModelModule.InputView(
                        offered(input),
                        "What the surroundings " + (isOne(input) ? "offer" : "may offer") + " as " + input.name() + ".",
                        isOne(input),
                        "Offer_" + Identifiers.flat(input.name()),
                        Identifiers.string(model.endpoints().getFirst().name()),
                        values(model.endpoints().getFirst(), input),
                        values(model.endpoints().getLast(), input)))
                .toList();
    }

    private static String offered(Input input) {
        return "Offered_" + Identifiers.flat(input.name());
    }

    /** Is each end offered one value, so that nothing is left open? */
    private boolean isOne(Input input) {
        return model.endpoints().stream()
                .allMatch(endpoint ->
                        endpoint.inTurn() || settings(endpoint, input).size() == 1);
    }

    private static List<String> settings(Endpoint endpoint, Input input) {
        return endpoint.inputs().stream()
                .filter(setting -> setting.symbol().equals(input))
                .map(ModelModule::value)
                .toList();
    }

    /** One value, or the set of those that may be offered. */
    private String values(Endpoint endpoint, Input input) {
        List<String> values = settings(endpoint, input);
        String all = String.join(", ", values);
        String one =
                endpoint.inTurn() ? "<<" + all + ">>[Turn(p, " + times(endpoint) + ", " + values.size() + ")]" : all;
        return isOne(input) ? one : "{" + one + "}";
    }

    /** How often its user opens a connection. */
    private static int times(Endpoint endpoint) {
        return endpoint.calls().stream()
                .filter(call -> call.event().name().equals("OPEN"))
                .mapToInt(UserCall::times)
                .sum();
    }

    /** The arrival of {@code segment} at {@code p}. */
    String arrival() {
        Event message = protocol.events().stream()
                .filter(event -> event.kind() == Event.Kind.MESSAGE)
                .findFirst()
                .orElseThrow();
        return outcomes(message, "Begin(tcb[p], socket[p], segment)", "Arriving(segment)");
    }

    /** What comes of it when {@code p} hears {@code report}. */
    String hearing(Event event) {
        return outcomes(event, BEGIN, "report");
    }

    List<ModelModule.TimerView> timers() {
        return model.expiries().stream().map(this::timer).toList();
    }

    private ModelModule.TimerView timer(Expiry expiry) {
        Timer timer = expiry.timer();
        Needs.Of need = needs.procedures(protocol.procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnTimer(Timer other)
                        && other.name().equals(timer.name()))
                .toList());
        return new ModelModule.TimerView(
                Identifiers.event(timer.name()),
                Identifiers.string(timer.name()),
                chosen(need, ProtocolModule.operatorName(timer), BEGIN, ""),
                assumption(expiry),
                expiry.early());
    }

    private List<String> assumption(Expiry expiry) {
        var parts = new ArrayList<String>();
        if (expiry.whenQuiet()) {
            parts.add("Quiet");
        }
        if (expiry.whenDiedOut() && model.disturbances().contains(Disturbance.LINGER)) {
            parts.add("\\A end \\in Endpoints : late[end] = {}");
        }
        expiry.whenPeerHasNot()
                .forEach(timer -> parts.add(Identifiers.string(timer.name()) + " \\notin tcb[Peer(p)].ARMED"));
        return parts;
    }

    List<ModelModule.CallView> calls() {
        return ModelModule.distinctCalls(model).stream()
                .map(call -> new ModelModule.CallView(
                        operator(call),
                        Identifiers.record(call.event()),
                        Identifiers.flat(call.event().name()),
                        Identifiers.string(call.event().name()),
                        outcomes(call.event(), "Begin(tcb[p], before, NoSegment)", Identifiers.record(call.event()))))
                .toList();
    }

    static String operator(UserCall call) {
        return "User" + Identifiers.event(call.event().name());
    }

    /** The fields of a call, as a record. */
    static String record(UserCall call, List<Setting> choice) {
        return choice.isEmpty()
                ? "NoSegment"
                : choice.stream()
                        .map(setting -> inRecord(call, setting) + " |-> " + ModelModule.value(setting))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String inRecord(UserCall call, Setting setting) {
        return call.event().fields().stream()
                .filter(field -> field.equals(setting.symbol()))
                .map(field -> Identifiers.inRecord(call.event(), field))
                .findFirst()
                .orElseThrow();
    }

    /** For every call of the model: if it is in vain here, it changes nothing. */
    List<String> vain() {
        var lines = new ArrayList<String>();
        for (UserCall call : ModelModule.distinctCalls(model)) {
            for (List<Setting> choice : call.choices()) {
                lines.add("/\\ \\A w \\in " + outcomes(call.event(), BEGIN, record(call, choice)) + " :");
                lines.add("     InVain(w, tcb[p], socket[p]) => Fired(w.rows) /\\ w.tcb = tcb[p] /\\ w.out = <<>>");
            }
        }
        return lines;
    }

    /** Can the user make some of these calls, not in vain? */
    String possible(Endpoint endpoint, UserCall call) {
        String name = Identifiers.string(endpoint.name());
        String outcomes = call.choices().stream()
                .map(choice -> outcomes(call.event(), "Begin(tcb[p], socket[p], NoSegment)", record(call, choice)))
                .collect(Collectors.joining(" \\cup "));
        return "\\E p \\in {" + name + "} : calls[p]."
                + Identifiers.flat(call.event().name()) + " > 0 /\\ \\E w \\in " + outcomes
                + " : ~InVain(w, tcb[p], socket[p])";
    }

    private String outcomes(Event event, String begin, String record) {
        List<Procedure> handling = protocol.procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnEvent(Event other)
                        && other.name().equals(event.name()))
                .toList();
        return chosen(needs.procedures(handling), ProtocolModule.operatorName(event), begin, record);
    }

    /** The outcomes for what is offered as the inputs that the event needs. */
    private String chosen(Needs.Of need, String operator, String begin, String record) {
        var arguments = new ArrayList<String>();
        arguments.add(begin);
        if (need.event()) {
            arguments.add(record);
        }
        need.inputs().forEach(input -> arguments.add(isOne(input) ? offered(input) + "(p)" : bound(input)));
        String call = operator + "(" + String.join(", ", arguments) + ")";
        for (Input input : need.inputs().reversed()) {
            if (!isOne(input)) {
                call = "UNION {" + call + " : " + bound(input) + " \\in " + offered(input) + "(p)}";
            }
        }
        return call;
    }

    private static String bound(Input input) {
        return Identifiers.flat(input.name()).toLowerCase(Locale.ROOT);
    }
}
