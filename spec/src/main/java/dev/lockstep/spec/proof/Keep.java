package dev.lockstep.spec.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A row that has to keep an invariant up: it holds before the row, and is to hold where the row hands over to somebody who
 * relies on it.
 *
 * @param row counted from 0 in its step
 * @param point which of the row's calls, counted from 0, or the number of its calls for its end
 * @param goesOn whether the procedure goes on at the end of the row: see {@link StepModel#asIfArmed}
 */
record Keep(
        Protocol protocol, Procedure procedure, Step step, int row, int point, Invariant invariant, boolean goesOn) {

    Row itsRow() {
        return step.rows().get(row);
    }

    /** For progress: {@code inv-flight in ack-new}. */
    String name() {
        return invariant.id() + " in " + itsRow().id();
    }

    /** @param further whether all premises there are may be relied on */
    Obligation obligation(Premises premises, boolean further) {
        Reading reading = Reading.of(invariant.is());
        step.only().ifPresent(only -> reading.add(Reading.of(only)));
        reading.add(
                itsRow().when() instanceof Expr.Otherwise
                        ? Reading.of(step.rows().stream().map(Row::when).toList())
                        : Reading.of(itsRow().when()));
        var assigned = new ArrayList<Statement.Assign>();
        for (Statement action : itsRow().actions()) {
            if (action instanceof Statement.Assign assign) {
                assigned.add(assign);
            } else if (action instanceof Statement.DeleteTcb delete) {
                protocol.variables()
                        .forEach(variable ->
                                assigned.add(new Statement.Assign(variable, variable.start(), delete.place())));
            }
        }
        return premises.about(procedure, step, reading, assigned, further);
    }

    /**
     * Is it plain, without any proof, that the row does nothing to the invariant? Not so for a row whose guard speaks of the same
     * things: it may show that the invariant holds even if it did not before, as one does that mends it or finds it whole.
     */
    boolean isPlain() {
        Reading reads = Reading.of(invariant.is());
        boolean showsIt = procedure.trigger() instanceof Trigger.OnHook
                && Reading.of(itsRow().when()).meets(reads);
        return !showsIt
                && !comesToSpeak()
                && !speaksOfExpired(reads)
                && itsRow().actions().stream().noneMatch(action -> touches(action, reads));
    }

    /** Does the row lead from a state of which the invariant says nothing to one of which it does? */
    private boolean comesToSpeak() {
        return itsRow().to().isPresent() && !invariant.states().containsAll(itsRow().states());
    }

    /** Does the row hand over to somebody for whom the timer that has expired is not armed any more? */
    private boolean speaksOfExpired(Reading reads) {
        return !goesOn
                && procedure.trigger() instanceof Trigger.OnTimer on
                && reads.timers().contains(on.timer());
    }

    /** Is the control block a fresh one at the end of the row? A row that deletes does so last. */
    boolean isFresh() {
        return !itsRow().actions().isEmpty() && itsRow().actions().getLast() instanceof Statement.DeleteTcb && isEnd();
    }

    private boolean isEnd() {
        long calls = itsRow().actions().stream()
                .filter(Statement.Call.class::isInstance)
                .count();
        return point == calls;
    }

    /**
     * The last call before the row hands over, counted from 0, if all that matters of the row afterwards is what its called
     * procedures have done.
     */
    OptionalInt decidingCall() {
        Reading reads = Reading.of(invariant.is());
        int calls = 0;
        boolean isLast = false;
        for (Statement action : itsRow().actions()) {
            if (action instanceof Statement.Call) {
                if (calls == point) {
                    break;
                }
                calls++;
                isLast = true;
            } else if (!(action instanceof Statement.Assign) && touches(action, reads)) {
                isLast = false;
            }
        }
        return isLast && !speaksOfExpired(reads) ? OptionalInt.of(calls - 1) : OptionalInt.empty();
    }

    /** Does the invariant say nothing of any state in which the row hands over? */
    boolean isVoid() {
        List<State> states = Calls.statesAfter(protocol, itsRow());
        return !states.isEmpty() && states.stream().noneMatch(invariant.states()::contains);
    }

    private boolean touches(Statement action, Reading reads) {
        return switch (action) {
            case Statement.Assign assign -> reads.symbols().contains(assign.variable());
            case Statement.Start start -> reads.timers().contains(start.timer());
            case Statement.Restart restart -> reads.timers().contains(restart.timer());
            case Statement.Cancel cancel -> reads.timers().contains(cancel.timer());
            case Statement.DeleteTcb ignored -> true;
            case Statement.Perform ignored -> false;
            case Statement.Call call -> {
                Calls may = Calls.of(protocol, call.hook());
                yield may.move()
                        || may.variables().stream().anyMatch(reads.symbols()::contains)
                        || may.timers().stream().anyMatch(reads.timers()::contains);
            }
        };
    }

    /** Is it kept? */
    Verdict prove(Context z3, Obligation obligation, Limit limit) {
        var model = new StepModel(z3, obligation);
        StepModel.Point handover = model.points(row).get(point);
        Scope scope = goesOn ? model.asIfArmed(handover.scope()) : handover.scope();
        BoolExpr lost = z3.mkAnd(model.match(row), z3.mkNot(model.holds(invariant, scope)));
        var query = new Query(z3, Implicit.is(invariant) ? limit.half() : limit);
        model.assume(query);
        handover.known().forEach(query::assume);
        return switch (query.proveWithout(invariant.id(), lost)) {
            case NO -> new Verdict(List.of(), query.reliedOn());
            case UNDECIDED ->
                new Verdict(
                        List.of(Finding.undecided(row, "whether row " + itsRow().id() + " keeps " + invariant.id())),
                        Set.of());
            case YES -> {
                // Of an implicit invariant it is not said how it breaks: models check it.
                String text = Implicit.is(invariant)
                        ? ""
                        : Witness.find(z3, query, model.encoder(), step.states(), lost, readers())
                                .map(Witness::text)
                                .orElse("");
                yield new Verdict(
                        List.of(new Finding(Finding.Kind.BREAKS, row, Finding.STEP, text, invariant.id(), "")),
                        Set.of());
            }
        };
    }

    /** What a reader wants to know of a case: the guard, the invariant, and what is assigned to what it reads. */
    private List<Expr> readers() {
        var readers = new ArrayList<Expr>();
        Reading reads = Reading.of(invariant.is());
        readers.add(invariant.is());
        step.only().ifPresent(readers::add);
        if (!(itsRow().when() instanceof Expr.Otherwise)) {
            readers.add(itsRow().when());
        }
        for (Statement action : itsRow().actions()) {
            if (action instanceof Statement.Assign assign && reads.symbols().contains(assign.variable())) {
                readers.add(assign.value());
            }
        }
        return readers;
    }
}
