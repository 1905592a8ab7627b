package dev.lockstep.harness.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The first line of a file of results: what they are results of.
 *
 * @param digest of tables, models and the modules written by hand
 * @param selection the options that choose mutants, and the seed
 * @param mutants how many were chosen, over all shards
 * @param ids a digest of their ids, in order
 */
record Header(String digest, String selection, int mutants, String ids, Shard shard) {

    private static final String SCHEMA = "lockstep-mutate/1";

    String line() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", SCHEMA)
                .put("digest", digest)
                .put("selection", selection)
                .put("mutants", mutants)
                .put("ids", ids)
                .put("shard", shard.toString());
        return node.toString();
    }

    /** @throws IllegalArgumentException if it is no such line */
    static Header read(JsonNode node) {
        if (!node.path("schema").asText().equals(SCHEMA)) {
            throw new IllegalArgumentException("it does not begin with " + SCHEMA);
        }
        return new Header(
                node.path("digest").asText(),
                node.path("selection").asText(),
                node.path("mutants").asInt(),
                node.path("ids").asText(),
                Shard.parse(node.path("shard").asText()));
    }

    /** Whether both are parts of one whole. */
    boolean fits(Header other) {
        return digest.equals(other.digest)
                && selection.equals(other.selection)
                && mutants == other.mutants
                && ids.equals(other.ids)
                && shard.of() == other.shard.of();
    }
}
