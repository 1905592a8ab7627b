package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** What came of doing a counterexample in Java, for people and for programs. */
public final class CounterexampleResults {

    private CounterexampleResults() {}

    /** Lines for a terminal. */
    public static String text(Path file, CounterexampleReplay.Result result) {
        var text = new StringBuilder();
        result.finding().ifPresent(finding -> {
            text.append(file)
                    .append(": error " + Deviation.OF_JAVA.code() + ": step ")
                    .append(finding.number())
                    .append(", ")
                    .append(finding.action())
                    .append(": code and model disagree\n  ")
                    .append(finding.step().cause())
                    .append('\n');
            finding.step()
                    .differences()
                    .forEach(difference -> text.append("  ").append(difference).append('\n'));
            text.append("  rows in Java: ")
                    .append(String.join(", ", finding.step().rows()))
                    .append('\n');
        });
        return text
                + "replay: model %s, %d step%s %s, %d rows fired"
                        .formatted(
                                result.model(),
                                result.steps(),
                                result.steps() == 1 ? "" : "s",
                                result.finding().isPresent()
                                        ? "until code and model disagree"
                                        : "in which code and model agree",
                                result.rows().size());
    }

    /** One object. */
    public static String json(Path file, CounterexampleReplay.Result result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", file.toString())
                .put("kind", "counterexample")
                .put("agrees", result.finding().isEmpty())
                .put("model", result.model())
                .put("steps", result.steps());
        ArrayNode rows = node.putArray("rows");
        result.rows().stream().sorted().forEach(rows::add);
        result.finding().ifPresent(finding -> {
            ObjectNode wrong = node.putObject("finding")
                    .put("code", Deviation.OF_JAVA.code())
                    .put("step", finding.number())
                    .put("action", finding.action())
                    .put("cause", finding.step().cause());
            ArrayNode differences = wrong.putArray("differences");
            finding.step().differences().forEach(differences::add);
        });
        return node.toString();
    }
}
