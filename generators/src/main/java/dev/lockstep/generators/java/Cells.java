package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields of the control block expressions read and statements write, by their Java text ({@code tcb.sndUna}): what
 * decides where an old value has to be kept in a local variable.
 */
final class Cells {

    private final Surface surface;

    Cells(Surface surface) {
        this.surface = surface;
    }

    /** What an expression reads, also by the definitions it uses. */
    Set<String> read(Expr expr) {
        Set<String> cells = new HashSet<>();
        expr.partsThroughDefinitions().forEach(part -> {
            if (part instanceof Expr.Name name && name.symbol() instanceof Variable variable) {
                cells.add(surface.cell(variable));
            } else if (part instanceof Expr.CurrentState) {
                cells.add(surface.stateCell());
            } else if (part instanceof Expr.Armed armed) {
                cells.add(surface.timerCell(armed.timer()));
            }
        });
        return cells;
    }

    /** What a statement writes, also by the procedures it calls. */
    Set<String> written(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> Set.of(surface.cell(assign.variable()));
            case Statement.Perform ignored -> Set.of();
            case Statement.Start start -> Set.of(surface.timerCell(start.timer()));
            case Statement.Restart restart -> Set.of(surface.timerCell(restart.timer()));
            case Statement.Cancel cancel -> Set.of(surface.timerCell(cancel.timer()));
            case Statement.Call call -> written(call.hook());
            case Statement.DeleteTcb ignored -> all();
        };
    }

    /** Whatever any procedure that answers the hook writes, and those it calls in turn. */
    private Set<String> written(Hook hook) {
        Set<String> cells = new HashSet<>();
        collect(hook, cells, new HashSet<>());
        return cells;
    }

    private void collect(Hook hook, Set<String> cells, Set<Hook> seen) {
        if (!seen.add(hook)) {
            return;
        }
        for (Procedure procedure : surface.protocol().procedures()) {
            if (!procedure.trigger().equals(new Trigger.OnHook(hook))) {
                continue;
            }
            procedure.steps().stream().flatMap(step -> step.rows().stream()).forEach(row -> collect(row, cells, seen));
        }
    }

    private void collect(Row row, Set<String> cells, Set<Hook> seen) {
        row.to().ifPresent(state -> cells.add(surface.stateCell()));
        for (Statement statement : row.actions()) {
            if (statement instanceof Statement.Call call) {
                collect(call.hook(), cells, seen);
            } else {
                cells.addAll(written(statement));
            }
        }
    }

    private Set<String> all() {
        Set<String> cells = surface.protocol().variables().stream()
                .map(surface::cell)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Timer timer : surface.protocol().timers()) {
            cells.add(surface.timerCell(timer));
        }
        cells.add(surface.stateCell());
        return cells;
    }
}
