package dev.lockstep.spec.models;

import dev.lockstep.spec.check.PropertyChecker;
import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a model says of one endpoint: what its surroundings offer, what its user does. */
final class EndpointReader {

    private static final List<String> KEYS = List.of("offers", "in-turn", "crashes", "calls");
    private static final List<String> CALL_KEYS = List.of("times", "with", "in", "fair");

    private final Shape shape;
    private final Protocol protocol;
    private final PropertyChecker checker;

    EndpointReader(Shape shape, Protocol protocol, PropertyChecker checker) {
        this.shape = shape;
        this.protocol = protocol;
        this.checker = checker;
    }

    Optional<Endpoint> read(Scalar name, Node node) {
        return shape.mapping(node).map(mapping -> {
            Keys keys = shape.keys(mapping, "an endpoint", KEYS);
            var calls = new ArrayList<UserCall>();
            keys.entries("calls").forEach(entry -> call(entry).ifPresent(calls::add));
            return new Endpoint(
                    name.text(),
                    offers(keys),
                    keys.word("in-turn", List.of("true", "false"))
                            .orElse("false")
                            .equals("true"),
                    keys.text("crashes").flatMap(this::number).orElse(0),
                    calls);
        });
    }

    /** Every input that is no time has to be offered something. */
    private List<Setting> offers(Keys keys) {
        var offers = new ArrayList<Setting>();
        for (Node.Entry entry : keys.entries("offers")) {
            symbol(entry.key(), protocol.inputs(), "input")
                    .ifPresent(input -> values(entry.value())
                            .forEach(value -> setting(input, value).ifPresent(offers::add)));
        }
        for (Symbol input : protocol.inputs()) {
            if (!Reads.isTime(input.type()) && isLeftOut(input, keys.entries("offers"), protocol.inputs())) {
                shape.report(
                        keys.place(),
                        Code.MISSING_KEY,
                        "an endpoint needs something to be offered as " + input.name(),
                        "add `offers: {" + input.name() + ": ...}`");
            }
        }
        return offers;
    }

    /** Does no key name it? A key that names nothing may have been meant for it, and is reported already. */
    private static boolean isLeftOut(Symbol symbol, List<Node.Entry> entries, List<? extends Symbol> known) {
        return entries.stream()
                .map(entry -> entry.key().text())
                .noneMatch(key -> key.equals(symbol.name())
                        || known.stream().noneMatch(other -> other.name().equals(key)));
    }

    private List<Node> values(Node node) {
        return node instanceof Node.Listing ? shape.list(node) : List.of(node);
    }

    private Optional<UserCall> call(Node.Entry entry) {
        List<Event> known = protocol.events().stream()
                .filter(event -> event.kind() == Event.Kind.CALL)
                .toList();
        Optional<Event> event = known.stream()
                .filter(call -> call.name().equals(entry.key().text()))
                .findFirst();
        if (event.isEmpty()) {
            shape.report(
                    entry.key().place(),
                    Code.UNKNOWN_EVENT,
                    "there is no call `" + entry.key().text() + "`",
                    Spelling.advice(
                            entry.key().text(), known.stream().map(Event::name).toList()));
        }
        return event.flatMap(call -> shape.mapping(entry.value()).map(mapping -> call(call, mapping)));
    }

    private UserCall call(Event event, Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a call", CALL_KEYS);
        var choices = new ArrayList<List<Setting>>();
        for (Node choice : keys.node("with").map(this::values).orElse(List.of())) {
            choices.add(choice(event, choice));
        }
        if (!keys.has("with")) {
            choices.add(List.of());
            checkComplete(event, List.of(), keys.place());
        }
        int times = keys.requiredText("times").flatMap(this::number).orElse(0);
        boolean fair =
                keys.word("fair", List.of("true", "false")).orElse("false").equals("true");
        List<State> states = keys.texts("in").map(checker::states).orElse(protocol.states());
        return new UserCall(event, times, choices, states, fair, mapping.place());
    }

    private void checkComplete(Event event, List<Node.Entry> entries, Place place) {
        event.fields().stream()
                .filter(field -> isLeftOut(field, entries, event.fields()))
                .forEach(field -> shape.report(
                        place,
                        Code.MISSING_KEY,
                        "a call of " + event.name() + " needs a value for " + field.name(),
                        "add `with: {" + field.name() + ": ...}`"));
    }

    private List<Setting> choice(Event event, Node node) {
        var settings = new ArrayList<Setting>();
        Optional<Node.Mapping> fields = shape.mapping(node);
        fields.ifPresent(mapping -> checkComplete(event, mapping.entries(), mapping.place()));
        for (Node.Entry entry : fields.map(Node.Mapping::entries).orElse(List.of())) {
            symbol(entry.key(), event.fields(), "field of " + event.name())
                    .flatMap(field -> setting(field, entry.value()))
                    .ifPresent(settings::add);
        }
        return settings;
    }

    Optional<Setting> setting(Symbol symbol, Node value) {
        return shape.expression(value)
                .flatMap(syntax -> checker.constant(syntax, symbol.type()))
                .map(constant -> new Setting(symbol, constant));
    }

    /** The symbol of this name; empty, reported, if there is none. */
    <T extends Symbol> Optional<T> symbol(Scalar name, List<T> known, String what) {
        Optional<T> found = known.stream()
                .filter(symbol -> symbol.name().equals(name.text()))
                .findFirst();
        if (found.isEmpty()) {
            shape.report(
                    name.place(),
                    Code.UNKNOWN_NAME,
                    "there is no " + what + " `" + name.text() + "`",
                    Spelling.advice(
                            name.text(), known.stream().map(Symbol::name).toList()));
        }
        return found;
    }

    /** A number of up to four digits; empty, reported, if it is something else. */
    Optional<Integer> number(Scalar scalar) {
        if (scalar.text().matches("[0-9]{1,4}")) {
            return Optional.of(Integer.valueOf(scalar.text()));
        }
        shape.report(scalar.place(), Code.WRONG_SHAPE, "expected a small number", "");
        return Optional.empty();
    }
}
