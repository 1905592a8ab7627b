package dev.lockstep.harness.cli;

import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.yaml.EntryText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** A row as its table has it, and where it stands. */
final class RowExplanation {

    private RowExplanation() {}

    static void print(Protocol protocol, Procedure procedure, Step step, Row row, PrintWriter out) {
        out.println("row " + row.id() + " (" + row.place() + ")");
        out.println("  of step " + step.name() + " of " + protocol.name() + " " + procedure.name() + ", "
                + trigger(procedure.trigger()));
        if (!row.states().isEmpty()) {
            out.println("  in " + names(row.states()));
        }
        step.only().ifPresent(only -> out.println("  only where the step applies, see " + only.place()));
        String rfc = rfc(procedure, step, row);
        if (!rfc.isEmpty()) {
            out.println("  RFC " + rfc);
        }
        out.println();
        EntryText.at(row.place()).forEach(line -> out.println("  " + line));
    }

    static String trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent on -> "on " + on.event().name();
            case Trigger.OnTimer on -> "on expiry of the timer " + on.timer().name();
            case Trigger.OnHook on -> "on call of the hook " + on.hook().name();
        };
    }

    static String names(List<State> states) {
        return states.stream().map(State::name).collect(Collectors.joining(", "));
    }

    /** The nearest reference: a row's own, or that of its step or procedure. */
    private static String rfc(Procedure procedure, Step step, Row row) {
        if (!row.rfc().isEmpty()) {
            return row.rfc();
        }
        return step.rfc().isEmpty() ? procedure.rfc() : step.rfc();
    }
}
