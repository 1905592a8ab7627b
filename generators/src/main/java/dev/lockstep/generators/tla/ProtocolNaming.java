package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** Names inside a protocol's module: variables are fields of {@code tcb}, an event's fields those of its record. */
record ProtocolNaming(Protocol protocol, Needs needs) implements Naming {

    @Override
    public String name(Symbol symbol) {
        return switch (symbol) {
            case Variable variable -> "tcb." + Identifiers.flat(variable.name());
            case Field field -> field(field);
            case Parameter parameter -> Identifiers.flat(parameter.name());
            case Input input -> Identifiers.flat(input.name());
            case Argument argument -> Identifiers.flat(argument.name());
        };
    }

    private String field(Field field) {
        Event event = protocol.events().stream()
                .filter(candidate -> candidate.fields().contains(field))
                .findFirst()
                .orElseThrow();
        return Identifiers.record(event) + "." + Identifiers.inRecord(event, field);
    }

    @Override
    public String state() {
        return "tcb.STATE";
    }

    @Override
    public Membership armed(Timer timer) {
        return new Membership(Identifiers.string(timer.name()), "tcb.ARMED");
    }

    @Override
    public Application use(Definition definition) {
        return new Application(Identifiers.flat(definition.name()), before(definition));
    }

    @Override
    public Naming at(String endpoint) {
        throw new IllegalArgumentException("a table knows no endpoint " + endpoint);
    }

    @Override
    public Naming after() {
        throw new IllegalArgumentException("a table knows no steps of a model");
    }

    @Override
    public Naming withSegment() {
        throw new IllegalArgumentException("a table knows one segment only");
    }

    @Override
    public String queue(Expr.Queue queue) {
        throw new IllegalArgumentException("a table knows no queue " + queue);
    }

    /** What a definition is handed besides its own arguments. */
    List<String> before(Definition definition) {
        var before = new ArrayList<String>();
        if (Reads.of(definition.is()).controlBlock()) {
            before.add("tcb");
        }
        before.addAll(parameters(needs.expr(definition.is()), event(definition.event())));
        return before;
    }

    /** What an operator that needs this is handed, besides the control block or the working record. */
    List<String> parameters(Needs.Of need, String record) {
        var parameters = new ArrayList<String>();
        if (need.event()) {
            parameters.add(record);
        }
        need.inputs().forEach(input -> parameters.add(Identifiers.flat(input.name())));
        return parameters;
    }

    /** The record of the event with this name; of no event it is never asked for. */
    String event(String name) {
        return protocol.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .map(Identifiers::record)
                .orElse("");
    }
}
