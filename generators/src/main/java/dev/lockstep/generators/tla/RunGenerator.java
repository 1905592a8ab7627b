package dev.lockstep.generators.tla;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.template.Templates;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What TLC needs to hold a recorded run against the tables, besides the modules written by hand and the lines of the run: the
 * protocol's module, with nothing left out but times, and one that goes from line to line.
 */
public final class RunGenerator {

    /** The root module. */
    public static final String MODULE = "RecordedRun";

    /** Effects that change the socket, of which a recorded run knows little: {@code Recorded.tla} has others in their place. */
    private static final Set<String> REPLACED = Set.of(
            "send",
            "garbage",
            "tell",
            "queue",
            "acknowledged",
            "keep",
            "deliver",
            "take",
            "leave",
            "bind",
            "unbind",
            "hand_on");

    private final Protocol protocol;
    private final Abstraction abstraction = new Abstraction(Set.of());
    private final Needs needs;

    private RunGenerator(Protocol protocol) {
        this.protocol = protocol;
        this.needs = new Needs(protocol, abstraction);
    }

    record View(
            String source,
            String protocol,
            List<InputView> inputs,
            List<EventView> events,
            List<String> variables,
            List<String> assumed,
            List<ModelModule.ConstantValue> constants,
            List<String> effects) {}

    /** @param key of a line */
    record InputView(String name, String key) {}

    /** @param title as a line names it */
    record EventView(String title, String call) {}

    /**
     * {@code RecordedRun.tla}, {@code RecordedRun.cfg} and the protocol's module.
     *
     * @param parameters the value of each in the notation of the tables; times are not looked at
     */
    public static List<GeneratedFile> generate(Protocol protocol, Map<String, String> parameters) {
        var generator = new RunGenerator(protocol);
        var templates = new Templates(RunGenerator.class, "run.stg");
        View view = generator.view(parameters);
        return List.of(
                new GeneratedFile(MODULE + ".tla", templates.render("run", "m", view)),
                new GeneratedFile(MODULE + ".cfg", templates.render("config", "m", view)),
                TlaGenerator.module(protocol, generator.abstraction));
    }

    /** The variables that stand in a line: all but times. */
    public static List<Variable> variables(Protocol protocol) {
        return ProtocolModule.variables(protocol, new Abstraction(Set.of()));
    }

    /** How a name of the tables reads there: {@code SND_UNA} for {@code SND.UNA}. */
    public static String name(String name) {
        return Identifiers.flat(name);
    }

    /** How a field of an event reads in a line. */
    public static String name(Event event, Field field) {
        return Identifiers.inRecord(event, field);
    }

    /** What a line calls the expiry of a timer. */
    public static String title(Timer timer) {
        return "timer " + timer.name();
    }

    private View view(Map<String, String> parameters) {
        return new View(
                protocol.name(),
                ProtocolModule.name(protocol),
                protocol.inputs().stream()
                        .filter(input -> !abstraction.hides(input))
                        .map(input -> new InputView(
                                Identifiers.flat(input.name()), input.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                Stream.concat(
                                protocol.events().stream().map(this::event),
                                protocol.timers().stream().map(this::timer))
                        .toList(),
                Stream.concat(
                                Stream.of("STATE", "ARMED"),
                                variables(protocol).stream().map(variable -> Identifiers.flat(variable.name())))
                        .toList(),
                protocol.invariants().stream()
                        .filter(invariant -> !abstraction.hidesSomeOf(invariant.is()))
                        .map(ProtocolModule::invariantName)
                        .toList(),
                ProtocolModule.parameters(protocol).stream()
                        .map(parameter -> new ModelModule.ConstantValue(
                                Identifiers.flat(parameter.name()), value(parameter, parameters.get(parameter.name()))))
                        .toList(),
                protocol.effects().stream()
                        .filter(effect -> REPLACED.contains(effect.name()))
                        .map(RunGenerator::operator)
                        .toList());
    }

    private static String operator(Effect effect) {
        return EffectWriter.operator(effect);
    }

    private static String value(Parameter parameter, String text) {
        return switch (parameter.type()) {
            case Type.Enumeration ignored -> Identifiers.string(text);
            case Type.SetOf ignored -> throw new IllegalArgumentException("no parameter is a set: " + parameter.name());
            case Type.Simple simple -> simple == Type.Simple.FLAG ? text.toUpperCase(Locale.ROOT) : text;
        };
    }

    private EventView event(Event event) {
        return new EventView(
                event.name(),
                call(
                        ProtocolModule.operatorName(event),
                        trigger -> trigger instanceof Trigger.OnEvent(Event on)
                                && on.name().equals(event.name())));
    }

    private EventView timer(Timer timer) {
        return new EventView(
                title(timer),
                call(
                        ProtocolModule.operatorName(timer),
                        trigger -> trigger instanceof Trigger.OnTimer(Timer on)
                                && on.name().equals(timer.name())));
    }

    private String call(String operator, Predicate<Trigger> handled) {
        List<Procedure> procedures = protocol.procedures().stream()
                .filter(procedure -> handled.test(procedure.trigger()))
                .toList();
        Needs.Of need = needs.procedures(procedures);
        var arguments = new ArrayList<String>(List.of("w"));
        if (need.event()) {
            arguments.add("line.fields");
        }
        for (Input input : need.inputs()) {
            arguments.add("Offered_" + Identifiers.flat(input.name()));
        }
        return operator + "(" + String.join(", ", arguments) + ")";
    }
}
