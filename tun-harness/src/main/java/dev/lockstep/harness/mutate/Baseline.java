package dev.lockstep.harness.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.harness.InputException;
import dev.lockstep.harness.check.Checker;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The models of the unchanged tables: how many states they have, and which rows fire.
 *
 * @param models the smallest first
 */
record Baseline(List<Known> models) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A model. */
    record Known(String name, long distinct, Set<String> rows) {
        Known {
            rows = Set.copyOf(rows);
        }
    }

    Baseline {
        models = List.copyOf(models);
    }

    /**
     * From the file if it is of these tables and models; otherwise TLC is asked, and the file written.
     *
     * @param digest of tables and models
     * @throws InputException if a model does not hold: then no mutant could be told from the tables
     */
    static Baseline of(List<Model> models, Checker checker, Path runtime, Path file, String digest) throws IOException {
        if (Files.exists(file)) {
            JsonNode known = JSON.readTree(file.toFile());
            if (known.path("digest").asText().equals(digest)) {
                return read(known);
            }
        }
        var found = new ArrayList<Known>();
        for (Model model : models) {
            Outcome outcome = checker.verdict(Tasks.of(model, runtime), counts -> {});
            if (!outcome.onlyCountDiffers()) {
                throw new InputException(
                        "model " + model.name(),
                        "it does not hold as the tables are: " + String.join("; ", outcome.faults()),
                        "./lockstep check " + model.name() + " shows why");
            }
            found.add(new Known(
                    model.name(),
                    outcome.report().counts().distinct(),
                    outcome.coverage().rows().keySet()));
        }
        var baseline = new Baseline(found);
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), baseline.write(digest));
        return baseline;
    }

    private ObjectNode write(String digest) {
        ObjectNode root = JSON.createObjectNode().put("digest", digest);
        ArrayNode list = root.putArray("models");
        for (Known known : models) {
            ArrayNode rows = list.addObject()
                    .put("name", known.name())
                    .put("distinct", known.distinct())
                    .putArray("rows");
            new TreeSet<>(known.rows()).forEach(rows::add);
        }
        return root;
    }

    private static Baseline read(JsonNode root) {
        var models = new ArrayList<Known>();
        for (JsonNode model : root.path("models")) {
            var rows = new TreeSet<String>();
            model.path("rows").forEach(row -> rows.add(row.asText()));
            models.add(new Known(
                    model.path("name").asText(), model.path("distinct").asLong(), rows));
        }
        return new Baseline(models);
    }
}
