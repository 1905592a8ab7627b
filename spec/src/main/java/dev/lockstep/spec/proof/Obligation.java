package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A step, and what may be relied on when it runs. Of the premises only those that have to do with the step: an invariant about
 * nothing that the step reads, not even by way of another invariant, can neither help nor hinder its proof.
 *
 * @param invariants each holds in its own states
 * @param conditions hold in every state: what the event assumes, under which parameters the procedure is chosen
 */
record Obligation(
        Protocol protocol, Procedure procedure, Step step, List<Invariant> invariants, List<Expr> conditions) {

    Obligation {
        invariants = List.copyOf(invariants);
        conditions = List.copyOf(conditions);
    }

    /** One for each step of each procedure, in the order of the tables. */
    static List<Obligation> of(Protocol protocol) {
        var all = new ArrayList<Obligation>();
        for (Procedure procedure : protocol.procedures()) {
            for (Step step : procedure.steps()) {
                all.add(of(protocol, procedure, step));
            }
        }
        return all;
    }

    private static Obligation of(Protocol protocol, Procedure procedure, Step step) {
        var conditions = new ArrayList<Expr>();
        event(protocol, procedure).ifPresent(event -> event.assumes().forEach(assumed -> conditions.add(assumed.is())));
        procedure.chosenBy().ifPresent(conditions::add);
        List<Invariant> invariants = protocol.invariants().stream()
                .filter(invariant -> protocol.states().isEmpty() || holdsSomewhereIn(step.states(), invariant))
                .toList();
        Reading related = related(reads(step), invariants, conditions);
        return new Obligation(
                protocol,
                procedure,
                step,
                invariants.stream()
                        .filter(invariant -> concerns(invariant.is(), related))
                        .toList(),
                conditions.stream()
                        .filter(condition -> concerns(condition, related))
                        .toList());
    }

    /** The event whose fields the procedure may read, if any. */
    private static Optional<Event> event(Protocol protocol, Procedure procedure) {
        return switch (procedure.trigger()) {
            case Trigger.OnEvent on -> Optional.of(on.event());
            case Trigger.OnTimer ignored -> Optional.empty();
            case Trigger.OnHook on ->
                protocol.events().stream()
                        .filter(event -> event.name().equals(on.hook().event()))
                        .findFirst();
        };
    }

    private static boolean holdsSomewhereIn(List<State> states, Invariant invariant) {
        return states.stream().anyMatch(invariant.states()::contains);
    }

    private static boolean concerns(Expr premise, Reading related) {
        Reading reading = Reading.of(premise);
        return (reading.symbols().isEmpty() && reading.timers().isEmpty()) || reading.meets(related);
    }

    /** Everything that has to do with what the step reads, by way of however many premises. */
    private static Reading related(Reading related, List<Invariant> invariants, List<Expr> conditions) {
        var open = new ArrayList<Reading>();
        Stream.concat(invariants.stream().map(Invariant::is), conditions.stream())
                .map(Reading::of)
                .forEach(open::add);
        boolean grows = true;
        while (grows) {
            List<Reading> met = open.stream().filter(related::meets).toList();
            met.forEach(related::add);
            open.removeAll(met);
            grows = !met.isEmpty();
        }
        return related;
    }

    private static Reading reads(Step step) {
        Reading reading = Reading.of(step.rows().stream().map(Row::when).toList());
        step.only().ifPresent(only -> reading.add(Reading.of(only)));
        step.measure().ifPresent(measure -> reading.add(Reading.of(measure)));
        for (Row row : step.rows()) {
            provedActions(row).forEach(expr -> reading.add(Reading.of(expr)));
        }
        return reading;
    }

    /** What in a row's actions has to be proved something about: divisions, and in a row that says again what it assigns. */
    static List<Expr> provedActions(Row row) {
        return row.actions().stream()
                .filter(action -> (row.then() == Row.Then.AGAIN && action instanceof Statement.Assign)
                        || Reading.of(Reading.parts(action)).divides())
                .flatMap(action -> Reading.parts(action).stream())
                .toList();
    }

    /** The variables that a row assigns, in the order of the right-hand sides in {@link #provedActions}. */
    static List<Variable> assigned(Row row) {
        return row.actions().stream()
                .filter(Statement.Assign.class::isInstance)
                .map(action -> ((Statement.Assign) action).variable())
                .toList();
    }

    /** The variables that procedures called from this row may assign, and those called from them. */
    Set<Variable> changedByCalls(Row row) {
        var changed = new LinkedHashSet<Variable>();
        calledFrom(row, new HashSet<>())
                .flatMap(called -> called.actions().stream())
                .forEach(action -> {
                    if (action instanceof Statement.Assign assign) {
                        changed.add(assign.variable());
                    } else if (action instanceof Statement.DeleteTcb) {
                        changed.addAll(protocol.variables());
                    }
                });
        return changed;
    }

    /** May a procedure called from this row change the state? */
    boolean callsMayMove(Row row) {
        return calledFrom(row, new HashSet<>()).anyMatch(called -> called.to().isPresent());
    }

    private Stream<Row> calledFrom(Row row, Set<Hook> seen) {
        return row.actions().stream()
                .filter(Statement.Call.class::isInstance)
                .map(action -> ((Statement.Call) action).hook())
                .filter(seen::add)
                .flatMap(this::answering)
                .flatMap(called -> Stream.concat(Stream.of(called), calledFrom(called, seen)));
    }

    private Stream<Row> answering(Hook hook) {
        return protocol.procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnHook on
                        && on.hook().name().equals(hook.name()))
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream());
    }

    /** The timer whose expiry the procedure handles. */
    Optional<Timer> expired() {
        return procedure.trigger() instanceof Trigger.OnTimer on ? Optional.of(on.timer()) : Optional.empty();
    }

    /** Is it the step with which the procedure begins? */
    boolean isFirst() {
        return procedure.steps().getFirst().equals(step);
    }

    /** {@code tcp segment-arrives sequence}, for progress and messages. */
    String name() {
        return protocol.name() + " " + procedure.name() + " " + step.name();
    }
}
