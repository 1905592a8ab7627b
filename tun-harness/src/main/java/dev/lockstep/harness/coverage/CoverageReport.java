package dev.lockstep.harness.coverage;

import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every row of the tables with who fires it.
 *
 * @param models that were asked
 */
public record CoverageReport(List<FiredBy> rows, List<String> models, TestRows tests) {

    private static final int WIDTH = 80;
    private static final int ID = 30;

    public CoverageReport {
        rows = List.copyOf(rows);
        models = List.copyOf(models);
    }

    /** @param counts of each model, how often a row fired */
    public static CoverageReport of(
            Specification specification, Map<String, ? extends Map<String, Long>> counts, TestRows tests) {
        var rows = new ArrayList<FiredBy>();
        for (Protocol protocol : specification.protocols()) {
            for (Procedure procedure : protocol.procedures()) {
                for (Step step : procedure.steps()) {
                    step.rows()
                            .forEach(row -> rows.add(new FiredBy(
                                    protocol.name(),
                                    procedure.name(),
                                    row.id(),
                                    FiredBy.models(row.id(), counts),
                                    tests.of(row.id()),
                                    row.unreachable())));
                }
            }
        }
        return new CoverageReport(rows, counts.keySet().stream().sorted().toList(), tests);
    }

    /** Every row is fired, or cannot be and is not. */
    public boolean isComplete() {
        return rows.stream().noneMatch(row -> row.isMissing() || row.isContradicted());
    }

    /** A line for each row, below its procedure, then the counts. */
    public String text() {
        var text = new StringBuilder();
        String heading = "";
        for (FiredBy row : rows) {
            String next = row.protocol() + " " + row.procedure();
            if (!next.equals(heading)) {
                heading = next;
                text.append(heading).append('\n');
            }
            line(row.row(), who(row), text);
        }
        return text.append(summary()).toString();
    }

    /** One row: each model with its count, each test in a line of its own. */
    public static String detail(FiredBy row) {
        var text = new StringBuilder("row %s of %s %s%n".formatted(row.row(), row.protocol(), row.procedure()));
        row.unreachable().ifPresent(reason -> line("  unreachable", reason, text));
        row.models().forEach((model, count) -> text.append("  model  %s: %,d times%n".formatted(model, count)));
        row.tests().forEach(test -> text.append("  test   ").append(test).append('\n'));
        if (row.models().isEmpty() && row.tests().isEmpty()) {
            text.append("  fired by nobody\n");
        }
        return text.toString();
    }

    /** How many rows are fired by whom, and what is wrong. */
    public String summary() {
        var text = new StringBuilder("%d rows: %d fired by models, %d by tests, %d unreachable, %d by nobody%n"
                .formatted(
                        rows.size(),
                        FiredBy.count(rows, row -> !row.models().isEmpty()),
                        FiredBy.count(rows, row -> !row.tests().isEmpty()),
                        FiredBy.count(rows, row -> row.unreachable().isPresent()),
                        FiredBy.count(rows, FiredBy::isMissing)));
        if (tests.classes() == 0) {
            text.append("no test has noted rows of these tables. Run ./lockstep test first\n");
        } else if (tests.outdated() > 0) {
            text.append(
                    "%d test classes ran with other tables. Run ./lockstep test again%n".formatted(tests.outdated()));
        }
        rows.stream()
                .filter(FiredBy::isMissing)
                .forEach(row -> text.append("nobody fires ").append(row.row()).append('\n'));
        rows.stream()
                .filter(FiredBy::isContradicted)
                .forEach(row -> text.append(row.row())
                        .append(" is marked unreachable, and fires in ")
                        .append(String.join(", ", row.models().keySet()))
                        .append('\n'));
        return text.toString();
    }

    private String who(FiredBy row) {
        var who = new ArrayList<String>();
        if (row.models().size() == models.size() && models.size() > 2) {
            who.add("all models");
        } else {
            who.addAll(row.models().keySet());
        }
        if (!row.tests().isEmpty()) {
            int tests = row.tests().size();
            who.add(tests == 1 ? "1 test" : tests + " tests");
        }
        row.unreachable().ifPresent(reason -> who.add("unreachable: " + reason));
        return who.isEmpty() ? "nobody" : String.join(", ", who);
    }

    /** Of at most 80 columns, and as many lines as that takes. */
    private static void line(String label, String what, StringBuilder text) {
        var line = new StringBuilder("  ").append(label);
        line.append(" ".repeat(Math.max(1, ID + 2 - line.length())));
        boolean isFresh = true;
        for (String word : what.split("\\s+")) {
            if (!isFresh && line.length() + word.length() > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(ID + 2));
            }
            line.append(word).append(' ');
            isFresh = false;
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
