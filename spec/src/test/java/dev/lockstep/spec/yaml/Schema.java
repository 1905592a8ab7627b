package dev.lockstep.spec.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.lockstep.spec.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JSON Schema for editors, asked about files as the loader reads them: every scalar is text. */
public record Schema(JsonSchema schema) {

    /** @param file in the folder {@code spec} */
    public static Schema of(String file) {
        try {
            return new Schema(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of(file))));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public static List<Path> yamlBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".yaml") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
    }

    public List<String> faults(Path file) {
        var faults = new ArrayList<String>();
        for (Node document :
                YamlReader.read(file, file.toString(), new Diagnostics()).orElse(List.of())) {
            schema.validate(json(document)).forEach(fault -> faults.add(fault.getMessage()));
        }
        return faults;
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (node) {
            case Scalar scalar -> make.textNode(scalar.text());
            case Node.Listing listing -> {
                var array = make.arrayNode();
                listing.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Node.Mapping mapping -> {
                var object = make.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
                yield object;
            }
        };
    }
}
