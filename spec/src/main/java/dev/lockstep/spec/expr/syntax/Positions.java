package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Place;

/** Says where in a file the character at an offset of an expression stands. */
@FunctionalInterface
public interface Positions {
    /** @param offset 0-based, in chars; at the length of the text, the place just behind it */
    Place at(int offset);
}
