package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.lockstep.spec.model.Timer;
import java.util.HashMap;
import java.util.Map;

/**
 * What the names in an expression stand for.
 *
 * @param arguments of the definition whose body is being read, by name
 * @param assigned variables that stand for something else than their value before the row, by name
 * @param armed timers of which it is known whether they are armed, by name
 * @param state the current state, as its index among the protocol's states; null in a protocol without state
 */
record Scope(
        Map<String, Expr<?>> arguments, Map<String, Expr<?>> assigned, Map<String, BoolExpr> armed, BitVecExpr state) {

    Scope {
        arguments = Map.copyOf(arguments);
        assigned = Map.copyOf(assigned);
        armed = Map.copyOf(armed);
    }

    /** The body of a definition sees its own arguments and nobody else's. */
    Scope inside(Map<String, Expr<?>> itsArguments) {
        return new Scope(itsArguments, assigned, armed, state);
    }

    /** The same with one timer armed or not. */
    Scope with(Timer timer, BoolExpr isArmed) {
        var others = new HashMap<>(armed);
        others.put(timer.name(), isArmed);
        return new Scope(arguments, assigned, others, state);
    }
}
