package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The local variables of one row: values that would be overwritten before they are read. Only those get a local, so that
 * the code reads as if it had been written by hand; but where an expression that needs one stands twice, the whole of it is
 * kept, under the name of what it is used for.
 */
final class Locals {

    /** A value that is kept. */
    private record Local(String name, Expr expr) {}

    private final Surface surface;
    private final Cells cells;
    private final Map<String, Long> occurrences = new HashMap<>();
    private final Map<String, Local> kept = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param expressions all of the row
     * @param handed what the method is handed, whose names are taken
     */
    Locals(Surface surface, Cells cells, List<Expr> expressions, List<Surface.Slot> handed) {
        this.surface = surface;
        this.cells = cells;
        expressions.stream().flatMap(Expr::parts).forEach(part -> occurrences.merge(key(part), 1L, Long::sum));
        handed.forEach(slot -> taken.add(slot.name()));
    }

    /**
     * Keeps what an expression reads of cells that are overwritten before it is evaluated.
     *
     * @param purpose names what is kept if it is not a variable or definition
     */
    void keepStale(Expr expr, Set<String> overwritten, String purpose) {
        if (!isStale(expr, overwritten) || kept.containsKey(key(expr))) {
            return;
        }
        if (changesRanges(expr)) {
            expr.children().stream().skip(1).forEach(child -> keepStale(child, overwritten, purpose));
            return;
        }
        switch (expr) {
            case Expr.Name name -> keep(expr, "old" + Words.pascal(name.symbol().name()));
            case Expr.CurrentState ignored -> keep(expr, "oldState");
            case Expr.Armed armed ->
                keep(expr, "old" + Words.pascal(armed.timer().name()) + "Armed");
            case Expr.Use use -> keep(expr, Words.camel(use.definition().name()));
            case Expr.Builtin builtin when asksRanges(builtin) -> keep(expr, answer(builtin.function(), purpose));
            case Expr.Builtin ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.Arithmetic ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.If ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.Not ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.And ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.Or ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.Compare ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.In ignored -> keepIfRepeated(expr, overwritten, purpose);
            case Expr.Number ignored -> {}
            case Expr.Truth ignored -> {}
            case Expr.Enumeral ignored -> {}
            case Expr.EnumeralSet ignored -> {}
            case Expr.StateName ignored -> {}
            case Expr.Otherwise ignored -> {}
            // Only in the properties of models.
            case Expr.At ignored -> {}
            case Expr.After ignored -> {}
            case Expr.Segments ignored -> {}
        }
    }

    /** Keeps an expression that stands twice, whether or not it would be overwritten. */
    void keepRepeated(Expr expr, String name) {
        if (occurrences.getOrDefault(key(expr), 0L) > 1) {
            keep(expr, name);
        }
    }

    private void keepIfRepeated(Expr expr, Set<String> overwritten, String purpose) {
        if (occurrences.get(key(expr)) > 1) {
            keep(expr, purpose);
        } else {
            expr.children().forEach(child -> keepStale(child, overwritten, purpose));
        }
    }

    /** Ranges are changed in place, so their old value cannot be kept: the answer to the question is. */
    private static boolean asksRanges(Expr.Builtin builtin) {
        return builtin.arguments().stream().anyMatch(argument -> argument.type() == Type.Simple.RANGES);
    }

    private static String answer(Expr.Function question, String purpose) {
        return switch (question) {
            case HOLDS -> "held";
            case FITS -> "fitted";
            case IS_EMPTY -> "wasEmpty";
            case END_OF, MIN, MAX, ABS, WITH, FROM, NONE -> purpose;
        };
    }

    private void keep(Expr expr, String wish) {
        if (kept.containsKey(key(expr))) {
            return;
        }
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + i;
        }
        kept.put(key(expr), new Local(name, expr));
    }

    private boolean isStale(Expr expr, Set<String> overwritten) {
        return cells.read(expr).stream().anyMatch(overwritten::contains);
    }

    /** The cells an expression still reads itself, what is kept being left out. */
    Set<String> read(Expr expr) {
        if (kept.containsKey(key(expr))) {
            return Set.of();
        }
        Set<String> own = new HashSet<>(cells.read(expr));
        if (expr instanceof Expr.Use || expr.children().isEmpty()) {
            return own;
        }
        own.clear();
        expr.children().forEach(child -> own.addAll(read(child)));
        return own;
    }

    /** Prints expressions with what is kept. */
    JavaExpr printer() {
        return printer(kept.values());
    }

    private JavaExpr printer(Collection<Local> locals) {
        Map<String, String> names = new HashMap<>();
        locals.forEach(local -> names.put(key(local.expr()), local.name()));
        return new JavaExpr(surface, names);
    }

    /** The declarations, the small ones first, so that the others can use them. */
    List<String> declarations(int indent) {
        List<Local> ordered = kept.values().stream()
                .sorted(Comparator.comparingLong(local -> local.expr().parts().count()))
                .toList();
        return ordered.stream()
                .map(local -> {
                    var before = printer(ordered.subList(0, ordered.indexOf(local)));
                    String head = surface.type(local.expr().type()) + " " + local.name() + " = ";
                    return Layout.lines(Doc.of(Doc.text(head), before.doc(local.expr()), Doc.text(";")), indent);
                })
                .toList();
    }

    private String key(Expr expr) {
        return changesRanges(expr) ? "change" : JavaExpr.flat(surface, expr);
    }

    private static boolean changesRanges(Expr expr) {
        return expr instanceof Expr.Builtin builtin && builtin.type() == Type.Simple.RANGES;
    }
}
