package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The enum of all rows, as its template knows it. */
record RowsFile(String source, String packageName, List<String> imports, List<RowView> rows) {

    /** One row: the arguments of its constant. */
    record RowView(String constant, List<String> arguments) {}

    private record Placed(Procedure procedure, Step step, Row row) {}

    static RowsFile of(Surface surface) {
        List<Placed> rows = new ArrayList<>();
        for (Procedure procedure : surface.protocol().procedures()) {
            for (Step step : procedure.steps()) {
                step.rows().forEach(row -> rows.add(new Placed(procedure, step, row)));
            }
        }
        rows.sort(Comparator.comparing(placed -> placed.row().place()));
        return new RowsFile(
                surface.protocol().name() + "/*.yaml",
                surface.packageName(),
                Head.imports(Stream.of("Titled")),
                rows.stream().map(placed -> view(surface, placed)).toList());
    }

    private static RowView view(Surface surface, Placed placed) {
        Row row = placed.row();
        String rfc =
                Prose.nearest(row.rfc(), placed.step().rfc(), placed.procedure().rfc());
        return new RowView(
                Words.constant(row.id()),
                List.of(
                        Words.literal(row.id()),
                        Words.literal(surface.file(row.place())),
                        String.valueOf(row.place().line()),
                        Words.literal(placed.procedure().name()),
                        Words.literal(placed.step().name()),
                        Words.literal(rfc),
                        String.valueOf(row.passes())));
    }
}
