package dev.lockstep.spec.expr;

import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an expression reads, definitions looked through.
 *
 * @param symbols variables, fields, parameters, inputs and arguments
 * @param block the state or a timer: the control block, though no variable of it
 */
public record Reads(Set<Symbol> symbols, boolean block) {
    public Reads {
        symbols = Collections.unmodifiableSet(new LinkedHashSet<>(symbols));
    }

    public static Reads of(Expr expr) {
        var symbols = new LinkedHashSet<Symbol>();
        boolean block = collect(expr, symbols);
        return new Reads(symbols, block);
    }

    private static boolean collect(Expr expr, Set<Symbol> symbols) {
        boolean block = expr instanceof Expr.CurrentState || expr instanceof Expr.Armed;
        if (expr instanceof Expr.Name(Symbol symbol, var ignored)) {
            symbols.add(symbol);
        }
        if (expr instanceof Expr.Use use) {
            block |= collect(use.definition().is(), symbols);
        }
        for (Expr child : expr.children()) {
            block |= collect(child, symbols);
        }
        return block;
    }

    public boolean controlBlock() {
        return block || symbols.stream().anyMatch(Variable.class::isInstance);
    }

    public boolean fields() {
        return symbols.stream().anyMatch(Field.class::isInstance);
    }

    /** Are there parameters, and besides them nothing but the arguments of definitions? */
    public boolean onlyParameters() {
        return !block
                && symbols.stream().anyMatch(Parameter.class::isInstance)
                && symbols.stream().allMatch(symbol -> symbol instanceof Parameter || symbol instanceof Argument);
    }

    /** Durations and instants: models leave them out. */
    public static boolean isTime(Type type) {
        return type == Type.Simple.DURATION || type == Type.Simple.INSTANT;
    }
}
