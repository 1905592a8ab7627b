package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.Statement;
import java.util.Optional;

/** {@code delete_tcb} goes with {@code to:} the state without control block, stands last, and nothing is kept. */
record DeleteRule(Diagnostics diagnostics) {

    void check(Draft.Row row) {
        Optional<Statement.DeleteTcb> delete = Optional.empty();
        Statement last = null;
        for (Statement action : row.actions()) {
            if (action instanceof Statement.DeleteTcb found) {
                delete = Optional.of(found);
            }
            last = action;
        }
        boolean isGone = row.to().isPresent() && !row.to().get().hasControlBlock();
        if (delete.isEmpty()) {
            if (isGone) {
                diagnostics.add(
                        row.raw().to().get().place(),
                        Code.DELETE_MISPLACED,
                        "the row " + row.raw().id().text() + " goes to "
                                + row.to().get().name() + ", which has no control block, without deleting it",
                        "add `delete_tcb` as the last action");
            }
            return;
        }
        if (!isGone) {
            report(
                    delete.get(),
                    row,
                    "deletes the control block and does not go to the state without one",
                    "add `to:`");
        } else if (last != delete.get()) {
            report(delete.get(), row, "does something after `delete_tcb`", "let `delete_tcb` stand last");
        }
        checkNothingKept(row);
    }

    private void checkNothingKept(Draft.Row row) {
        for (Statement action : row.actions()) {
            switch (action) {
                case Statement.Assign assign ->
                    report(assign, row, "assigns what it deletes", "take the assignment away");
                case Statement.Start start -> report(start, row, "starts a timer that it cancels", "take this away");
                case Statement.Restart start -> report(start, row, "starts a timer that it cancels", "take this away");
                case Statement.Perform perform -> {}
                case Statement.Cancel cancel -> {}
                case Statement.Call call -> {}
                case Statement.DeleteTcb delete -> {}
            }
        }
    }

    private void report(Statement at, Draft.Row row, String what, String fix) {
        diagnostics.add(
                at.place(), Code.DELETE_MISPLACED, "the row " + row.raw().id().text() + " " + what, fix);
    }
}
