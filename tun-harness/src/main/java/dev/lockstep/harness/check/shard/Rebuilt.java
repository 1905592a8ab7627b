package dev.lockstep.harness.check.shard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.harness.InputException;
import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.Coverage;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.StatesOfEnds;
import dev.lockstep.harness.check.tlc.Counts;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An outcome as its line of results tells it: figures and verdict, without the behaviour, which is in the shard's own folder. */
final class Rebuilt {

    private Rebuilt() {}

    static Outcome outcome(CheckTask task, JsonNode result, Path folder) {
        try {
            long generated = result.path("generated").asLong();
            Counts counts = result.has("runs")
                    ? Counts.ofRuns(generated, result.path("runs").asLong())
                    : new Counts(generated, result.path("distinct").asLong(), 0);
            Verdict verdict = verdict(result);
            var report = new TlcReport(
                    0,
                    false,
                    counts,
                    result.path("depth").asInt(),
                    verdict instanceof Verdict.Holds,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            return new Outcome(
                    task,
                    verdict,
                    report,
                    coverage(result),
                    Duration.ofMillis(result.path("milliseconds").asLong()),
                    Optional.empty(),
                    folder);
        } catch (IllegalArgumentException fault) {
            throw new InputException(
                    folder.toString(), "the result is damaged: " + fault.getMessage(), "check the shard once more");
        }
    }

    private static Verdict verdict(JsonNode result) {
        return switch (result.path("verdict").asText()) {
            case "holds" -> new Verdict.Holds();
            case "none-found" -> new Verdict.NoneFound();
            case "violated" ->
                new Verdict.Violated(
                        kind(result.path("kind").asText()),
                        Optional.ofNullable(result.get("property")).map(JsonNode::asText),
                        result.path("says").asText());
            default -> throw new IllegalArgumentException("no verdict");
        };
    }

    private static Verdict.Kind kind(String word) {
        return Arrays.stream(Verdict.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + word));
    }

    private static Coverage coverage(JsonNode result) {
        var pairs = new TreeMap<StatesOfEnds, Long>();
        counted(result.path("pairs")).forEach((text, count) -> {
            String[] ends = text.split(" / ", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("no pair of states: " + text);
            }
            pairs.put(new StatesOfEnds(ends[0], ends[1]), count);
        });
        return new Coverage(
                counted(result.path("rows")), counted(result.path("witnesses")), counted(result.path("claims")), pairs);
    }

    /** Those that were never reached are not there. */
    private static SortedMap<String, Long> counted(JsonNode node) {
        var counts = new TreeMap<String, Long>();
        node.properties().forEach(one -> {
            if (one.getValue().asLong() > 0) {
                counts.put(one.getKey(), one.getValue().asLong());
            }
        });
        return counts;
    }
}
