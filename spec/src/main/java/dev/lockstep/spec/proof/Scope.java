package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.Expr;
import java.util.Map;

/**
 * What the names in an expression stand for.
 *
 * @param arguments of the definition whose body is being read, by name
 * @param assigned variables that stand for something else than their value before the row, by name
 * @param state the current state, as its index among the protocol's states; null in a protocol without state
 */
record Scope(Map<String, Expr<?>> arguments, Map<String, Expr<?>> assigned, BitVecExpr state) {

    Scope {
        arguments = Map.copyOf(arguments);
        assigned = Map.copyOf(assigned);
    }

    /** The body of a definition sees its own arguments and nobody else's. */
    Scope inside(Map<String, Expr<?>> itsArguments) {
        return new Scope(itsArguments, assigned, state);
    }
}
