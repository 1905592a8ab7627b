package dev.lockstep.spec.load;

import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads {@code vocabulary.yaml}. */
final class VocabularyReader {

    private static final List<String> KEYS = List.of(
            "protocol",
            "title",
            "control-block",
            "states",
            "enums",
            "parameters",
            "inputs",
            "variables",
            "timers",
            "events",
            "effects",
            "hooks",
            "definitions",
            "invariants");

    private final Shape shape;

    VocabularyReader(Shape shape) {
        this.shape = shape;
    }

    Optional<Raw.Vocabulary> read(Node document) {
        return shape.mapping(document).flatMap(this::vocabulary);
    }

    private Optional<Raw.Vocabulary> vocabulary(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a vocabulary", KEYS);
        Optional<Scalar> protocol = keys.requiredText("protocol");
        Optional<Scalar> controlBlock = keys.requiredText("control-block");
        if (protocol.isEmpty() || controlBlock.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Raw.Vocabulary(
                protocol.get(),
                keys.prose("title"),
                keys.prose("rfc"),
                controlBlock.get(),
                states(keys),
                enums(keys),
                named(keys, "parameters", "a parameter", List.of("type", "value"), this::parameter),
                named(keys, "inputs", "an input", List.of("type"), this::input),
                named(keys, "variables", "a variable", List.of("type", "start"), this::variable),
                named(keys, "timers", "a timer", List.of(), this::timer),
                named(keys, "events", "an event", List.of("kind", "fields", "assumes"), this::event),
                named(keys, "effects", "an effect", List.of("slots"), this::effect),
                named(keys, "hooks", "a hook", List.of("event"), this::hook),
                named(
                        keys,
                        "definitions",
                        "a definition",
                        List.of("arguments", "type", "event", "is"),
                        this::definition),
                invariants(keys, "invariants", List.of("id", "states", "is")),
                mapping.place()));
    }

    private List<Raw.State> states(Keys keys) {
        var states = new ArrayList<Raw.State>();
        for (Node item : keys.items("states")) {
            shape.mapping(item).ifPresent(mapping -> {
                Keys state = shape.keys(mapping, "a state", List.of("state", "tcb"));
                boolean hasControlBlock = state.word("tcb", List.of("none")).isEmpty();
                state.requiredText("state")
                        .ifPresent(name -> states.add(
                                new Raw.State(name, hasControlBlock, state.prose("about"), state.prose("rfc"))));
            });
        }
        return List.copyOf(states);
    }

    private List<Raw.Enumeration> enums(Keys keys) {
        var enums = new ArrayList<Raw.Enumeration>();
        for (Node.Entry entry : keys.entries("enums")) {
            enums.add(new Raw.Enumeration(entry.key(), shape.texts(entry.value())));
        }
        return List.copyOf(enums);
    }

    /** The things declared under a key, each a mapping with its name as the key; {@code NAME:} alone is {@code {}}. */
    private <T> List<T> named(
            Keys keys, String section, String what, List<String> known, BiFunction<Scalar, Keys, T> maker) {
        var all = new ArrayList<T>();
        for (Node.Entry entry : keys.entries(section)) {
            Node value = entry.value();
            boolean isBare = known.isEmpty()
                    && value instanceof Scalar scalar
                    && scalar.text().isEmpty();
            Optional<Node.Mapping> mapping =
                    isBare ? Optional.of(new Node.Mapping(List.of(), value.place())) : shape.mapping(value);
            mapping.ifPresent(found -> all.add(maker.apply(entry.key(), shape.keys(found, what, known))));
        }
        return List.copyOf(all);
    }

    private Raw.Constant parameter(Scalar name, Keys keys) {
        return new Raw.Constant(
                name,
                keys.requiredText("type"),
                keys.requiredExpression("value"),
                keys.prose("about"),
                keys.prose("rfc"));
    }

    private Raw.Constant variable(Scalar name, Keys keys) {
        return new Raw.Constant(
                name,
                keys.requiredText("type"),
                keys.requiredExpression("start"),
                keys.prose("about"),
                keys.prose("rfc"));
    }

    private Raw.Input input(Scalar name, Keys keys) {
        return new Raw.Input(name, keys.requiredText("type"), keys.prose("about"));
    }

    private Raw.Timer timer(Scalar name, Keys keys) {
        return new Raw.Timer(name, keys.prose("about"), keys.prose("rfc"));
    }

    private Raw.Event event(Scalar name, Keys keys) {
        keys.required("kind");
        boolean isCall =
                keys.word("kind", List.of("message", "call")).orElse("message").equals("call");
        return new Raw.Event(
                name,
                isCall ? Event.Kind.CALL : Event.Kind.MESSAGE,
                named(keys, "fields", "a field", List.of("type"), this::input),
                invariants(keys, "assumes", List.of("id", "is")),
                keys.prose("about"),
                keys.prose("rfc"));
    }

    private Raw.Effect effect(Scalar name, Keys keys) {
        return new Raw.Effect(
                name, named(keys, "slots", "a slot", List.of("type", "default"), this::slot), keys.prose("about"));
    }

    private Raw.Slot slot(Scalar name, Keys keys) {
        return new Raw.Slot(name, keys.requiredText("type"), keys.expression("default"), keys.prose("about"));
    }

    private Raw.Hook hook(Scalar name, Keys keys) {
        return new Raw.Hook(name, keys.text("event"), keys.prose("about"));
    }

    private Raw.Definition definition(Scalar name, Keys keys) {
        var arguments = new ArrayList<Raw.ArgumentType>();
        for (Node.Entry entry : keys.entries("arguments")) {
            arguments.add(new Raw.ArgumentType(entry.key(), shape.text(entry.value())));
        }
        return new Raw.Definition(
                name,
                List.copyOf(arguments),
                keys.requiredText("type"),
                keys.text("event"),
                keys.requiredExpression("is"),
                keys.prose("about"),
                keys.prose("rfc"));
    }

    private List<Raw.Invariant> invariants(Keys keys, String section, List<String> known) {
        var all = new ArrayList<Raw.Invariant>();
        for (Node item : keys.items(section)) {
            shape.mapping(item).ifPresent(mapping -> {
                Keys one = shape.keys(mapping, section.equals("assumes") ? "an assumption" : "an invariant", known);
                Optional<Syntax> is = one.requiredExpression("is");
                Optional<List<Scalar>> states = known.contains("states") ? one.texts("states") : Optional.empty();
                one.requiredText("id")
                        .ifPresent(
                                id -> all.add(new Raw.Invariant(id, states, is, one.prose("about"), mapping.place())));
            });
        }
        return List.copyOf(all);
    }
}
