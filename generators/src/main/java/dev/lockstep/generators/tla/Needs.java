package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which operators have to be handed the event, and which inputs: only those that read them, or call one that does. */
final class Needs {

    /** @param inputs in declared order */
    record Of(boolean event, List<Input> inputs) {
        Of {
            inputs = List.copyOf(inputs);
        }
    }

    private final Protocol protocol;
    private final Abstraction abstraction;
    private final Map<String, Of> byHook = new HashMap<>();

    Needs(Protocol protocol, Abstraction abstraction) {
        this.protocol = protocol;
        this.abstraction = abstraction;
    }

    Of expr(Expr expr) {
        Reads reads = Reads.of(expr);
        return new Of(
                reads.fields(),
                protocol.inputs().stream()
                        .filter(input -> reads.symbols().contains(input) && !abstraction.hides(input))
                        .toList());
    }

    /** What a row's actions need. */
    Of effect(Row row) {
        return union(row.actions().stream().flatMap(this::statement).toList());
    }

    Of step(Step step) {
        var all = new ArrayList<Of>();
        step.only().map(abstraction::freed).map(this::expr).ifPresent(all::add);
        for (Row row : step.rows()) {
            all.add(expr(Guards.of(step, row, abstraction)));
            all.add(effect(row));
        }
        return union(all);
    }

    /** What a step needs and those behind it. */
    Of from(Procedure procedure, Step step) {
        List<Step> all = procedure.steps();
        return union(all.subList(all.indexOf(step), all.size()).stream()
                .map(this::step)
                .toList());
    }

    Of procedure(Procedure procedure) {
        return union(procedure.steps().stream().map(this::step).toList());
    }

    Of procedures(Collection<Procedure> procedures) {
        return union(procedures.stream().map(this::procedure).toList());
    }

    /** Hooks never call each other in a circle. */
    Of hook(Hook hook) {
        Of known = byHook.get(hook.name());
        if (known == null) {
            known = procedures(answering(protocol, hook));
            byHook.put(hook.name(), known);
        }
        return known;
    }

    static List<Procedure> answering(Protocol protocol, Hook hook) {
        return protocol.procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnHook(Hook answered)
                        && answered.name().equals(hook.name()))
                .toList();
    }

    private Stream<Of> statement(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign ->
                abstraction.hides(assign.variable()) ? Stream.empty() : Stream.of(expr(assign.value()));
            case Statement.Perform perform -> perform.arguments().stream().map(this::expr);
            case Statement.Call call -> Stream.of(hook(call.hook()));
            case Statement.Start ignored -> Stream.empty();
            case Statement.Restart ignored -> Stream.empty();
            case Statement.Cancel ignored -> Stream.empty();
            case Statement.DeleteTcb ignored -> Stream.empty();
        };
    }

    private Of union(List<Of> all) {
        Set<Input> inputs = new LinkedHashSet<>();
        all.forEach(one -> inputs.addAll(one.inputs()));
        return new Of(
                all.stream().anyMatch(Of::event),
                protocol.inputs().stream().filter(inputs::contains).toList());
    }
}
