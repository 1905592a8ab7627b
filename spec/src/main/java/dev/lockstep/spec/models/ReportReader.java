package dev.lockstep.spec.models;

import dev.lockstep.spec.check.PropertyChecker;
import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the network reports in a model. */
final class ReportReader {

    private final Shape shape;
    private final Protocol protocol;
    private final PropertyChecker checker;

    ReportReader(Shape shape, Protocol protocol, PropertyChecker checker) {
        this.shape = shape;
        this.protocol = protocol;
        this.checker = checker;
    }

    List<Report> read(Keys model) {
        List<Node> items = model.items("reports");
        Optional<Event> event = Report.of(protocol);
        if (event.isEmpty() && !items.isEmpty()) {
            shape.report(
                    model.placeOf("reports"),
                    Code.UNKNOWN_EVENT,
                    "the network reports nothing to " + protocol.name(),
                    "declare a second event of `kind: message`");
        }
        var all = new ArrayList<Report>();
        event.ifPresent(report ->
                items.forEach(item -> shape.mapping(item).ifPresent(mapping -> all.add(report(report, mapping)))));
        return all;
    }

    private Report report(Event event, Node.Mapping mapping) {
        List<String> known = Stream.concat(event.fields().stream().map(Field::name), Stream.of("in"))
                .toList();
        Keys keys = shape.keys(mapping, "a report", known);
        var fields = new ArrayList<Setting>();
        for (Field field : event.fields()) {
            keys.requiredExpression(field.name())
                    .flatMap(syntax -> checker.value(syntax, field.type()))
                    .ifPresent(value -> fields.add(new Setting(field, value)));
        }
        List<State> states = keys.texts("in").map(checker::states).orElse(protocol.states());
        return new Report(event, fields, states, mapping.place());
    }
}
