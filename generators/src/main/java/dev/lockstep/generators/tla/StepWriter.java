package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.Doc.cat;
import static dev.lockstep.generators.tla.Doc.group;
import static dev.lockstep.generators.tla.Doc.line;
import static dev.lockstep.generators.tla.Doc.text;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What comes of a working record in one step. Where exactly one row can match that is a CASE; where the model left something out that a
 * guard reads, several may, and it is the set of all outcomes. How it goes on from there: {@link ProcedureWriter}.
 */
final class StepWriter {

    private final ProtocolNaming naming;
    private final ExprPrinter printer;
    private final Abstraction abstraction;
    private final EffectWriter effects;

    StepWriter(ProtocolNaming naming, Abstraction abstraction, Predicate<Hook> isFree) {
        this.naming = naming;
        this.printer = new ExprPrinter(naming);
        this.abstraction = abstraction;
        this.effects = new EffectWriter(naming, abstraction, isFree);
    }

    static String name(Procedure procedure, Step step) {
        return Identifiers.camel(procedure.name()) + "_" + Identifiers.camel(step.name());
    }

    /** Can the procedure have several outcomes? */
    boolean isFree(Procedure procedure) {
        return procedure.steps().stream().anyMatch(this::isFree);
    }

    boolean isFree(Step step) {
        return Guards.isFree(step, abstraction) || step.rows().stream().anyMatch(effects::isFree);
    }

    /** The record of the event within which the procedure runs, or the empty string. */
    String record(Procedure procedure) {
        return switch (procedure.trigger()) {
            case Trigger.OnEvent onEvent -> Identifiers.record(onEvent.event());
            case Trigger.OnHook onHook -> naming.event(onHook.hook().event());
            case Trigger.OnTimer ignored -> "";
        };
    }

    /** {@code Operator(first, SEG, ISN)}, with what it needs. */
    Doc operator(String name, List<Doc> first, Needs.Of need, Procedure procedure) {
        var arguments = new ArrayList<>(first);
        naming.parameters(need, record(procedure)).forEach(argument -> arguments.add(text(argument)));
        return ExprPrinter.apply(name, arguments);
    }

    Doc guardOperator(Procedure procedure, Step step, Row row, String block) {
        Expr guard = Guards.of(step, row, abstraction);
        return operator(
                Identifiers.camel(row.id()) + "Guard",
                ifRead(guard, block),
                naming.needs().expr(guard),
                procedure);
    }

    Doc guard(Step step, Row row) {
        return printer.whole(Guards.of(step, row, abstraction));
    }

    Doc effectOperator(Procedure procedure, Row row) {
        return operator(
                Identifiers.camel(row.id()) + "Effect",
                List.of(text("w")),
                naming.needs().effect(row),
                procedure);
    }

    Doc effect(Procedure procedure, Step step, Row row) {
        return effects.of(row, record(procedure), marksStop(procedure, step, row));
    }

    /** Does the row have to tell those behind it to leave the record alone? */
    static boolean marksStop(Procedure procedure, Step step, Row row) {
        return row.then() == Row.Then.STOP && !step.equals(procedure.steps().getLast());
    }

    /** Does a row of the step stop while another, or the step where it does not apply, goes on? */
    boolean divides(Procedure procedure, Step step) {
        return step.rows().stream().anyMatch(row -> marksStop(procedure, step, row));
    }

    Doc stepOperator(Procedure procedure, Step step, Doc w) {
        return operator(name(procedure, step), List.of(w), naming.needs().from(procedure, step), procedure);
    }

    /** A step that a row repeats is an operator of its own, and what goes on from there another one. */
    static boolean repeats(Step step) {
        return step.rows().stream().anyMatch(row -> row.then() == Row.Then.AGAIN);
    }

    Doc repeatedOperator(Procedure procedure, Step step, Doc w) {
        return operator(
                name(procedure, step) + "Repeated", List.of(w), naming.needs().step(step), procedure);
    }

    /**
     * What comes of the record {@code w} in this step alone.
     *
     * @param set is it to be a set, be it of one? A step that is free gives one in any case
     */
    Doc rows(Procedure procedure, Step step, boolean set) {
        return Guards.isFree(step, abstraction)
                ? freeBody(procedure, step)
                : certainBody(procedure, step, set || isFree(step));
    }

    /** Of rows whose guards are certain: the first that matches is the only one. */
    private Doc certainBody(Procedure procedure, Step step, boolean set) {
        var branches = new ArrayList<Doc>();
        Row rest = null;
        for (Row row : step.rows()) {
            if (Guards.takesTheRest(step, row)) {
                rest = row;
            } else {
                branches.add(branch(guardOperator(procedure, step, row, "w.tcb"), outcome(procedure, step, row, set)));
            }
        }
        Doc other = rest == null ? only(set, noRow(procedure, step)) : outcome(procedure, step, rest, set);
        Doc choice = isCertain(step) ? outcome(procedure, step, step.rows().getFirst(), set) : choice(branches, other);
        List<Doc> passed = passedOver(procedure, step, false);
        return passed.isEmpty()
                ? choice
                : cat(
                        text("IF "),
                        ExprPrinter.joined("\\/", passed),
                        new Doc.Break(""),
                        text("THEN "),
                        only(set, text("w")),
                        new Doc.Break(""),
                        text("ELSE "),
                        new Doc.Align(choice));
    }

    /** One outcome, or the set of it. */
    static Doc only(boolean set, Doc one) {
        return set ? cat(text("{"), one, text("}")) : one;
    }

    private static Doc choice(List<Doc> branches, Doc other) {
        var all = new ArrayList<>(branches);
        all.add(branch(text("OTHER"), other));
        return cat(text("CASE "), new Doc.Nest(2, Doc.join(cat(new Doc.Break(""), text("[] ")), all)));
    }

    private static Doc branch(Doc guard, Doc outcome) {
        return group(guard, text(" ->"), new Doc.Nest(3, line()), outcome);
    }

    /** The row's effect, and the step again if the row says so. */
    private Doc outcome(Procedure procedure, Step step, Row row, boolean set) {
        Doc effect = effectOperator(procedure, row);
        if (row.then() != Row.Then.AGAIN) {
            return effects.isFree(row) ? effect : only(set, effect);
        }
        return effects.isFree(row)
                ? group(
                        text("UNION {"),
                        repeatedOperator(procedure, step, text("x")),
                        text(" : x \\in "),
                        effect,
                        text("}"))
                : repeatedOperator(procedure, step, effect);
    }

    /** When the step does not apply. */
    private List<Doc> passedOver(Procedure procedure, Step step, boolean free) {
        var when = new ArrayList<Doc>();
        if (Guards.looksAtState(naming.protocol(), procedure, step)) {
            when.add(inStates("w.tcb", step.states(), false));
        }
        if (!free) {
            step.only().ifPresent(only -> when.add(notOnly(procedure, step, only)));
        }
        return when;
    }

    /** Is the state one of these? Or is it none of them? */
    static Doc inStates(String block, List<State> states, boolean positive) {
        List<String> names = states.stream().map(State::name).toList();
        if (names.size() == 1) {
            return text(block + ".STATE " + (positive ? "= " : "# ") + Identifiers.string(names.getFirst()));
        }
        return cat(text(block + ".STATE " + (positive ? "\\in " : "\\notin ")), ExprPrinter.strings(names));
    }

    /** The condition of {@code only:} has an operator of its own where it reads the control block. */
    Optional<Doc> onlyOperator(Procedure procedure, Step step, String block) {
        return step.only()
                .filter(only -> Reads.of(only).controlBlock() && !abstraction.hidesSomeOf(only))
                .map(only -> operator(
                        name(procedure, step) + "Only",
                        List.of(text(block)),
                        naming.needs().expr(only),
                        procedure));
    }

    Doc only(Step step) {
        return printer.whole(step.only().orElseThrow());
    }

    private Doc notOnly(Procedure procedure, Step step, Expr only) {
        return onlyOperator(procedure, step, "w.tcb")
                .map(operator -> cat(text("~"), operator))
                .orElseGet(() -> printer.bullet(new Expr.Not(only, only.place())));
    }

    private static List<Doc> ifRead(Expr expr, String block) {
        return Reads.of(expr).controlBlock() ? List.of(text(block)) : List.of();
    }

    /** The set of all outcomes: of each row that may fire, and the unchanged record if the step may be passed over. */
    private Doc freeBody(Procedure procedure, Step step) {
        var outcomes = new ArrayList<Doc>();
        for (Row row : step.rows()) {
            outcomes.add(group(
                    when(line(), guardOperator(procedure, step, row, "w.tcb"), outcome(procedure, step, row, true))));
        }
        Doc rows = Doc.join(cat(new Doc.Break(""), text("\\cup ")), outcomes);
        Doc some = cat(
                text("LET next == "),
                new Doc.Align(rows),
                new Doc.Break(""),
                text("IN "),
                group(new Doc.Align(cat(
                        text("IF next = {}"),
                        line(),
                        text("THEN {"),
                        noRow(procedure, step),
                        text("}"),
                        line(),
                        text("ELSE next")))));
        Doc entered = step.only().map(only -> entered(only, some)).orElse(some);
        List<Doc> passed = passedOver(procedure, step, true);
        return passed.isEmpty()
                ? entered
                : cat(
                        text("IF "),
                        ExprPrinter.joined("\\/", passed),
                        new Doc.Break(""),
                        text("THEN {w}"),
                        new Doc.Break(""),
                        text("ELSE "),
                        new Doc.Align(entered));
    }

    /** Under a condition that may hold and may fail the step is passed over as well. */
    private Doc entered(Expr only, Doc rows) {
        return cat(
                text("LET tcb == w.tcb"),
                new Doc.Break(""),
                text("IN "),
                new Doc.Align(cat(
                        when(new Doc.Break(""), printer.whole(abstraction.freedNegation(only)), text("{w}")),
                        new Doc.Break(""),
                        text("\\cup "),
                        when(new Doc.Break(""), printer.whole(abstraction.freed(only)), rows))));
    }

    /** @param end of a line: always, or where the whole does not fit on one */
    private static Doc when(Doc end, Doc guard, Doc set) {
        return cat(
                text("("),
                new Doc.Align(cat(
                        text("IF "),
                        new Doc.Align(guard),
                        end,
                        text("THEN "),
                        new Doc.Align(set),
                        end,
                        text("ELSE {}"))),
                text(")"));
    }

    private static Doc noRow(Procedure procedure, Step step) {
        return ExprPrinter.apply(
                "NoRow",
                List.of(text("w"), text(Identifiers.string(procedure.name())), text(Identifiers.string(step.name()))));
    }

    /** Is there but one row, which always fires? Then its guard is not worth an operator. */
    boolean isCertain(Step step) {
        return step.rows().size() == 1
                && Guards.of(step, step.rows().getFirst(), abstraction)
                        instanceof Expr.Truth(boolean value, var ignored)
                && value;
    }
}
