package dev.lockstep.harness.check.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.harness.InputException;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.ResultsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a shard on disk: a line for each model behind a line that says what they are results of. A shard that was broken
 * off goes on behind the models that are done.
 */
public final class ShardFile {

    public static final String NAME = "checked.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, JsonNode> done;

    private ShardFile(Path file, Map<String, JsonNode> done) {
        this.file = file;
        this.done = done;
    }

    /** What a file holds. */
    record Content(Path folder, ShardHeader header, Map<String, JsonNode> results) {}

    /**
     * Makes the file, or goes on with one of the same shard.
     *
     * @throws InputException if there are results of something else
     */
    public static ShardFile open(Path folder, ShardHeader header) throws IOException {
        Path file = folder.resolve(NAME);
        Files.createDirectories(folder);
        if (!Files.exists(file) || whole(file).isEmpty()) {
            Files.writeString(file, header.line() + "\n");
            return new ShardFile(file, Map.of());
        }
        Content content = read(folder);
        if (!content.header().fits(header) || content.header().index() != header.index()) {
            throw new InputException(
                    file.toString(),
                    "these are results of other tables, models or options, or of another shard",
                    "name another folder, --out DIR, or remove this one");
        }
        Files.writeString(file, whole(file)); // without a line that was torn
        return new ShardFile(file, content.results());
    }

    /** A model that is done already: TLC came to its end there. */
    public boolean isDone(String model) {
        return done.containsKey(model);
    }

    /** By one write, so that a reader sees whole lines. */
    public void add(Outcome outcome) throws IOException {
        byte[] line = (ResultsJson.write(outcome) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(file, line, StandardOpenOption.APPEND);
    }

    /** @throws InputException if there is no such file, or another one of that name */
    static Content read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    folder.toString(), "there is no " + NAME, "name folders that ./lockstep check --shard has filled");
        }
        List<String> lines = whole(file).lines().toList();
        int number = 0;
        try {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("it is empty");
            }
            number = 1;
            ShardHeader header = ShardHeader.read(JSON.readTree(lines.getFirst()));
            var results = new LinkedHashMap<String, JsonNode>();
            for (String line : lines.subList(1, lines.size())) {
                number++;
                JsonNode result = JSON.readTree(line);
                if (!header.models().containsKey(result.path("model").asText())) {
                    throw new IllegalArgumentException("it is about none of the shard's models");
                }
                // What was not finished is done anew.
                if (!result.path("verdict").asText().matches("not-finished|broken")) {
                    results.put(result.path("model").asText(), result);
                }
            }
            return new Content(folder, header, results);
        } catch (IOException | IllegalArgumentException fault) {
            String what = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
            throw new InputException(
                    file + ":" + Math.max(1, number),
                    "this is no file of results: " + what,
                    "name a folder that ./lockstep check --shard has filled");
        }
    }

    /** All but a last line that was torn. */
    private static String whole(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }
}
