package dev.lockstep.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.yaml.Schema;
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

    private static final Schema SCHEMA = Schema.of("tables.schema.json");

    static List<Path> present() throws IOException {
        return Schema.yamlBelow(Path.of("tables"));
    }

    static List<Path> invalid() throws IOException {
        try (Stream<Path> folders = Files.list(INVALID)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("present")
    void takesThePresentTables(Path file) {
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
