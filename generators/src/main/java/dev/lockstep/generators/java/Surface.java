package dev.lockstep.generators.java;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a protocol's tables are called in Java. Only this class knows; all others ask. */
final class Surface {

    /** Names of the arguments that every step has; an argument of a definition must not hide them. */
    private static final Set<String> TAKEN = Set.of("parameters", "effects");

    private final Protocol protocol;
    private final ClassNames classNames;

    Surface(Protocol protocol) {
        this.protocol = protocol;
        this.classNames = new ClassNames(protocol);
    }

    Protocol protocol() {
        return protocol;
    }

    String packageName() {
        return "dev.lockstep.stack." + protocol.name() + ".table";
    }

    /** {@code tcp/close.yaml}: the same wherever the tables are. */
    String file(Place place) {
        String path = place.file().replace('\\', '/');
        return protocol.name() + "/" + path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code tcp/close.yaml:9}. */
    String where(Place place) {
        return file(place) + ":" + place.line();
    }

    // ------------------------------------------------------------------------------------------------- classes

    /** The class of the variables: {@code Tcb}. */
    String block() {
        return protocol.controlBlock();
    }

    /** An argument or local of that class: {@code tcb}. */
    String blockName() {
        return Words.camel(protocol.controlBlock());
    }

    String event(Event event) {
        return classNames.event(event);
    }

    String eventName(Event event) {
        return Words.camel(event.name());
    }

    String enumeration(Type.Enumeration enumeration) {
        return classNames.enumeration(enumeration);
    }

    String bits(Type.Enumeration enumeration) {
        return classNames.bits(enumeration);
    }

    boolean isUsedAsSet(Type.Enumeration enumeration) {
        return classNames.isUsedAsSet(enumeration);
    }

    boolean isUsedPlainly(Type.Enumeration enumeration) {
        return classNames.isUsedPlainly(enumeration);
    }

    String procedure(Procedure procedure) {
        return classNames.procedure(procedure);
    }

    /** Whether the class of the procedure is that of its only step. */
    boolean isOneStep(Procedure procedure) {
        return classNames.isOneStep(procedure);
    }

    String step(Procedure procedure, Step step) {
        return classNames.step(procedure, step);
    }

    // ------------------------------------------------------------------------------------------------- types

    /** The Java type of a value. */
    String type(Type type) {
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ, SIZE, COUNT -> "int";
                    case DURATION, INSTANT -> "long";
                    case FLAG -> "boolean";
                    case RANGES -> "Ranges";
                    case STATE -> "State";
                };
            case Type.Enumeration enumeration -> enumeration(enumeration);
            case Type.SetOf ignored -> "int";
        };
    }

    // ------------------------------------------------------------------------------------------------- places

    /** How an expression reads a symbol: {@code tcb.sndUna}, {@code segment.seq}, {@code parameters.rtoMin()}. */
    String read(Symbol symbol) {
        return switch (symbol) {
            case Variable variable -> cell(variable);
            case Field field -> eventName(owner(field)) + "." + Words.eventField(field.name());
            case Parameter parameter -> "parameters." + Words.camel(parameter.name()) + "()";
            case Input input -> "effects." + Words.camel(input.name()) + "()";
            case Argument argument -> argument(argument);
        };
    }

    /** A variable in the control block. */
    String cell(Variable variable) {
        return blockName() + "." + Words.camel(variable.name());
    }

    /** The state in the control block. */
    String stateCell() {
        return blockName() + ".state";
    }

    /** Whether a timer is armed, in the control block. */
    String timerCell(Timer timer) {
        return blockName() + "." + timerField(timer);
    }

    String timerField(Timer timer) {
        return Words.camel(timer.name()) + "Armed";
    }

    String timer(Timer timer) {
        return "Timer." + Words.constant(timer.name());
    }

    String state(State state) {
        return "State." + Words.constant(state.name());
    }

    String argument(Argument argument) {
        String name = Words.camel(argument.name());
        return TAKEN.contains(name) || name.equals(blockName()) ? name + "_" : name;
    }

    private Event owner(Field field) {
        return protocol.events().stream()
                .filter(event -> event.fields().contains(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field.place() + ": no event has " + field.name()));
    }

    // ------------------------------------------------------------------------------------------------- signatures

    /** What a procedure and its steps are handed. */
    List<Slot> handed(Trigger trigger) {
        return handed(true, event(trigger), true, true);
    }

    /** The event within which a procedure runs; a timer's expiry and some hooks have none. */
    Optional<Event> event(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(Event event) -> Optional.of(event);
            case Trigger.OnTimer ignored -> Optional.empty();
            case Trigger.OnHook(Hook hook) -> event(hook.event());
        };
    }

    /** What a definition is handed: only what it reads. Its own arguments come last. */
    List<Slot> handed(Definition definition) {
        List<Slot> slots = new ArrayList<>(handed(definition.is(), event(definition.event())));
        for (Argument argument : definition.arguments()) {
            slots.add(new Slot(type(argument.type()), argument(argument)));
        }
        return slots;
    }

    /** What it takes to evaluate an expression. */
    List<Slot> handed(Expr expr, Optional<Event> event) {
        return handed(
                expr.partsThroughDefinitions().anyMatch(Surface::readsBlock),
                expr.partsThroughDefinitions().anyMatch(part -> reads(part, Field.class)) ? event : Optional.empty(),
                expr.partsThroughDefinitions().anyMatch(part -> reads(part, Parameter.class)),
                expr.partsThroughDefinitions().anyMatch(part -> reads(part, Input.class)));
    }

    private List<Slot> handed(boolean block, Optional<Event> event, boolean parameters, boolean effects) {
        List<Slot> slots = new ArrayList<>();
        if (block) {
            slots.add(new Slot(block(), blockName()));
        }
        event.ifPresent(one -> slots.add(new Slot(event(one), eventName(one))));
        if (parameters) {
            slots.add(new Slot("Parameters", "parameters"));
        }
        if (effects) {
            slots.add(new Slot("Effects", "effects"));
        }
        return slots;
    }

    private Optional<Event> event(String name) {
        return protocol.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst();
    }

    private static boolean readsBlock(Expr expr) {
        return expr instanceof Expr.CurrentState || expr instanceof Expr.Armed || reads(expr, Variable.class);
    }

    private static boolean reads(Expr expr, Class<? extends Symbol> kind) {
        return expr instanceof Expr.Name name && kind.isInstance(name.symbol());
    }

    /** A formal parameter: its type and its name. */
    record Slot(String type, String name) {}
}
