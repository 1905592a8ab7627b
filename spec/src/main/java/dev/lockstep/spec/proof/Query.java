package dev.lockstep.spec.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import java.util.function.Supplier;

/** Questions to Z3 about one set of assumptions. */
final class Query {

    /** Can it be? */
    enum Answer {
        YES,
        NO,
        UNDECIDED
    }

    private final Solver solver;

    Query(Context z3, Limit limit) {
        // The solver for bit vectors only is many times faster than the one for every logic.
        solver = z3.mkSolver("QF_BV");
        Params params = z3.mkParams();
        params.add("rlimit", limit.effort());
        solver.setParameters(params);
    }

    /** From now on, until the enclosing {@link #within} ends. */
    void assume(BoolExpr... conditions) {
        solver.add(conditions);
    }

    /** Can all of this be at once? */
    Answer ask(BoolExpr... conditions) {
        return within(() -> {
            solver.add(conditions);
            return check();
        });
    }

    /** Can what is assumed be at all? */
    Answer check() {
        return switch (solver.check()) {
            case SATISFIABLE -> Answer.YES;
            case UNSATISFIABLE -> Answer.NO;
            case UNKNOWN -> Answer.UNDECIDED;
        };
    }

    /** An example of the last question that was answered with yes, while its assumptions still stand. */
    Model model() {
        return solver.getModel();
    }

    /** What is assumed inside is forgotten afterwards. */
    <T> T within(Supplier<T> inside) {
        solver.push();
        try {
            return inside.get();
        } finally {
            solver.pop();
        }
    }
}
