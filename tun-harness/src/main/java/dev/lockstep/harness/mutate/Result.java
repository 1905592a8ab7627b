package dev.lockstep.harness.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.spec.mutation.Kind;
import dev.lockstep.spec.mutation.Mutant;
import java.util.Locale;

/**
 * What came of one mutant: a line of the file of results.
 *
 * @param place {@code spec/tables/tcp/close.yaml:19:9}
 * @param by see {@link Judgement}
 * @param milliseconds it took
 */
public record Result(
        String id, Kind kind, String procedure, String place, String change, Fate fate, String by, long milliseconds) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Result of(Mutant mutant, Judgement judgement, long milliseconds) {
        return new Result(
                mutant.id(),
                mutant.kind(),
                mutant.procedure(),
                mutant.place().toString(),
                mutant.change(),
                judgement.fate(),
                judgement.by(),
                milliseconds);
    }

    String line() {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id)
                .put("kind", kind.word())
                .put("procedure", procedure)
                .put("place", place)
                .put("change", change)
                .put("fate", fate.word())
                .put("by", by)
                .put("milliseconds", milliseconds);
        return node.toString();
    }

    /** @throws IllegalArgumentException if it is no such line */
    static Result read(JsonNode node) {
        return new Result(
                node.path("id").asText(),
                Kind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
                node.path("procedure").asText(),
                node.path("place").asText(),
                node.path("change").asText(),
                Fate.of(node.path("fate").asText()),
                node.path("by").asText(),
                node.path("milliseconds").asLong());
    }
}
