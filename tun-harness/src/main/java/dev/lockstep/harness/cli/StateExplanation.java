package dev.lockstep.harness.cli;

import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.io.PrintWriter;

/** What is true in a state, and its rows by event. */
final class StateExplanation {

    private StateExplanation() {}

    static void print(Protocol protocol, State state, PrintWriter out) {
        out.println("state " + state.name() + " of " + protocol.name() + " (" + state.place() + ")");
        if (!state.about().isEmpty()) {
            out.println("  " + state.about());
        }
        for (Invariant invariant : protocol.invariants()) {
            if (invariant.states().contains(state)) {
                out.println("  holds: " + invariant.id() + " (" + invariant.place() + ")");
            }
        }
        for (Procedure procedure : protocol.procedures()) {
            print(procedure, state, out);
        }
    }

    private static void print(Procedure procedure, State state, PrintWriter out) {
        boolean hasHead = false;
        for (Step step : procedure.steps()) {
            if (!step.states().contains(state)) {
                continue;
            }
            if (!hasHead) {
                out.println();
                out.println(RowExplanation.trigger(procedure.trigger()) + ": " + procedure.name());
                hasHead = true;
            }
            out.println("  " + step.name());
            for (Row row : step.rows()) {
                if (row.states().contains(state)) {
                    out.println("    " + row.id() + end(row));
                }
            }
        }
    }

    private static String end(Row row) {
        String to = row.to().map(next -> " -> " + next.name()).orElse("");
        return to
                + switch (row.then()) {
                    case NEXT -> "";
                    case STOP -> ", stop";
                    case AGAIN -> ", again";
                };
    }
}
