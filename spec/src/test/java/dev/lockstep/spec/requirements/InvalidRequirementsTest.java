package dev.lockstep.spec.requirements;

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
 * Each folder of {@code invalid-requirements} holds small tables and a list with one kind of fault, called after its code, and
 * in {@code expected.txt} all that is said of it; {@code -Dgolden.update=true} writes that anew.
 */
class InvalidRequirementsTest {

    private static final Path ALL = Path.of("src/test/resources/invalid-requirements");
    private static final SourceTree SOURCES = SourceTree.of(Path.of(".."));

    static List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(ALL)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void saysWhatIsExpected(String name) throws IOException {
        Path folder = ALL.resolve(name);
        Specification tables =
                SpecificationLoader.load(folder.resolve("tables")).orThrow();
        LoadedRequirements loaded = RequirementLoader.load(folder.resolve("list"), tables, List.of(), SOURCES);
        String actual = loaded.diagnostics().stream()
                .map(diagnostic -> diagnostic + "\n")
                .collect(Collectors.joining())
                .replace(folder.toString().replace('\\', '/') + "/", "");
        Path golden = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
        assertThat(loaded.diagnostics())
                .extracting(Diagnostic::code)
                .containsOnly(Code.byId(name.substring(0, 4)).orElseThrow());
    }

    @Test
    void everyCodeOfRequirementsIsShown() throws IOException {
        List<String> shown =
                folders().stream().map(name -> name.substring(0, 4)).toList();
        assertThat(Stream.of(Code.values()).map(Code::id).filter(id -> id.startsWith("L8")))
                .allMatch(shown::contains);
    }
}
