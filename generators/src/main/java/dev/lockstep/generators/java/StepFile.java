package dev.lockstep.generators.java;

import dev.lockstep.generators.java.RowActions.Action;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class of one step, as its template knows it.
 *
 * @param gap what happens when no row matches; empty when the last row takes everything
 */
record StepFile(
        String source,
        String packageName,
        List<String> imports,
        List<String> doc,
        String name,
        String formal,
        List<RowView> rows,
        String gap) {

    /** Columns before the statements of a method. */
    private static final int METHOD = 8;

    /**
     * One branch.
     *
     * @param test {@code if (...) {}; empty for a row that takes everything
     * @param log counts the row
     */
    record RowView(List<String> comment, String test, String log, List<Action> actions, String then) {}

    static StepFile of(Surface surface, Procedure procedure, Step step) {
        List<Surface.Slot> handed = surface.handed(procedure.trigger());
        var arrivals = new Arrivals(surface.protocol(), procedure);
        List<RowView> rows = new ArrayList<>();
        // `otherwise` takes what the others leave, so it comes last wherever the author has put it.
        List<Row> ordered = step.rows().stream()
                .sorted(Comparator.comparing(row -> row.when() instanceof Expr.Otherwise))
                .toList();
        for (Row row : ordered) {
            String test = test(surface, arrivals.mayPassOver(step, row) ? row.states() : List.of(), row);
            // What stands behind a branch that is always taken cannot be compiled; proved tables have no such row.
            String always = row.equals(ordered.getLast()) ? "" : "if (true) {";
            String rfc = Prose.nearest(row.rfc(), step.rfc(), procedure.rfc());
            rows.add(view(surface, row, rfc, handed, test.isEmpty() ? always : test));
        }
        boolean complete = rows.getLast().test().isEmpty();
        String gap = complete ? "" : gap(surface, procedure, step);
        return new StepFile(
                surface.file(step.place()),
                surface.packageName(),
                imports(surface, step, rows, gap),
                surface.isOneStep(procedure) ? ProcedureFile.doc(surface, procedure) : doc(procedure, step),
                surface.step(procedure, step),
                JavaExpr.formal(handed),
                rows,
                gap);
    }

    private static RowView view(Surface surface, Row row, String rfc, List<Surface.Slot> handed, String test) {
        int indent = test.isEmpty() ? METHOD : METHOD + 4;
        return new RowView(
                comment(surface, row, rfc),
                test,
                surface.blockName() + ".rows.fired(Row." + Words.constant(row.id()) + ".ordinal());",
                RowActions.of(surface, row, handed, indent),
                row.then().name());
    }

    private static String test(Surface surface, List<State> states, Row row) {
        return Guard.test(surface, states, List.of(row.when()), METHOD);
    }

    private static List<String> comment(Surface surface, Row row, String rfc) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Prose.comment(Prose.sentence(surface.where(row.place()) + " " + row.id(), rfc)));
        lines.addAll(Prose.comment(row.note()));
        row.unreachable().ifPresent(reason -> lines.addAll(Prose.comment("never taken: " + reason)));
        return lines;
    }

    private static List<String> doc(Procedure procedure, Step step) {
        List<String> lines = new ArrayList<>();
        String what = "The step " + step.name() + " of " + procedure.name();
        lines.addAll(Prose.doc(Prose.sentence(what, step.rfc().isEmpty() ? procedure.rfc() : step.rfc()) + ".", 0));
        if (!step.note().isEmpty()) {
            lines.addAll(Prose.paragraph(step.note(), 0));
        }
        return lines;
    }

    private static String gap(Surface surface, Procedure procedure, Step step) {
        Doc call = Doc.call(
                "throw new NoRowMatches",
                List.of(
                        Doc.text(Words.literal(surface.where(step.place()))),
                        Doc.text(Words.literal("the step " + step.name() + " of " + procedure.name())),
                        Doc.text(surface.blockName()),
                        Doc.text(surface.event(procedure.trigger())
                                .map(surface::eventName)
                                .orElse("null"))));
        return Layout.lines(Doc.of(call, Doc.text(";")), METHOD);
    }

    private static List<String> imports(Surface surface, Step step, List<RowView> rows, String gap) {
        Stream<String> code = rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.test(), "Then"), row.actions().stream().map(Action::line)));
        Stream<Expr> expressions = step.rows().stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.when()),
                        row.actions().stream().flatMap(action -> action.expressions().stream())));
        return Head.imports(
                DefinitionsFile.imports(surface, expressions), Stream.concat(code, Stream.of(gap)), List.of());
    }
}
