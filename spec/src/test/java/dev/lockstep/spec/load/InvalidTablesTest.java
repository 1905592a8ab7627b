package dev.lockstep.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code invalid} holds tables with one kind of fault, called after its code, and in {@code expected.txt} all that
 * is said of them. After a change of messages: {@code mvn -pl spec test -Dtest=InvalidTablesTest -Dgolden.update=true}, and
 * read the difference.
 */
class InvalidTablesTest {

    private static final Path ALL = Path.of("src/test/resources/invalid");

    /** Shown in the same way by {@code ProofFixturesTest}. */
    private static final Set<String> FOUND_BY_PROOF =
            Set.of("L203", "L204", "L205", "L206", "L207", "L208", "L209", "L210");

    /** Shown by {@link HostileFilesTest}: a file too large to keep. */
    private static final Set<Code> MADE_ELSEWHERE = Set.of(
            Code.FILE_TOO_LARGE,
            // Faults of models, see InvalidModelsTest.
            Code.MODEL_ENDPOINTS,
            Code.MODEL_MODULUS,
            Code.MODEL_LEAVES_OUT,
            Code.MODEL_TIME,
            Code.MODEL_WITHOUT_FAULTS,
            Code.MODEL_STEP,
            // Faults of lists of requirements, see InvalidRequirementsTest.
            Code.REQUIREMENT_UNANSWERED,
            Code.NO_SUCH_TEST,
            Code.CITATION_NOT_LISTED);

    static List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(ALL)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !FOUND_BY_PROOF.contains(name.substring(0, 4)))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void saysWhatIsExpected(String name) throws IOException {
        Path folder = ALL.resolve(name);
        Code code = Code.byId(name.substring(0, name.indexOf('-'))).orElseThrow();
        List<Diagnostic> found = lint(folder);
        String text = found.stream().map(diagnostic -> diagnostic + "\n").collect(Collectors.joining());
        String actual = text.replace(folder.toString().replace('\\', '/') + "/", "");
        Path golden = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(found).extracting(Diagnostic::code).contains(code);
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    /** A fixture that shows several faults is one that shows that none hides the other; but all are of its kind. */
    @ParameterizedTest
    @MethodSource("folders")
    void showsNoOtherKindOfFault(String name) throws IOException {
        assertThat(Files.readString(ALL.resolve(name).resolve("expected.txt")).lines())
                .filteredOn(line -> line.contains(": error L") || line.contains(": warning L"))
                .isNotEmpty()
                .allMatch(line -> line.contains(" " + name.substring(0, 4) + ": "));
    }

    private List<Diagnostic> lint(Path folder) throws IOException {
        boolean hasProtocol;
        try (Stream<Path> inside = Files.list(folder)) {
            hasProtocol = inside.anyMatch(Files::isDirectory);
        }
        return SpecificationLoader.load(hasProtocol ? folder : folder.resolve("tables"))
                .diagnostics();
    }

    @Test
    void everyCodeIsShown() throws IOException {
        var missing = new TreeSet<>(List.of(Code.values()));
        missing.removeAll(MADE_ELSEWHERE);
        try (Stream<Path> all = Files.list(ALL)) {
            all.forEach(path ->
                    missing.removeIf(code -> path.getFileName().toString().startsWith(code.id() + "-")));
        }
        assertThat(missing).isEmpty();
    }
}
