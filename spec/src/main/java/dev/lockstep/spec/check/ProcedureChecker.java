package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.load.Raw;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Row.Then;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks procedures one by one: names, types, and the rules that one row or step can break on its own. */
final class ProcedureChecker {

    private final Vocabulary vocabulary;
    private final Names rowIds;
    private final Diagnostics diagnostics;
    private final StateNames stateNames;

    /** @param rowIds those of all protocols */
    ProcedureChecker(Vocabulary vocabulary, Names rowIds, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.rowIds = rowIds;
        this.diagnostics = diagnostics;
        this.stateNames = new StateNames(vocabulary, diagnostics);
    }

    /** Empty if what makes it run is broken, which has been reported; all else in it is checked even so. */
    Optional<Draft.Procedure> check(Raw.Procedure raw) {
        Names.check(raw.name(), diagnostics);
        Optional<Trigger> trigger = raw.on().flatMap(this::trigger);
        String event = trigger.map(ProcedureChecker::event).orElse(Scope.ANY_EVENT);
        var scope = Scope.within(vocabulary, Scope.Kind.BODY, event);
        List<State> states = raw.states().map(stateNames::of).orElseGet(() -> List.copyOf(vocabulary.states.values()));
        Optional<Expr> chosenBy = raw.chosenBy().flatMap(condition -> chosenBy(raw, condition, trigger));
        var names = new Names(Code.ID_TWICE, diagnostics);
        var steps = new ArrayList<Draft.Step>();
        for (Raw.Step step : raw.steps()) {
            names.declareWord(step.name());
            steps.add(step(step, scope));
        }
        return trigger.map(found -> new Draft.Procedure(raw, found, states, chosenBy, List.copyOf(steps)));
    }

    /** The event whose fields a procedure may read; the empty string for none. */
    static String event(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent on -> on.event().name();
            case Trigger.OnTimer on -> "";
            case Trigger.OnHook on -> on.hook().event();
        };
    }

    private Optional<Trigger> trigger(Scalar on) {
        String text = on.text().strip();
        if (text.startsWith("timer ")) {
            String name = text.substring("timer ".length()).strip();
            Timer timer = vocabulary.timers.get(name);
            if (timer == null) {
                unknown(
                        on.at(text.length() - name.length()),
                        Code.UNKNOWN_TIMER,
                        "timer",
                        name,
                        vocabulary.timers.keySet());
            }
            return Optional.ofNullable(timer).map(Trigger.OnTimer::new);
        }
        if (text.startsWith("hook ")) {
            String name = text.substring("hook ".length()).strip();
            Hook hook = vocabulary.hooks.get(name);
            if (hook == null) {
                unknown(
                        on.at(text.length() - name.length()),
                        Code.UNKNOWN_HOOK,
                        "hook",
                        name,
                        vocabulary.hooks.keySet());
            }
            return Optional.ofNullable(hook).map(Trigger.OnHook::new);
        }
        var event = vocabulary.events.get(text);
        if (event == null) {
            unknownEvent(on, text);
        }
        return Optional.ofNullable(event).map(Trigger.OnEvent::new);
    }

    private void unknownEvent(Scalar on, String name) {
        String kind =
                vocabulary.timers.containsKey(name) ? "timer" : vocabulary.hooks.containsKey(name) ? "hook" : null;
        if (kind == null) {
            unknown(on.place(), Code.UNKNOWN_EVENT, "event", name, vocabulary.events.keySet());
            return;
        }
        diagnostics.add(
                on.place(),
                Code.UNKNOWN_EVENT,
                "`" + name + "` is a " + kind + ", no event",
                "write `on: " + kind + " " + name + "`");
    }

    private void unknown(Place place, Code code, String what, String name, java.util.Collection<String> known) {
        diagnostics.add(place, code, "there is no " + what + " `" + name + "`", Spelling.advice(name, known));
    }

    private Optional<Expr> chosenBy(Raw.Procedure raw, Syntax condition, Optional<Trigger> trigger) {
        if (trigger.isPresent() && !(trigger.get() instanceof Trigger.OnHook)) {
            diagnostics.add(
                    condition.place(),
                    Code.CHOSEN_BY,
                    "`" + raw.name().text() + "` answers no hook, so it is always chosen",
                    "take `chosen-by` away");
            return Optional.empty();
        }
        var typing = new Typing(Scope.of(vocabulary, Scope.Kind.CHOICE), diagnostics);
        return Optional.ofNullable(typing.typed(condition, Simple.FLAG));
    }

    private Draft.Step step(Raw.Step raw, Scope scope) {
        var typing = new Typing(scope, diagnostics);
        Optional<Expr> only = raw.only().map(syntax -> orTrue(typing.typed(syntax, Simple.FLAG), syntax.place()));
        Optional<Expr> measure = raw.measure().flatMap(syntax -> measure(syntax, typing));
        var rows = new ArrayList<Draft.Row>();
        Place otherwise = null;
        for (Raw.Row row : raw.rows()) {
            Draft.Row checked = row(row, scope);
            rows.add(checked);
            if (checked.when() instanceof Expr.Otherwise other) {
                if (otherwise != null) {
                    diagnostics.add(
                            other.place(),
                            Code.OTHERWISE_TWICE,
                            "the step " + raw.name().text() + " has an `otherwise` already",
                            List.of(otherwise),
                            "write the condition of one of them out");
                }
                otherwise = other.place();
            }
        }
        checkMeasure(raw, rows);
        return new Draft.Step(raw, raw.states().map(stateNames::of), only, measure, List.copyOf(rows));
    }

    private Optional<Expr> measure(Syntax syntax, Typing typing) {
        Expr measure = typing.build(syntax, Simple.SIZE);
        if (measure != null && measure.type() != Simple.SIZE && measure.type() != Simple.COUNT) {
            diagnostics.add(
                    measure.place(),
                    Code.WRONG_TYPE,
                    "a measure is a size or a count, and this is " + Words.of(measure.type()),
                    "");
            return Optional.empty();
        }
        return Optional.ofNullable(measure);
    }

    private void checkMeasure(Raw.Step raw, List<Draft.Row> rows) {
        Raw.Row again = null;
        for (Draft.Row row : rows) {
            again = row.then() == Then.AGAIN ? row.raw() : again;
        }
        if (again != null && raw.measureText().isEmpty()) {
            diagnostics.add(
                    again.place(),
                    Code.MEASURE_MISMATCH,
                    "the row " + again.id().text() + " says again, and its step has no measure",
                    "say what falls each time: `measure: SND.QUEUED`");
        }
        if (again == null && raw.measureText().isPresent()) {
            diagnostics.add(
                    raw.measureText().get().place(),
                    Code.MEASURE_MISMATCH,
                    "the step " + raw.name().text() + " has a measure, and no row of it says again",
                    "take `measure` away, or let a row say `then: again`");
        }
    }

    private Draft.Row row(Raw.Row raw, Scope scope) {
        rowIds.declareWord(raw.id());
        var typing = new Typing(scope, diagnostics);
        Expr when = orTrue(raw.when().map(typing::guard).orElse(null), raw.whenPlace());
        List<Statement> actions = new Statements(scope, diagnostics).check(raw.actions());
        Optional<State> to = raw.to().flatMap(stateNames::one);
        var row = new Draft.Row(
                raw, raw.in().map(stateNames::of), when, actions, to, raw.then().orElse(Then.STOP));
        if (row.isSound()) {
            new DeleteRule(diagnostics).check(row);
        }
        return row;
    }

    /** A row without guard, and one whose guard is broken, match always. */
    private static Expr orTrue(Expr expr, Place place) {
        return expr == null ? new Expr.Truth(true, place) : expr;
    }
}
