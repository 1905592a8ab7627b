package dev.lockstep.harness.check.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first line of the results of a shard: what they are results of.
 *
 * @param models all that are checked, by this shard and the others, in their order; for each a digest of all that TLC reads
 * @param options that the results depend on besides
 * @param all these are all models of their tier, so that the pairs of states are complete
 * @param index from 1 to {@code of}
 */
public record ShardHeader(Map<String, String> models, String options, boolean all, int index, int of) {

    static final String SCHEMA = "lockstep-check-shard/1";

    private static final int MOST = 1_000_000;

    public ShardHeader {
        models = new LinkedHashMap<>(models);
    }

    /** Which shard has the model at this place: {@code harness.mutate.Shard.of} deals them out like cards. */
    int owner(int place) {
        return place % of + 1;
    }

    /** Whether both are parts of one whole. */
    boolean fits(ShardHeader other) {
        return models.equals(other.models)
                && models.keySet().stream()
                        .toList()
                        .equals(other.models.keySet().stream().toList())
                && options.equals(other.options)
                && all == other.all
                && of == other.of;
    }

    String line() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        node.put("shard", index + "/" + of).put("options", options).put("all", all);
        ObjectNode each = node.putObject("models");
        models.forEach(each::put);
        return node.toString();
    }

    /** @throws IllegalArgumentException if it is no such line */
    static ShardHeader read(JsonNode node) {
        if (!node.path("schema").asText().equals(SCHEMA)) {
            throw new IllegalArgumentException("it does not begin with " + SCHEMA);
        }
        String[] shard = node.path("shard").asText().split("/", -1);
        if (shard.length != 2 || !shard[0].matches("\\d{1,6}") || !shard[1].matches("\\d{1,6}")) {
            throw new IllegalArgumentException("its shard is no I/N");
        }
        int index = Integer.parseInt(shard[0]);
        int of = Integer.parseInt(shard[1]);
        if (index < 1 || index > of || of > MOST) {
            throw new IllegalArgumentException("its shard is no I/N");
        }
        var models = new LinkedHashMap<String, String>();
        node.path("models")
                .properties()
                .forEach(model -> models.put(model.getKey(), model.getValue().asText()));
        if (models.isEmpty()) {
            throw new IllegalArgumentException("it names no models");
        }
        return new ShardHeader(
                models, node.path("options").asText(), node.path("all").asBoolean(), index, of);
    }
}
