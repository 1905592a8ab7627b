package dev.lockstep.harness.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.harness.check.tlc.Verdict;
import java.util.List;

/** What came of all models, for programs. */
public final class ResultsJson {

    private ResultsJson() {}

    public static ObjectNode write(List<Outcome> outcomes, CheckedPairs pairs) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", "lockstep-check/1");
        root.put(
                "passed",
                outcomes.stream().allMatch(Outcome::passed) && pairs.faults().isEmpty());
        ArrayNode models = root.putArray("models");
        outcomes.forEach(outcome -> models.add(write(outcome)));
        ArrayNode reached = root.putArray("pairs");
        pairs.matrices().forEach(matrix -> matrix.pairs().forEach(pair -> reached.add(write(pair, matrix))));
        ArrayNode faults = root.putArray("pairFaults");
        pairs.faults().forEach(faults::add);
        return root;
    }

    /** Two states, whichever end is in which, and the models that reach them. */
    private static ObjectNode write(StatesOfEnds pair, PairMatrix matrix) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("ends").add(pair.a()).add(pair.b());
        ArrayNode models = node.putArray("models");
        matrix.modelsEitherWay(pair).forEach(models::add);
        return node;
    }

    /** One model. */
    public static ObjectNode write(Outcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("model", outcome.task().name())
                .put("passed", outcome.passed())
                .put("verdict", verdict(outcome.verdict()));
        if (outcome.verdict() instanceof Verdict.Violated violated) {
            node.put("kind", violated.kind().word());
            violated.property().ifPresent(property -> node.put("property", property));
            node.put("says", violated.says());
        }
        ArrayNode faults = node.putArray("faults");
        outcome.faults().forEach(faults::add);
        if (outcome.isSimulated()) {
            node.put("runs", outcome.report().counts().runs().getAsLong());
        } else {
            node.put("distinct", outcome.report().counts().distinct());
            outcome.task().pinned().ifPresent(pinned -> node.put("pinned", pinned));
        }
        node.put("generated", outcome.report().counts().generated());
        node.put("depth", outcome.report().depth());
        node.put("milliseconds", outcome.took().toMillis());
        ObjectNode rows = node.putObject("rows");
        outcome.task()
                .rows()
                .forEach(row -> rows.put(row, outcome.coverage().rows().getOrDefault(row, 0L)));
        ObjectNode witnesses = node.putObject("witnesses");
        outcome.task()
                .witnesses()
                .forEach(name ->
                        witnesses.put(name, outcome.coverage().witnesses().getOrDefault(name, 0L)));
        ObjectNode claims = node.putObject("claims");
        outcome.coverage().claims().forEach(claims::put);
        ObjectNode pairs = node.putObject("pairs");
        outcome.coverage().pairs().forEach((pair, states) -> pairs.put(pair.toString(), states));
        outcome.counterexample()
                .ifPresent(any -> node.put(
                        "counterexample",
                        outcome.folder().resolve("counterexample.json").toString()));
        return node;
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds holds -> "holds";
            case Verdict.Violated violated -> "violated";
            case Verdict.NoneFound noneFound -> "none-found";
            case Verdict.NotFinished notFinished -> "not-finished";
            case Verdict.Broken broken -> "broken";
        };
    }
}
