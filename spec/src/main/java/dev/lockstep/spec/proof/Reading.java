package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        parts(expr).forEach(this::read);
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

    /** The operands and arguments an expression is made of. */
    static List<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.Number ignored -> List.of();
            case Expr.Truth ignored -> List.of();
            case Expr.Enumeral ignored -> List.of();
            case Expr.EnumeralSet ignored -> List.of();
            case Expr.Name ignored -> List.of();
            case Expr.CurrentState ignored -> List.of();
            case Expr.StateName ignored -> List.of();
            case Expr.Armed ignored -> List.of();
            case Expr.Use use -> use.arguments();
            case Expr.Builtin builtin -> builtin.arguments();
            case Expr.Not not -> List.of(not.operand());
            case Expr.And and -> and.operands();
            case Expr.Or or -> or.operands();
            case Expr.Compare compare -> compare.operands();
            case Expr.In in ->
                Stream.concat(Stream.of(in.operand()), in.members().stream()).toList();
            case Expr.Arithmetic sum -> List.of(sum.left(), sum.right());
            case Expr.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expr.Otherwise ignored -> List.of();
            case Expr.At at -> List.of(at.operand());
        };
    }

    /** The expressions in an action. */
    static List<Expr> parts(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> List.of(assign.value());
            case Statement.Perform perform -> perform.arguments();
            case Statement.Start start -> List.of(start.duration());
            case Statement.Restart restart -> List.of(restart.duration());
            case Statement.Cancel ignored -> List.of();
            case Statement.Call ignored -> List.of();
            case Statement.DeleteTcb ignored -> List.of();
        };
    }
}
