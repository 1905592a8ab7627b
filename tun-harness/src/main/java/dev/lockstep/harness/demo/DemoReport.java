package dev.lockstep.harness.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.run.Machine;
import dev.lockstep.harness.run.RowCoverage;
import dev.lockstep.harness.target.Transfer;
import dev.lockstep.properties.link.LinkCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a demo found out, put together as it goes along: {@code report.json}. */
public final class DemoReport {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private boolean good = true;

    DemoReport() {
        json.put("ok", true);
        Machine machine = Machine.here();
        json.putObject("machine")
                .put("system", machine.system())
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("java", machine.java());
    }

    void checked(List<Outcome> outcomes) {
        ArrayNode models = json.putArray("models");
        for (Outcome outcome : outcomes) {
            models.addObject()
                    .put("name", outcome.task().name())
                    .put("distinct", outcome.report().counts().distinct())
                    .put("generated", outcome.report().counts().generated())
                    .put("verdict", outcome.word())
                    .put("seconds", outcome.took().toMillis() / 1e3);
        }
    }

    void venue(String description) {
        json.put("venue", description);
    }

    void ran(List<Run> runs) {
        ArrayNode all = json.putArray("runs");
        for (Run run : runs) {
            ObjectNode node = all.addObject()
                    .put("name", run.conditions().name())
                    .put("title", run.conditions().title());
            ArrayNode settings = node.putArray("settings");
            run.conditions().settings().forEach(settings::add);
            ArrayNode legs = node.putArray("legs");
            run.legs().forEach(leg -> legs.add(json(leg)));
            node.set("linkToStack", json(run.report().toStack()));
            node.set("linkToPeer", json(run.report().toPeer()));
            ObjectNode drops = node.putObject("dropped");
            run.report().drops().counts().forEach(drops::put);
        }
    }

    private static ObjectNode json(Leg leg) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("way", leg.way())
                .put("seconds", leg.nanos() / 1e9)
                .put("segments", leg.segments())
                .put("sentAgain", leg.sentAgain());
        return switch (leg.transfer()) {
            case Transfer.Done(var content, var took) ->
                node.put("bytes", content.bytes())
                        .put("sha256", content.sha256())
                        .put("megabytesPerSecond", leg.megabytesPerSecond());
            case Transfer.Failed(var reason, var took) -> node.put("failed", reason);
        };
    }

    private static ObjectNode json(LinkCounts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("offered", counts.offered())
                .put("delivered", counts.delivered())
                .put("lost", counts.lost())
                .put("reordered", counts.reordered());
    }

    void covered(RowCoverage inTlc, RowCoverage inRuns, RowCoverage both) {
        ObjectNode coverage = json.putObject("coverage")
                .put("rows", both.rows())
                .put("inTlc", inTlc.fired().size())
                .put("inRuns", inRuns.fired().size())
                .put("together", both.fired().size());
        ArrayNode never = coverage.putArray("never");
        both.never().forEach(never::add);
    }

    void failed(DemoFailed failure) {
        good = false;
        json.put("ok", false).put("failed", failure.getMessage());
        ArrayNode details = json.putArray("details");
        failure.details().forEach(details::add);
    }

    boolean isGood() {
        return good;
    }

    void write(Path file, long nanos) throws IOException {
        json.put("seconds", nanos / 1e9);
        Files.writeString(file, this + "\n");
    }

    @Override
    public String toString() {
        return json.toPrettyString();
    }
}
