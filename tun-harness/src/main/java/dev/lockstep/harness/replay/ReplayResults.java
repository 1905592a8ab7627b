package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;

/** What came of a replay, for people and for programs. */
public final class ReplayResults {

    private ReplayResults() {}

    /** Lines for a terminal. */
    public static String text(Path file, RunReplay.Result result) {
        var text = new StringBuilder();
        result.finding().ifPresent(finding -> {
            text.append(file)
                    .append(':')
                    .append(finding.event().line())
                    .append(": error " + Deviation.OF_A_RUN.code() + ": ")
                    .append(finding.event().key())
                    .append(", ")
                    .append(finding.event().cause())
                    .append(": not what the tables do\n");
            finding.differences()
                    .forEach(difference -> text.append("  ").append(difference).append('\n'));
            finding.row()
                    .ifPresent(row -> text.append("  nearest row: ")
                            .append(row.id())
                            .append(" (")
                            .append(row.place())
                            .append(")\n"));
        });
        if (result.torn()) {
            text.append(file)
                    .append(": the last line was cut off, as by a crash while it was written; it is left out\n");
        }
        text.append(String.format(
                Locale.ROOT,
                "replay: %,d events of %,d control blocks %s, %d rows fired, in %.1f s",
                result.events(),
                result.connections(),
                result.finding().isPresent() ? "read until one disagrees" : "are what the tables do",
                result.rows().size(),
                result.took().toMillis() / 1e3));
        return text.toString();
    }

    /** One object. */
    public static String json(Path file, RunReplay.Result result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", file.toString())
                .put("kind", "run")
                .put("agrees", result.finding().isEmpty())
                .put("events", result.events())
                .put("controlBlocks", result.connections())
                .put("torn", result.torn())
                .put("seconds", result.took().toMillis() / 1e3);
        ArrayNode rows = node.putArray("rows");
        result.rows().forEach(rows::add);
        result.finding().ifPresent(finding -> {
            ObjectNode wrong = node.putObject("finding")
                    .put("code", Deviation.OF_A_RUN.code())
                    .put("line", finding.event().line())
                    .put("end", finding.event().end())
                    .put("record", finding.event().record())
                    .put("event", finding.event().cause());
            ArrayNode differences = wrong.putArray("differences");
            finding.differences().forEach(differences::add);
            finding.row()
                    .ifPresent(row -> wrong.putObject("row").put("id", row.id()).put("place", row.place()));
        });
        return node.toString();
    }
}
