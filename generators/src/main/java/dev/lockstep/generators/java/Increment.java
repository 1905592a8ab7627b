package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import java.util.Optional;

/**
 * An assignment {@code x := x + e} or {@code x := x - e}, which Java writes shorter.
 *
 * @param sign {@code +} or {@code -}
 */
record Increment(String sign, Expr by) {

    static Optional<Increment> of(Statement.Assign assign) {
        if (!(assign.value() instanceof Expr.Arithmetic sum)
                || !(sum.left() instanceof Expr.Name name)
                || !name.symbol().equals(assign.variable())) {
            return Optional.empty();
        }
        return switch (sum.operator()) {
            case PLUS, MINUS -> Optional.of(new Increment(sum.operator().sign(), sum.right()));
            case TIMES, DIVIDE -> Optional.empty();
        };
    }

    Doc print(String cell, JavaExpr printer) {
        if (by instanceof Expr.Number number && number.value() == 1) {
            return Doc.text(cell + sign + sign);
        }
        return Doc.of(Doc.text(cell + " " + sign + "= "), printer.doc(by));
    }
}
