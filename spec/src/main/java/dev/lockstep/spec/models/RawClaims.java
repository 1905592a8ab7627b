package dev.lockstep.spec.models;

import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.yaml.Scalar;
import java.util.List;

/** Claims as they were written: names are not resolved, since each model that shares them has its own. */
record RawClaims(String name, List<One> invariants, List<One> steps, List<One> liveness, List<One> witnesses) {

    /** One claim. */
    record One(Scalar id, Syntax is, String about, String rfc) {}
}
