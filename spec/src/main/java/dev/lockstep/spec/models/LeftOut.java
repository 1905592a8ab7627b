package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Variable;
import java.util.List;
import java.util.Optional;

/**
 * What a model leaves out may decide which rows fire, since every choice is tried, but not the value of what the model sees:
 * that would be a value from nowhere.
 */
final class LeftOut {

    private final Protocol protocol;
    private final List<Variable> hidden;
    private final Diagnostics diagnostics;

    LeftOut(Protocol protocol, List<Variable> hidden, Diagnostics diagnostics) {
        this.protocol = protocol;
        this.hidden = hidden;
        this.diagnostics = diagnostics;
    }

    /** @param place of the model's list */
    void check(Place place) {
        protocol.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .forEach(row -> row.actions().forEach(action -> check(row, action, place)));
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
        Optional<Symbol> read =
                Reads.of(expr).symbols().stream().filter(this::isHidden).findFirst();
        read.ifPresent(symbol -> diagnostics.add(
                place,
                Code.MODEL_LEAVES_OUT,
                "row " + row.id() + " computes " + target + " from " + symbol.name() + ", which the model leaves out",
                List.of(row.place()),
                "leave " + target + " out as well, or keep " + symbol.name()));
    }

    private boolean isHidden(Symbol symbol) {
        return Reads.isTime(symbol.type()) || hidden.contains(symbol);
    }
}
