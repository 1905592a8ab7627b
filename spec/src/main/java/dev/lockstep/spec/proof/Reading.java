package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What expressions read, through the definitions they use. Arguments of definitions do not count: what is given for them does. */
final class Reading {

    private final Set<Symbol> symbols = new LinkedHashSet<>();
    private final Set<Timer> timers = new LinkedHashSet<>();
    private final Set<String> asks = new LinkedHashSet<>();
    private boolean state;
    private boolean divides;

    private Reading() {}

    static Reading of(Expr expr) {
        return of(List.of(expr));
    }

    static Reading of(Collection<Expr> exprs) {
        var reading = new Reading();
        exprs.forEach(reading::read);
        return reading;
    }

    /** Variables, fields, parameters and inputs, in the order they come. */
    Set<Symbol> symbols() {
        return symbols;
    }

    /** Timers asked about by {@code armed}. */
    Set<Timer> timers() {
        return timers;
    }

    /** Questions put to ranges, as written where they stand: {@code holds(RCV.HELD, RCV.NXT)}. */
    Set<String> asks() {
        return asks;
    }

    /** Is the state asked about? */
    boolean state() {
        return state;
    }

    /** Is anything divided by anything? */
    boolean divides() {
        return divides;
    }

    /** Is there something that both read? */
    boolean meets(Reading other) {
        return symbols.stream().anyMatch(other.symbols::contains)
                || timers.stream().anyMatch(other.timers::contains);
    }

    void add(Reading other) {
        symbols.addAll(other.symbols);
        timers.addAll(other.timers);
        asks.addAll(other.asks);
        state |= other.state;
        divides |= other.divides;
    }

    private void read(Expr expr) {
        if (expr instanceof Expr.Name name && !(name.symbol() instanceof Argument)) {
            symbols.add(name.symbol());
        } else if (expr instanceof Expr.Armed armed) {
            timers.add(armed.timer());
        } else if (expr instanceof Expr.CurrentState) {
            state = true;
        } else if (expr instanceof Expr.Arithmetic sum && sum.operator() == Expr.Operator.DIVIDE) {
            divides = true;
        } else if (expr instanceof Expr.Builtin builtin && asksRanges(builtin.function())) {
            asks.add(ExprText.of(builtin));
        }
        expr.children().forEach(this::read);
        if (expr instanceof Expr.Use use) {
            read(use.definition().is());
        }
    }

    private static boolean asksRanges(Expr.Function function) {
        return switch (function) {
            case HOLDS, END_OF, FITS, IS_EMPTY -> true;
            case MIN, MAX, ABS, WITH, FROM, NONE -> false;
        };
    }
}
