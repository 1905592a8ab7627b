package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model leaves out may decide which rows fire, since every choice is tried, but not the value of what the model sees:
 * that would be a value from nowhere.
 */
final class LeftOut {

    private final Model model;
    private final Diagnostics diagnostics;

    LeftOut(Model model, Diagnostics diagnostics) {
        this.model = model;
        this.diagnostics = diagnostics;
    }

    /** @param place of the model's list */
    void check(Place place) {
        for (Procedure procedure : model.protocol().procedures()) {
            for (Step step : procedure.steps()) {
                step.measure().flatMap(this::hiddenIn).ifPresent(symbol -> report(step, symbol, place));
                for (Row row : step.rows()) {
                    row.actions().forEach(action -> check(row, action, place));
                }
            }
        }
        Stream.of(model.invariants(), model.steps(), model.liveness(), model.witnesses())
                .flatMap(List::stream)
                .forEach(claim -> check("the claim " + claim.id(), claim.is()));
        model.done().forEach(done -> check("this condition", done));
        for (Forgery forgery : model.forgeries()) {
            check("this segment", forgery.seq());
            check("this segment", forgery.ack());
        }
        for (Report report : model.reports()) {
            report.fields().forEach(field -> check("this report", field.value()));
        }
    }

    /** Without its measure a step that repeats itself would do so for ever. */
    private void report(Step step, Symbol symbol, Place place) {
        diagnostics.add(
                place,
                Code.MODEL_LEAVES_OUT,
                "the step " + step.name() + " repeats itself until " + symbol.name()
                        + " has fallen, which the model leaves out",
                List.of(step.place()),
                "keep " + symbol.name());
    }

    private void check(String what, Property property) {
        property.conditions().forEach(condition -> check(what, condition));
    }

    private void check(String what, Expr expr) {
        hiddenIn(expr)
                .ifPresent(symbol -> diagnostics.add(
                        expr.place(),
                        Code.MODEL_LEAVES_OUT,
                        what + " speaks of " + symbol.name() + ", which the model leaves out",
                        Reads.isTime(symbol.type()) ? "no model has times" : "keep " + symbol.name()));
    }

    private void check(Row row, Statement action, Place place) {
        switch (action) {
            case Statement.Assign assign -> {
                if (!isHidden(assign.variable())) {
                    check(row, assign.value(), assign.variable().name(), place);
                }
            }
            case Statement.Perform perform ->
                perform.arguments().stream()
                        .filter(argument -> !Reads.isTime(argument.type()))
                        .forEach(argument ->
                                check(row, argument, perform.effect().name(), place));
            case Statement.Start ignored -> {}
            case Statement.Restart ignored -> {}
            case Statement.Cancel ignored -> {}
            case Statement.Call ignored -> {}
            case Statement.DeleteTcb ignored -> {}
        }
    }

    private void check(Row row, Expr expr, String target, Place place) {
        hiddenIn(expr)
                .ifPresent(symbol -> diagnostics.add(
                        place,
                        Code.MODEL_LEAVES_OUT,
                        "row " + row.id() + " computes " + target + " from " + symbol.name()
                                + ", which the model leaves out",
                        List.of(row.place()),
                        "leave " + target + " out as well, or keep " + symbol.name()));
    }

    private Optional<Symbol> hiddenIn(Expr expr) {
        return Reads.of(expr).symbols().stream().filter(this::isHidden).findFirst();
    }

    private boolean isHidden(Symbol symbol) {
        return Reads.isTime(symbol.type()) || model.hidden().contains(symbol);
    }
}
