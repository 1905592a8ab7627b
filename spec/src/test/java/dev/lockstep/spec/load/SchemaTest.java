package dev.lockstep.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code tables.schema.json} tells editors of the shape of tables what the loader tells authors, no more and no less. */
class SchemaTest {

    private static final Path INVALID = Path.of("src/test/resources/invalid");

    /** Those whose faults are of shape; those of L311 are of names, which the schema knows too. */
    private static final List<String> OF_SHAPE =
            List.of("L109", "L110", "L111", "L112-nothing-after-colon", "L113", "L311-malformed-name");

    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("tables.schema.json")));
        } catch (IOException fault) {
            throw new ExceptionInInitializerError(fault);
        }
    }

    static List<Path> present() throws IOException {
        return yamlBelow(Path.of("tables"));
    }

    static List<Path> invalid() throws IOException {
        try (Stream<Path> folders = Files.list(INVALID)) {
            return folders.sorted().toList();
        }
    }

    private static List<Path> yamlBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".yaml") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("present")
    void takesThePresentTables(Path file) {
        assertThat(faults(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void rejectsWhatHasTheWrongShapeAndNothingElse(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        for (Path file : yamlBelow(folder)) {
            faults.addAll(faults(file));
        }
        String name = folder.getFileName().toString();
        assertThat(!faults.isEmpty())
                .as("%s: %s", name, faults)
                .isEqualTo(OF_SHAPE.stream().anyMatch(name::startsWith));
    }

    private static List<String> faults(Path file) {
        var faults = new ArrayList<String>();
        for (Node document :
                YamlReader.read(file, file.toString(), new Diagnostics()).orElse(List.of())) {
            SCHEMA.validate(json(document)).forEach(fault -> faults.add(fault.getMessage()));
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
