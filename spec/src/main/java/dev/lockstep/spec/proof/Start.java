package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An invariant that is to hold before the first event, in a control block with start values and without timers. */
record Start(Protocol protocol, Invariant invariant) {

    /** What a profile has to fulfil. */
    List<Invariant> profile() {
        return protocol.invariants().stream().filter(Foundations::isOfProfiles).toList();
    }

    /** What the start values of the variables are that the invariant reads. */
    Map<Variable, Expr> values() {
        var values = new HashMap<Variable, Expr>();
        for (var symbol : Reading.of(invariant.is()).symbols()) {
            if (symbol instanceof Variable variable) {
                values.put(variable, variable.start());
            }
        }
        return values;
    }

    /** Does it hold? */
    Verdict prove(Context z3, Limit limit) {
        var encoder = new Encoder(z3, protocol.states());
        Scope anywhere = encoder.before();
        var values = new HashMap<String, com.microsoft.z3.Expr<?>>();
        values().forEach((variable, start) -> values.put(variable.name(), encoder.assigned(variable, start, anywhere)));
        var armed = new HashMap<String, BoolExpr>();
        protocol.timers().forEach(timer -> armed.put(timer.name(), z3.mkFalse()));
        BitVecExpr state = protocol.states().isEmpty() ? null : encoder.state(protocol.start());
        var beginning = new Scope(Map.of(), values, armed, state);
        var query = new Query(z3, limit);
        for (Invariant condition : profile()) {
            query.assume(encoder.truth(condition.is(), beginning));
        }
        BoolExpr concerned = encoder.isIn(invariant.states(), beginning);
        BoolExpr fails = z3.mkAnd(concerned, z3.mkNot(encoder.truth(invariant.is(), beginning)));
        query.assume(encoder.facts().toArray(BoolExpr[]::new));
        boolean holds = query.ask(fails) == Query.Answer.NO;
        var finding = new Finding(Finding.Kind.BREAKS, Finding.STEP, Finding.STEP, "", invariant.id(), "");
        return new Verdict(holds ? List.of() : List.of(finding), Set.of());
    }
}
