package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Questions to Z3 about one set of assumptions. */
final class Query {

    /** Can it be? */
    enum Answer {
        YES,
        NO,
        UNDECIDED
    }

    private final Context z3;
    private final Solver solver;
    private Expr<?>[] fixed = {};
    private Expr<?>[] zeros = {};

    /** For each named assumption a flag that puts it in force. */
    private final Map<String, BoolExpr> named = new LinkedHashMap<>();

    private final Set<String> reliedOn = new TreeSet<>();

    Query(Context z3, Limit limit) {
        this.z3 = z3;
        // The solver for bit vectors only is many times faster than the one for every logic.
        solver = z3.mkSolver("QF_BV");
        Params params = z3.mkParams();
        params.add("rlimit", limit.effort());
        solver.setParameters(params);
    }

    /** Takes these numbers to be 0, wherever they occur in what is assumed or asked from now on. */
    void fix(List<Expr<?>> numbers) {
        fixed = numbers.toArray(Expr[]::new);
        zeros = numbers.stream()
                .map(number -> z3.mkBV(0, ((BitVecExpr) number).getSortSize()))
                .toArray(Expr[]::new);
    }

    /** From now on, until the enclosing {@link #within} ends. */
    void assume(BoolExpr... conditions) {
        for (BoolExpr condition : conditions) {
            // Sums and differences find to one form here, which spares the solver a search for their likeness.
            BoolExpr[] one = {(BoolExpr) condition.substitute(fixed, zeros).simplify()};
            solver.add(one);
        }
    }

    /** From now on; {@link #reliedOn} will tell whether it was needed. */
    void assume(String name, BoolExpr condition) {
        BoolExpr inForce = z3.mkBoolConst("relying on " + name);
        assume(z3.mkImplies(inForce, condition));
        named.put(name, inForce);
    }

    /** Can all of this be at once? */
    Answer ask(BoolExpr... conditions) {
        return within(() -> {
            assume(conditions);
            return check();
        });
    }

    /** As {@link #ask}, with only those of the named assumptions whose names are wanted. */
    Answer ask(Predicate<String> wanted, BoolExpr... conditions) {
        return within(() -> {
            assume(conditions);
            return check(named.entrySet().stream()
                    .filter(entry -> wanted.test(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList());
        });
    }

    /** As {@link #ask}; and if the answer is no, notes which named assumptions it needs. */
    Answer prove(BoolExpr... conditions) {
        return within(() -> {
            assume(conditions);
            return prove(named.values());
        });
    }

    private Answer prove(Collection<BoolExpr> inForce) {
        Answer answer = check(inForce);
        if (answer == Answer.NO) {
            reliedOn.addAll(needed(core(inForce)));
        }
        return answer;
    }

    /** As {@link #prove}, without a named assumption if possible. */
    Answer proveWithout(String name, BoolExpr... conditions) {
        return within(() -> {
            assume(conditions);
            List<BoolExpr> others = named.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .toList();
            return prove(others) == Answer.NO ? Answer.NO : prove(named.values());
        });
    }

    /** The named assumptions that the proofs so far need, by name. */
    Set<String> reliedOn() {
        return reliedOn;
    }

    /** Can what is assumed be at all? */
    Answer check() {
        return check(named.values());
    }

    private Answer check(Collection<BoolExpr> inForce) {
        return switch (solver.check(inForce.toArray(BoolExpr[]::new))) {
            case SATISFIABLE -> Answer.YES;
            case UNSATISFIABLE -> Answer.NO;
            case UNKNOWN -> Answer.UNDECIDED;
        };
    }

    /** Some of these that suffice for the last no. */
    private List<BoolExpr> core(Collection<BoolExpr> inForce) {
        var core = Set.of(solver.getUnsatCore());
        return inForce.stream().filter(core::contains).toList();
    }

    /** What is left of a core when nothing more can be left out. */
    private List<String> needed(List<BoolExpr> core) {
        var left = new ArrayList<>(core);
        for (BoolExpr one : core) {
            var others = new ArrayList<>(left);
            others.remove(one);
            if (left.contains(one) && check(others) == Answer.NO) {
                left = new ArrayList<>(core(others));
            }
        }
        List<BoolExpr> needed = left;
        return named.entrySet().stream()
                .filter(entry -> needed.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
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
