package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Expr.Comparison;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** The invariants that nobody writes down: a variable of type size or count is at least 0 and below 2^30. */
final class Implicit {

    private static final String PREFIX = "size-of-";

    private Implicit() {}

    /** Those of a protocol, then what its vocabulary states. */
    static List<Invariant> andStated(Protocol protocol) {
        var all = new ArrayList<Invariant>();
        for (Variable variable : protocol.variables()) {
            if (variable.type() == Type.Simple.SIZE || variable.type() == Type.Simple.COUNT) {
                all.add(of(variable, protocol));
            }
        }
        all.addAll(protocol.invariants());
        return all;
    }

    static boolean is(Invariant invariant) {
        return is(invariant.id());
    }

    static boolean is(String id) {
        return id.startsWith(PREFIX);
    }

    private static Invariant of(Variable variable, Protocol protocol) {
        var place = variable.place();
        Expr is = new Expr.Compare(
                List.of(
                        new Expr.Number(0, variable.type(), place),
                        new Expr.Name(variable, place),
                        new Expr.Number(Domain.SIZE_END - 1, variable.type(), place)),
                List.of(Comparison.LE, Comparison.LE),
                place);
        return new Invariant(PREFIX + variable.name(), protocol.states(), is, "", place);
    }
}
