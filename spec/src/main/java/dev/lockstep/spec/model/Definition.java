package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import java.util.List;

/**
 * A named expression: {@code acceptable}, {@code in_window(s)}, {@code usable_window}. Never recursive.
 *
 * @param event the event whose fields it reads, or empty string when it reads none
 */
public record Definition(
        String name,
        List<Argument> arguments,
        Type type,
        Expr is,
        String event,
        String about,
        String rfc,
        Place place) {
    public Definition {
        arguments = List.copyOf(arguments);
    }
}
