package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import java.util.List;

/**
 * What holds between events: assumed by the proofs, checked by TLC in every reachable state.
 *
 * @param states where it holds; all states when the author named none
 */
public record Invariant(String id, List<State> states, Expr is, String about, Place place) {
    public Invariant {
        states = List.copyOf(states);
    }

    /** Does it speak of parameters alone, so that whoever chooses them has to fulfil it? */
    public boolean isOfProfile() {
        return Reads.of(is).onlyParameters();
    }
}
