package dev.lockstep.spec.expr;

import dev.lockstep.spec.model.Field;
import java.util.Set;

/** Tells what a model says of a step from what it says of one moment. */
public final class Moments {

    /** A segment arrives in the step. */
    public static final String ARRIVES = "ARRIVES";

    /** What the network reports is heard in the step. */
    public static final String HEARS = "HEARS";

    /** The user makes a call in the step. */
    public static final String ASKS = "ASKS";

    /** It crashes in the step. */
    public static final String CRASHES = "CRASHES";

    private static final Set<String> NAMES = Set.of(ARRIVES, HEARS, ASKS, CRASHES, Expr.Queue.SENDS.name());

    private Moments() {}

    /** Does it look at what is after a step, at the segment that arrives in it, or at those that it sends? */
    public static boolean isOfStep(Expr expr) {
        return isOfStep(expr, false);
    }

    /** @param inside some segment of a queue, so that a definition speaks of that one */
    private static boolean isOfStep(Expr expr, boolean inside) {
        boolean here = switch (expr) {
            case Expr.After ignored -> true;
            case Expr.Segments segments -> segments.queue() == Expr.Queue.SENDS;
            case Expr.At at -> at.operand() instanceof Expr.Name name && isOfStep(name);
            case Expr.Use use -> !inside && Reads.of(use.definition().is()).fields();
            default -> false;
        };
        boolean within = inside || expr instanceof Expr.Segments;
        return here || expr.children().stream().anyMatch(child -> isOfStep(child, within));
    }

    private static boolean isOfStep(Expr.Name name) {
        return name.symbol() instanceof Field || NAMES.contains(name.symbol().name());
    }
}
