package dev.lockstep.spec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.SpecificationLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder {@code invalid/L203-...} of tables has the fault in its name, and what the proof says of it in expected.txt. */
class ProofFixturesTest {

    private static final Path INVALID = Path.of("src/test/resources/invalid");

    /** The codes that need Z3. */
    private static final List<String> CODES = List.of("L203", "L204", "L205", "L206", "L207", "L208", "L209", "L210");

    /** A tenth of what the one fixture that is too hard would take, plenty for all others. */
    private static final Limit LIMIT = new Limit(400_000);

    @TempDir
    private Path cache;

    static Stream<String> fixtures() throws IOException {
        try (var folders = Files.list(INVALID)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> CODES.contains(name.substring(0, name.indexOf('-'))))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatIsWrong(String fixture) throws IOException {
        Path folder = INVALID.resolve(fixture);
        var tables = SpecificationLoader.load(folder).orThrow();
        ProofReport report = Prover.prove(tables, cache, LIMIT, Prover.Progress.NONE);
        String said = report.diagnostics().stream()
                .map(Diagnostic::toString)
                .map(text -> text.replace(folder + "/", ""))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(said).isEqualTo(Files.readString(folder.resolve("expected.txt")));
        assertThat(report.diagnostics())
                .allMatch(diagnostic -> fixture.startsWith(diagnostic.code().id()));
    }
}
