package dev.lockstep.spec.proof;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;

/**
 * Shows that the invariants on which proofs rely hold where they are relied on. Between events models check them; but most steps
 * run in the middle of one, after rows that have assigned something, or within a call. From each step that relies on an
 * invariant this goes back along every way that leads there, row by row, until it comes to the beginning of an event; and
 * what a row needs in order to keep an invariant up is in turn relied on before that row. So it is an induction over all that
 * happens, and it may go in circles.
 *
 * <p>From there it goes on, back to the ends of all events and to the start values: an invariant for which that succeeds holds in
 * every state that can be reached, whatever the parameters. One for which it does not rests on the models alone.
 */
final class Foundations {

    /** Where an invariant may be relied on. */
    sealed interface Cut {
        /** At the beginning of a step, both counted from 0. */
        record Before(int procedure, int step) implements Cut {}

        /** When a call of a hook returns. */
        record Return(Hook hook) implements Cut {}

        /** Before an event. */
        record Between() implements Cut {}
    }

    /** An invariant, by id, relied on somewhere. */
    private record Need(String invariant, Cut cut) {}

    /**
     * A row that may break an invariant in the middle of an event.
     *
     * @param reliant the step whose proof relies on it
     */
    record Broken(Keep keep, Finding finding, Step reliant) {}

    /**
     * An invariant that is not proved to hold between events.
     *
     * @param brokenBy the row that may break it, by id, or the empty string when its start values may
     */
    record Assumed(Invariant invariant, String brokenBy) {}

    private final Protocol protocol;
    private final List<Invariant> invariants;
    private Settling settling;

    private final Set<Need> seen = new HashSet<>();
    private final Queue<Need> open = new ArrayDeque<>();

    /** Needs between events, put off until all that is needed in the middle of one is settled. */
    private final List<Need> putOff = new ArrayList<>();

    private boolean inTheMiddle = true;

    /** For each need in the middle of an event a step that it comes from. */
    private final Map<Need, Step> reliant = new HashMap<>();

    /** Of each step, by its place, whether it can be passed over by the state alone: asked again and again. */
    private final Map<Place, Boolean> passedOver = new HashMap<>();

    private final Set<Invariant> between = new LinkedHashSet<>();
    private final List<Broken> broken = new ArrayList<>();
    private final Map<String, Assumed> assumed = new LinkedHashMap<>();

    Foundations(Protocol protocol) {
        this.protocol = protocol;
        this.invariants = Implicit.andStated(protocol);
    }

    /** A step needs these. */
    void demand(Procedure procedure, Step step, Set<String> invariants) {
        var cut = new Cut.Before(
                protocol.procedures().indexOf(procedure), procedure.steps().indexOf(step));
        invariants.forEach(invariant -> demand(invariant, cut, step));
    }

    private void demand(String invariant, Cut cut, Step step) {
        var need = new Need(invariant, cut);
        if (seen.add(need)) {
            reliant.put(need, step);
            if (inTheMiddle && cut instanceof Cut.Between) {
                putOff.add(need);
            } else {
                open.add(need);
            }
        }
    }

    /** Looks an obligation up or proves it. */
    interface Settling {
        Verdict settle(Keep keep) throws Settler.Missing;

        Verdict settle(Start start) throws Settler.Missing;
    }

    /** Goes back along every way, for what steps have demanded and then for all that the vocabulary states. */
    void settleAll(Settling how) throws Settler.Missing {
        settling = how;
        settleOpen();
        inTheMiddle = false;
        open.addAll(putOff);
        for (Invariant stated : protocol.invariants()) {
            demand(stated.id(), new Cut.Between(), null);
        }
        settleOpen();
    }

    private void settleOpen() throws Settler.Missing {
        while (!open.isEmpty()) {
            settle(open.remove());
        }
    }

    /** What breaks an invariant in the middle of an event: the proofs do not hold. */
    List<Broken> broken() {
        return broken;
    }

    /** The invariants that are to hold between events: the stated ones, and of the implicit ones those relied on. */
    Set<Invariant> betweenEvents() {
        return between;
    }

    /** Those of them that only models check. */
    Collection<Assumed> assumed() {
        return assumed.values();
    }

    private void settle(Need need) throws Settler.Missing {
        Invariant invariant = invariant(need.invariant());
        if (isOfProfiles(invariant)) {
            return;
        }
        switch (need.cut()) {
            case Cut.Before before -> before(need, invariant, before);
            case Cut.Return returns -> {
                for (Procedure procedure : Calls.answering(protocol, returns.hook())) {
                    endOf(need, invariant, procedure);
                }
            }
            case Cut.Between ignored -> {
                between.add(invariant);
                if (!settling.settle(new Start(protocol, invariant)).holds()) {
                    assumed.putIfAbsent(invariant.id(), new Assumed(invariant, ""));
                }
                for (Procedure procedure : protocol.procedures()) {
                    if (!(procedure.trigger() instanceof Trigger.OnHook)) {
                        endOf(need, invariant, procedure);
                    }
                }
            }
        }
    }

    /** A condition on parameters alone is for profiles to fulfil: no row changes it. */
    static boolean isOfProfiles(Invariant invariant) {
        Reading reading = Reading.of(invariant.is());
        return reading.timers().isEmpty() && reading.symbols().stream().allMatch(Parameter.class::isInstance);
    }

    private Invariant invariant(String id) {
        return invariants.stream()
                .filter(invariant -> invariant.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    // ------------------------------------------------------------------------------------------ ways that lead
    // somewhere

    private void before(Need need, Invariant invariant, Cut.Before cut) throws Settler.Missing {
        Procedure procedure = protocol.procedures().get(cut.procedure());
        if (cut.step() == 0) {
            switch (procedure.trigger()) {
                case Trigger.OnEvent ignored -> demand(invariant.id(), new Cut.Between(), reliant.get(need));
                case Trigger.OnTimer ignored -> demand(invariant.id(), new Cut.Between(), reliant.get(need));
                case Trigger.OnHook on -> callsOf(need, invariant, on.hook(), procedure);
            }
            return;
        }
        rows(need, invariant, procedure, cut.step(), Row.Then.AGAIN);
        rows(need, invariant, procedure, cut.step() - 1, Row.Then.NEXT);
        if (canBePassedOver(procedure, cut.step() - 1)) {
            demand(invariant.id(), new Cut.Before(cut.procedure(), cut.step() - 1), reliant.get(need));
        }
    }

    private void endOf(Need need, Invariant invariant, Procedure procedure) throws Settler.Missing {
        int last = procedure.steps().size() - 1;
        for (int step = 0; step <= last; step++) {
            rows(need, invariant, procedure, step, Row.Then.STOP);
        }
        rows(need, invariant, procedure, last, Row.Then.NEXT);
        if (canBePassedOver(procedure, last)) {
            demand(invariant.id(), new Cut.Before(protocol.procedures().indexOf(procedure), last), reliant.get(need));
        }
    }

    private void rows(Need need, Invariant invariant, Procedure procedure, int step, Row.Then then)
            throws Settler.Missing {
        List<Row> rows = procedure.steps().get(step).rows();
        boolean isLast = step == procedure.steps().size() - 1;
        boolean goesOn = then == Row.Then.AGAIN || (then == Row.Then.NEXT && !isLast);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).then() == then) {
                keep(need, invariant, procedure, step, i, hooks(rows.get(i)).size(), goesOn);
            }
        }
    }

    private void callsOf(Need need, Invariant invariant, Hook hook, Procedure called) throws Settler.Missing {
        for (Procedure procedure : protocol.procedures()) {
            for (int step = 0; step < procedure.steps().size(); step++) {
                List<Row> rows = procedure.steps().get(step).rows();
                for (int i = 0; i < rows.size(); i++) {
                    List<Hook> hooks = hooks(rows.get(i));
                    for (int call = 0; call < hooks.size(); call++) {
                        if (hooks.get(call).equals(hook) && mayBeIn(rows.get(i), called.states())) {
                            keep(need, invariant, procedure, step, i, call, false);
                        }
                    }
                }
            }
        }
    }

    private static List<Hook> hooks(Row row) {
        return row.actions().stream()
                .filter(Statement.Call.class::isInstance)
                .map(action -> ((Statement.Call) action).hook())
                .toList();
    }

    private boolean mayBeIn(Row row, List<State> states) {
        return protocol.states().isEmpty()
                || Calls.statesAfter(protocol, row).stream().anyMatch(states::contains);
    }

    private boolean canBePassedOver(Procedure procedure, int index) {
        Step step = procedure.steps().get(index);
        return step.only().isPresent()
                || passedOver.computeIfAbsent(step.place(), place -> {
                    var possible = Passed.possibleStates(protocol, procedure, index);
                    return !step.states().containsAll(possible);
                });
    }

    // ------------------------------------------------------------------------------------------ one row

    private void keep(Need need, Invariant invariant, Procedure procedure, int step, int row, int point, boolean goesOn)
            throws Settler.Missing {
        Keep keep = new Keep(protocol, procedure, procedure.steps().get(step), row, point, invariant, goesOn);
        var before = new Cut.Before(protocol.procedures().indexOf(procedure), step);
        Step origin = reliant.get(need);
        if (keep.isVoid()) {
            return;
        }
        if (keep.isPlain()) {
            demand(invariant.id(), before, origin);
            return;
        }
        if (keep.isFresh()) {
            note(keep, settling.settle(new Start(protocol, invariant)), origin);
            return;
        }
        OptionalInt call = keep.decidingCall();
        if (call.isPresent()) {
            byCall(need, keep, step, hooks(keep.itsRow()).get(call.getAsInt()), call.getAsInt());
            return;
        }
        Verdict verdict = settling.settle(keep);
        note(keep, verdict, origin);
        for (String needed : verdict.needs()) {
            int at = needed.indexOf('@');
            if (at < 0) {
                demand(needed, before, origin);
            } else {
                String hook = needed.substring(at + 1);
                hooks(keep.itsRow()).stream()
                        .filter(called -> called.name().equals(hook))
                        .findFirst()
                        .ifPresent(called -> demand(needed.substring(0, at), new Cut.Return(called), origin));
            }
        }
    }

    /** The invariant holds if the called procedures see to it; and where it may be that there are none, if it holds before. */
    private void byCall(Need need, Keep keep, int step, Hook hook, int call) throws Settler.Missing {
        demand(keep.invariant().id(), new Cut.Return(hook), reliant.get(need));
        List<State> states =
                keep.itsRow().to().map(List::of).orElse(keep.itsRow().states());
        if (!Calls.isSureToBeAnswered(protocol, hook, states)) {
            keep(need, keep.invariant(), keep.procedure(), step, keep.row(), call, false);
        }
    }

    private void note(Keep keep, Verdict verdict, Step origin) {
        for (Finding finding : verdict.findings()) {
            Invariant invariant = keep.invariant();
            if (inTheMiddle && !Implicit.is(invariant)) {
                broken.add(new Broken(keep, finding, origin));
            } else {
                assumed.putIfAbsent(
                        invariant.id(), new Assumed(invariant, keep.itsRow().id()));
            }
        }
    }
}
