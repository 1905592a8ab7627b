package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives each class of a protocol's package its name. The event CLOSE and the procedure {@code close} both want to be
 * {@code Close}: who comes later says what it is, {@code CloseProcedure}.
 */
final class ClassNames {

    private static final List<String> FIXED = List.of(
            "State",
            "Timer",
            "Parameters",
            "Effects",
            "Row",
            "Definitions",
            "Hooks",
            "Events",
            "Invariants",
            "Seq",
            "Ranges",
            "Then",
            "RowLog",
            "Titled",
            "Setting",
            "NoRowMatches",
            "Math",
            "String",
            "Override");

    private final Protocol protocol;
    private final Set<String> taken = new HashSet<>(FIXED);
    private final Map<String, String> names = new HashMap<>();
    private final Set<Type.Enumeration> plain = new HashSet<>();
    private final Set<Type.Enumeration> sets = new HashSet<>();

    ClassNames(Protocol protocol) {
        this.protocol = protocol;
        taken.add(protocol.controlBlock());
        for (Event event : protocol.events()) {
            take("event " + event.name(), Words.pascal(event.name()), "Event");
        }
        findUses(protocol);
        for (Type.Enumeration enumeration : protocol.enums()) {
            if (isUsedPlainly(enumeration)) {
                take("enum " + enumeration.name(), Words.pascal(enumeration.name()), "Value");
            }
            if (isUsedAsSet(enumeration)) {
                take("bits " + enumeration.name(), Words.pascal(enumeration.name()), "Set");
            }
        }
        for (Procedure procedure : protocol.procedures()) {
            take("procedure " + procedure.name(), Words.pascal(procedure.name()), "Procedure");
        }
        for (Procedure procedure : protocol.procedures()) {
            if (isOneStep(procedure)) {
                names.put(key(procedure, procedure.steps().getFirst()), names.get("procedure " + procedure.name()));
                continue;
            }
            for (Step step : procedure.steps()) {
                take(key(procedure, step), Words.pascal(procedure.name() + "-" + step.name()), "Step");
            }
        }
    }

    private void take(String key, String name, String suffix) {
        String free = name;
        while (!taken.add(free)) {
            free += suffix;
        }
        names.put(key, free);
    }

    private void findUses(Protocol protocol) {
        typesOf(protocol).forEach(type -> {
            switch (type) {
                case Type.Simple ignored -> {}
                case Type.Enumeration enumeration -> plain.add(enumeration);
                case Type.SetOf set -> sets.add(set.of());
            }
        });
    }

    private static Stream<Type> typesOf(Protocol protocol) {
        return Stream.of(
                        protocol.variables().stream().map(variable -> variable.type()),
                        protocol.parameters().stream().map(parameter -> parameter.type()),
                        protocol.inputs().stream().map(input -> input.type()),
                        protocol.events().stream()
                                .flatMap(event -> event.fields().stream())
                                .map(field -> field.type()),
                        protocol.effects().stream()
                                .flatMap(effect -> effect.slots().stream())
                                .map(Effect.Slot::argument)
                                .map(Argument::type),
                        protocol.definitions().stream().map(definition -> definition.type()),
                        protocol.definitions().stream()
                                .flatMap(definition -> definition.arguments().stream())
                                .map(Argument::type))
                .flatMap(types -> types);
    }

    /** Whether values of the enumeration occur in sets. */
    boolean isUsedAsSet(Type.Enumeration enumeration) {
        return sets.contains(enumeration);
    }

    /** Whether values of the enumeration occur alone; one that nobody uses counts too. */
    boolean isUsedPlainly(Type.Enumeration enumeration) {
        return plain.contains(enumeration) || !sets.contains(enumeration);
    }

    String event(Event event) {
        return names.get("event " + event.name());
    }

    String enumeration(Type.Enumeration enumeration) {
        return names.get("enum " + enumeration.name());
    }

    String bits(Type.Enumeration enumeration) {
        return names.get("bits " + enumeration.name());
    }

    String procedure(Procedure procedure) {
        return names.get("procedure " + procedure.name());
    }

    String step(Procedure procedure, Step step) {
        return names.get(key(procedure, step));
    }

    /** Whether the procedure is its only step, so that one class will do. */
    boolean isOneStep(Procedure procedure) {
        Step step = procedure.steps().getFirst();
        return procedure.steps().size() == 1
                && step.only().isEmpty()
                && step.rows().stream().noneMatch(row -> row.then() == Row.Then.AGAIN)
                && !new Arrivals(protocol, procedure).mayPassOver(step);
    }

    private static String key(Procedure procedure, Step step) {
        return "step " + procedure.name() + " " + step.name();
    }
}
