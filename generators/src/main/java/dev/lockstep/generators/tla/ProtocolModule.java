package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.Doc.text;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A protocol's module, as the template wants it. */
final class ProtocolModule {

    /** Columns of the output; two of them are the indentation of a body. */
    private static final int WIDTH = 98;

    record View(
            String name,
            String title,
            String rfc,
            String source,
            String names,
            String mechanism,
            List<ConstantView> constants,
            String states,
            List<String> timers,
            List<EnumerationView> enumerations,
            String start,
            List<String> types,
            List<OperatorView> definitions,
            List<OperatorView> invariants,
            List<String> effects,
            List<ProcedureView> procedures,
            List<OperatorView> events) {}

    record ConstantView(String name, String gap, Optional<String> comment) {}

    record EnumerationView(String name, List<String> values) {}

    record OperatorView(String name, String body, List<String> comment) {}

    record ProcedureView(
            String name,
            String body,
            List<String> comment,
            List<String> namedBefore,
            List<StepView> steps,
            Optional<OperatorView> hook) {}

    record StepView(
            String name,
            String body,
            List<String> comment,
            Optional<OperatorView> only,
            Optional<RepeatedView> repeated,
            List<RowView> rows) {}

    record RepeatedView(String declared, OperatorView operator) {}

    record RowView(List<String> comment, Optional<OperatorView> guard, OperatorView effect) {}

    private final Protocol protocol;
    private final Abstraction abstraction;
    private final ProtocolNaming naming;
    private final ExprPrinter printer;
    private final ProcedureWriter procedures;

    ProtocolModule(Protocol protocol, Abstraction abstraction) {
        this.protocol = protocol;
        this.abstraction = abstraction;
        this.naming = new ProtocolNaming(protocol, new Needs(protocol, abstraction));
        this.printer = new ExprPrinter(naming);
        this.procedures = new ProcedureWriter(naming, abstraction);
    }

    static String name(Protocol protocol) {
        return Identifiers.camel(protocol.name());
    }

    View view() {
        return new View(
                name(protocol),
                protocol.title(),
                "RFC " + protocol.rfc(),
                protocol.name(),
                "its name is the row's id.",
                name(protocol) + "Mechanism",
                constants(),
                render(ExprPrinter.strings(
                        protocol.states().stream().map(State::name).toList())),
                protocol.timers().stream()
                        .map(timer -> Identifiers.string(timer.name()))
                        .toList(),
                protocol.enums().stream()
                        .map(type -> new EnumerationView(
                                enumeration(type),
                                type.values().stream().map(Identifiers::string).toList()))
                        .toList(),
                start(),
                types(),
                definitions(),
                protocol.invariants().stream()
                        .filter(invariant -> !abstraction.hidesSomeOf(invariant.is()))
                        .map(this::invariant)
                        .toList(),
                effects(),
                ordered().map(this::procedure).toList(),
                events());
    }

    private static String enumeration(Type.Enumeration type) {
        return Identifiers.camel(type.name());
    }

    /** Names as wide as the widest, so that the comments stand below each other. */
    private List<ConstantView> constants() {
        List<Parameter> shown = parameters(protocol);
        int widest = shown.stream()
                .mapToInt(parameter -> parameter.name().length())
                .max()
                .orElse(0);
        return shown.stream()
                .map(parameter -> {
                    String name = Identifiers.flat(parameter.name());
                    return new ConstantView(
                            name,
                            " ".repeat(widest - parameter.name().length()),
                            Optional.of(Comments.of(parameter)).filter(about -> !about.isBlank()));
                })
                .toList();
    }

    /** What the mechanism does for rows, slots in the order in which rows give them. */
    private List<String> effects() {
        return protocol.effects().stream()
                .map(effect -> {
                    var arguments = new ArrayList<Doc>();
                    arguments.add(text("w"));
                    effect.slots()
                            .forEach(slot -> arguments.add(
                                    text(Identifiers.flat(slot.argument().name()))));
                    return render(ExprPrinter.apply(EffectWriter.operator(effect), arguments))
                            + (effect.about().isBlank() ? "" : "  " + Comments.ascii(effect.about()));
                })
                .toList();
    }

    /** The variables that the models see. */
    static List<Variable> variables(Protocol protocol, Abstraction abstraction) {
        return protocol.variables().stream()
                .filter(variable -> !abstraction.hides(variable))
                .toList();
    }

    /** The parameters that the models see. */
    static List<Parameter> parameters(Protocol protocol) {
        return protocol.parameters().stream()
                .filter(parameter -> !Reads.isTime(parameter.type()))
                .toList();
    }

    private String start() {
        var fields = new ArrayList<Doc>();
        fields.add(text("STATE |-> " + Identifiers.string(protocol.start().name())));
        fields.add(text("ARMED |-> {}"));
        for (Variable variable : variables(protocol, abstraction)) {
            fields.add(Doc.cat(text(Identifiers.flat(variable.name()) + " |-> "), printer.whole(variable.start())));
        }
        return render(ExprPrinter.listed("[", fields, "]"));
    }

    private List<String> types() {
        var types = new ArrayList<String>();
        types.add("/\\ tcb.STATE \\in States");
        types.add("/\\ tcb.ARMED \\subseteq Timers");
        for (Variable variable : variables(protocol, abstraction)) {
            types.add("/\\ tcb." + Identifiers.flat(variable.name()) + " \\in " + set(variable.type()));
        }
        return types;
    }

    private static String set(Type type) {
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ -> "SeqNumbers";
                    case SIZE, COUNT -> "Sizes";
                    case FLAG -> "BOOLEAN";
                    case RANGES -> "SUBSET SeqNumbers";
                    case STATE -> "States";
                    case DURATION, INSTANT -> throw new IllegalArgumentException("times are left out");
                };
            case Type.Enumeration enumeration -> enumeration(enumeration);
            case Type.SetOf set -> "SUBSET " + enumeration(set.of());
        };
    }

    private List<OperatorView> definitions() {
        List<Definition> shown = protocol.definitions().stream()
                .filter(definition -> !abstraction.hidesSomeOf(definition.is()))
                .toList();
        return ProcedureWriter.ordered(shown, ProtocolModule::used).stream()
                .map(this::definition)
                .toList();
    }

    private static List<Definition> used(Definition definition) {
        return uses(definition.is()).toList();
    }

    private static Stream<Definition> uses(Expr expr) {
        return expr.parts()
                .flatMap(part -> part instanceof Expr.Use use ? Stream.of(use.definition()) : Stream.empty());
    }

    private OperatorView definition(Definition definition) {
        var arguments = new ArrayList<Doc>();
        naming.before(definition).forEach(argument -> arguments.add(text(argument)));
        definition.arguments().forEach(argument -> arguments.add(text(Identifiers.flat(argument.name()))));
        return new OperatorView(
                render(ExprPrinter.apply(Identifiers.flat(definition.name()), arguments)),
                render(printer.whole(definition.is())),
                Comments.of(definition.about(), definition.rfc(), definition.place()));
    }

    private OperatorView invariant(Invariant invariant) {
        Doc holds = printer.whole(invariant.is());
        Doc body = invariant.states().containsAll(protocol.states())
                ? holds
                : Doc.cat(
                        StepWriter.inStates("tcb", invariant.states(), true),
                        text(" =>"),
                        new Doc.Nest(2, Doc.cat(new Doc.Break(""), new Doc.Align(holds))));
        return new OperatorView(
                invariantName(invariant) + "(tcb)",
                render(body),
                Comments.of(invariant.about(), "", invariant.place()));
    }

    static String invariantName(Invariant invariant) {
        return Identifiers.camel(invariant.id());
    }

    private Stream<Procedure> ordered() {
        return ProcedureWriter.ordered(protocol.procedures(), this::called).stream();
    }

    /** The procedures that this one may call. */
    private List<Procedure> called(Procedure procedure) {
        return procedure.steps().stream()
                .flatMap(step -> step.rows().stream())
                .flatMap(row -> row.actions().stream())
                .flatMap(action -> action instanceof Statement.Call(Hook hook, var ignored)
                        ? Needs.answering(protocol, hook).stream()
                        : Stream.empty())
                .toList();
    }

    private ProcedureView procedure(Procedure procedure) {
        return new ProcedureView(
                render(procedures.operator(procedure, "w")),
                render(procedures.body(procedure)),
                Comments.heading(procedure),
                procedures.namedBefore(procedure).stream()
                        .map(step -> procedures.steps().stepOperator(procedure, step, text("w")))
                        .map(name -> declared(render(name)))
                        .toList(),
                procedure.steps().stream().map(step -> step(procedure, step)).toList(),
                hook(procedure));
    }

    /** The hook's operator stands behind the last procedure that answers it. */
    private Optional<OperatorView> hook(Procedure procedure) {
        if (!(procedure.trigger() instanceof Trigger.OnHook(Hook hook))
                || !ordered()
                        .filter(Needs.answering(protocol, hook)::contains)
                        .toList()
                        .getLast()
                        .equals(procedure)) {
            return Optional.empty();
        }
        return Optional.of(operator(hook));
    }

    private OperatorView operator(Hook hook) {
        return new OperatorView(
                render(procedures.hookOperator(hook)),
                render(procedures.hookBody(hook)),
                Comments.of(hook.about(), "", hook.place()));
    }

    private StepView step(Procedure procedure, Step step) {
        StepWriter writer = procedures.steps();
        Optional<OperatorView> only = writer.onlyOperator(procedure, step, "tcb")
                .map(name -> new OperatorView(render(name), render(writer.only(step)), List.of()));
        return new StepView(
                render(writer.stepOperator(procedure, step, text("w"))),
                render(procedures.body(procedure, step)),
                Comments.of(step),
                only,
                Optional.of(step).filter(StepWriter::repeats).map(again -> repeated(procedure, again)),
                step.rows().stream().map(row -> row(procedure, step, row)).toList());
    }

    private RepeatedView repeated(Procedure procedure, Step step) {
        String name = render(procedures.steps().repeatedOperator(procedure, step, text("w")));
        return new RepeatedView(
                declared(name),
                new OperatorView(name, render(procedures.steps().rows(procedure, step, false)), List.of()));
    }

    /** As it is declared before it is defined: a blank for each argument. */
    private static String declared(String operator) {
        return operator.replaceAll("\\w+(?=[,)])", "_");
    }

    private RowView row(Procedure procedure, Step step, Row row) {
        StepWriter writer = procedures.steps();
        Optional<OperatorView> guard = Guards.takesTheRest(step, row) || writer.isCertain(step)
                ? Optional.empty()
                : Optional.of(new OperatorView(
                        render(writer.guardOperator(procedure, step, row, "tcb")),
                        render(writer.guard(step, row)),
                        List.of()));
        return new RowView(
                Comments.of(procedure, step, row),
                guard,
                new OperatorView(
                        render(writer.effectOperator(procedure, row)),
                        render(writer.effect(procedure, step, row)),
                        List.of()));
    }

    private List<OperatorView> events() {
        var events = new ArrayList<OperatorView>();
        for (Event event : protocol.events()) {
            event(event).ifPresent(events::add);
        }
        protocol.timers().forEach(timer -> timer(timer).ifPresent(events::add));
        return events;
    }

    static String operatorName(Event event) {
        return "On" + Identifiers.event(event.name());
    }

    static String operatorName(Timer timer) {
        return "On" + Identifiers.event(timer.name());
    }

    private Optional<OperatorView> event(Event event) {
        List<Procedure> handling = protocol.procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnEvent(Event handled)
                        && handled.name().equals(event.name()))
                .toList();
        return handling.isEmpty()
                ? Optional.empty()
                : Optional.of(event(operatorName(event), handling, Identifiers.record(event), event));
    }

    private OperatorView event(String operator, List<Procedure> handling, String record, Event event) {
        Needs.Of need = naming.needs().procedures(handling);
        var arguments = new ArrayList<Doc>();
        arguments.add(text("w"));
        naming.parameters(need, record).forEach(argument -> arguments.add(text(argument)));
        return new OperatorView(
                render(ExprPrinter.apply(operator, arguments)),
                render(procedures.dispatch(handling, "w", event.name())),
                Comments.of(event.about(), "", event.place()));
    }

    /** Of a timer that nobody arms nobody asks. */
    private Optional<OperatorView> timer(Timer timer) {
        List<Procedure> handling = protocol.procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnTimer(Timer handled)
                        && handled.name().equals(timer.name()))
                .toList();
        if (handling.isEmpty()) {
            return Optional.empty();
        }
        var arguments = new ArrayList<Doc>();
        arguments.add(text("before"));
        naming.parameters(naming.needs().procedures(handling), "").forEach(argument -> arguments.add(text(argument)));
        Doc body = Doc.cat(
                text("LET w == Disarm(before, " + Identifiers.string(timer.name()) + ")"),
                new Doc.Break(""),
                text("IN "),
                new Doc.Align(procedures.dispatch(handling, "w", "timer " + timer.name())));
        return Optional.of(new OperatorView(
                render(ExprPrinter.apply(operatorName(timer), arguments)),
                render(body),
                Comments.of("expires: it is disarmed before anything else", "", timer.place())));
    }

    static String render(Doc doc) {
        return Doc.render(doc, WIDTH);
    }
}
