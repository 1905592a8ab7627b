package dev.lockstep.spec.mutation;

import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.syntax.Action;
import dev.lockstep.spec.expr.syntax.Positions;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.expr.syntax.SyntaxReader;

/** Reads expressions and actions so that places in them are offsets in their text. */
final class Texts {

    private static final Positions OFFSETS = offset -> new Place("", 1, offset + 1);

    private Texts() {}

    static Syntax expression(String text) {
        return reader().expression(text, OFFSETS).orElseThrow(() -> unreadable(text));
    }

    static Action action(String text) {
        return reader().action(text, OFFSETS).orElseThrow(() -> unreadable(text));
    }

    private static SyntaxReader reader() {
        return new SyntaxReader(new Diagnostics());
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("in tables that were read before this cannot be read: " + text);
    }

    static int offset(Syntax syntax) {
        return offset(syntax.place());
    }

    static int offset(Place place) {
        return place.column() - 1;
    }
}
