package dev.lockstep.spec.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code invalid-models} holds a model with one kind of fault, called after its code, and in
 * {@code expected.txt} all that is said of it; {@code -Dgolden.update=true} writes that anew.
 */
class InvalidModelsTest {

    private static final Path ALL = Path.of("src/test/resources/invalid-models");
    private static final Specification TABLES =
            SpecificationLoader.load(Path.of("tables")).orThrow();

    static List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(ALL)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Where something stands in the tables changes with each edit of them, and is no matter of models. */
    @ParameterizedTest
    @MethodSource("folders")
    void saysWhatIsExpected(String name) throws IOException {
        Path folder = ALL.resolve(name);
        LoadedModels loaded = ModelLoader.load(folder, TABLES);
        String actual = loaded.diagnostics().stream()
                .map(diagnostic -> diagnostic + "\n")
                .collect(Collectors.joining())
                .replace(folder.toString().replace('\\', '/') + "/", "")
                .replaceAll("(tables/tcp/vocabulary[.]yaml):[0-9]+", "$1:LINE");
        Path golden = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
        assertThat(loaded.diagnostics())
                .extracting(Diagnostic::code)
                .contains(Code.byId(name.substring(0, 4)).orElseThrow());
        assertThat(loaded.models()).isEmpty();
    }

    /** What the readers of models say of names, types and shapes, and all that is said of models alone. */
    @Test
    void everyCodeOfModelsIsShown() throws IOException {
        List<String> shown =
                folders().stream().map(name -> name.substring(0, 4)).toList();
        assertThat(shown)
                .contains(
                        "L109", "L110", "L111", "L112", "L113", "L121", "L301", "L303", "L304", "L305", "L310", "L311",
                        "L314")
                .contains("L401", "L404", "L405")
                .containsAll(Stream.of(Code.values())
                        .map(Code::id)
                        .filter(id -> id.startsWith("L7"))
                        .toList());
    }

    @Test
    void aFolderThatDoesNotExistIsReported() {
        LoadedModels loaded = ModelLoader.load(Path.of("nowhere"), TABLES);
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.FOLDER_MISSING);
    }
}
