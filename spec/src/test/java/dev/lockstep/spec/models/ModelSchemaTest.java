package dev.lockstep.spec.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.mutation.Equivalent;
import dev.lockstep.spec.yaml.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code models.schema.json} tells editors of the shape of models what the loader tells authors, no more and no less. */
class ModelSchemaTest {

    private static final Path INVALID = Path.of("src/test/resources/invalid-models");

    /** Those whose faults are of shape, and those of names and numbers that the schema can know. */
    private static final List<String> OF_SHAPE =
            List.of("L109", "L110", "L111-missing-keys", "L112", "L113", "L311", "L701");

    private static final Schema SCHEMA = Schema.of("models.schema.json");

    static List<Path> present() throws IOException {
        return Schema.yamlBelow(Path.of("models")).stream()
                .filter(file -> !file.endsWith(Equivalent.FILE))
                .toList();
    }

    static List<Path> invalid() throws IOException {
        try (Stream<Path> folders = Files.list(INVALID)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("present")
    void takesThePresentModels(Path file) {
        assertThat(SCHEMA.faults(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void rejectsWhatHasTheWrongShapeAndNothingElse(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        for (Path file : Schema.yamlBelow(folder)) {
            faults.addAll(SCHEMA.faults(file));
        }
        String name = folder.getFileName().toString();
        assertThat(!faults.isEmpty())
                .as("%s: %s", name, faults)
                .isEqualTo(OF_SHAPE.stream().anyMatch(name::startsWith));
    }
}
