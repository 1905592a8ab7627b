package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * What may be relied on at each step of a protocol: the invariants, what the event assumes, under which parameters the procedure is
 * chosen. Of these an obligation gets what has to do with it: a premise about nothing that it reads, not even by way of another
 * premise, can neither help nor hinder its proof.
 *
 * <p>What the steps before have let pass is a premise too, but one that is rarely needed, makes proofs harder, and would have them
 * all done anew after an edit of the first step: it is brought in only where a proof fails without.
 */
final class Premises {

    /** A premise with what it reads. */
    private record Read<T>(T premise, Reading reading) {}

    private final Protocol protocol;
    private final List<Read<Invariant>> invariants;

    Premises(Protocol protocol) {
        this.protocol = protocol;
        this.invariants = Implicit.andStated(protocol).stream()
                .map(invariant -> new Read<>(invariant, Reading.of(invariant.is())))
                .toList();
    }

    /** One for each step of each procedure, in the order of the tables. */
    List<Obligation> steps() {
        var all = new ArrayList<Obligation>();
        for (Procedure procedure : protocol.procedures()) {
            for (Step step : procedure.steps()) {
                all.add(about(procedure, step, reads(step), List.of(), false));
            }
        }
        return all;
    }

    /** The same step with all premises there are. */
    Obligation further(Obligation obligation) {
        return about(obligation.procedure(), obligation.step(), reads(obligation.step()), List.of(), true);
    }

    /**
     * A step with the premises that have to do with something.
     *
     * @param about grows
     * @param assigned right-hand sides that matter if what they are assigned to does
     * @param further whether what the steps before have let pass is wanted
     */
    Obligation about(Procedure procedure, Step step, Reading about, List<Statement.Assign> assigned, boolean further) {
        List<Read<Expr>> conditions = conditions(procedure, step, further).stream()
                .map(condition -> new Read<>(condition, Reading.of(condition)))
                .toList();
        relate(about, conditions, assigned);
        return new Obligation(
                protocol,
                procedure,
                step,
                invariants.stream()
                        .filter(invariant -> concerns(invariant.reading(), about))
                        .map(Read::premise)
                        .toList(),
                conditions.stream()
                        .filter(condition -> concerns(condition.reading(), about))
                        .map(Read::premise)
                        .toList());
    }

    private List<Expr> conditions(Procedure procedure, Step step, boolean further) {
        var conditions = new ArrayList<Expr>();
        for (Invariant assumed : assumed(procedure)) {
            if (stillHolds(assumed.is(), procedure, step)) {
                conditions.add(assumed.is());
            }
        }
        procedure.chosenBy().ifPresent(conditions::add);
        if (further) {
            conditions.addAll(Passed.before(protocol, procedure, step));
        }
        return conditions;
    }

    /** What is assumed of the event whose fields the procedure may read, if any. */
    private List<Invariant> assumed(Procedure procedure) {
        return switch (procedure.trigger()) {
            case Trigger.OnEvent on -> on.event().assumes();
            case Trigger.OnTimer ignored -> List.of();
            case Trigger.OnHook on ->
                protocol.events().stream()
                        .filter(event -> event.name().equals(on.hook().event()))
                        .findFirst()
                        .map(Event::assumes)
                        .orElse(List.of());
        };
    }

    /** What is assumed of an event may speak of variables too; then it counts until one of them may have changed. */
    private boolean stillHolds(Expr assumed, Procedure procedure, Step step) {
        boolean isAboutFieldsAlone = Reading.of(assumed).symbols().stream().noneMatch(Variable.class::isInstance);
        return isAboutFieldsAlone
                || (procedure.trigger() instanceof Trigger.OnEvent
                        && Passed.isKept(protocol, procedure, assumed, step));
    }

    private static boolean concerns(Reading premise, Reading related) {
        return (premise.symbols().isEmpty() && premise.timers().isEmpty()) || premise.meets(related);
    }

    /** Adds everything that has to do with it, by way of however many premises. */
    private void relate(Reading related, List<Read<Expr>> conditions, List<Statement.Assign> assigned) {
        var open = new ArrayList<Reading>();
        invariants.forEach(invariant -> open.add(invariant.reading()));
        conditions.forEach(condition -> open.add(condition.reading()));
        for (Statement.Assign assign : assigned) {
            Reading both = Reading.of(assign.value());
            both.add(Reading.of(new Expr.Name(assign.variable(), assign.place())));
            open.add(both);
        }
        boolean grows = true;
        while (grows) {
            List<Reading> met = open.stream().filter(related::meets).toList();
            met.forEach(related::add);
            open.removeAll(met);
            grows = !met.isEmpty();
        }
    }

    private static Reading reads(Step step) {
        Reading reading = Reading.of(step.rows().stream().map(Row::when).toList());
        step.only().ifPresent(only -> reading.add(Reading.of(only)));
        step.measure().ifPresent(measure -> reading.add(Reading.of(measure)));
        for (Row row : step.rows()) {
            Obligation.provedActions(row).forEach(expr -> reading.add(Reading.of(expr)));
        }
        return reading;
    }
}
