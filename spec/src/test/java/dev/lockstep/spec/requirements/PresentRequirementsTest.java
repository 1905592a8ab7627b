package dev.lockstep.spec.requirements;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PresentRequirementsTest {

    private static final Specification TABLES =
            SpecificationLoader.load(Path.of("tables")).orThrow();
    private static final LoadedRequirements LOADED = RequirementLoader.load(
            Path.of("requirements"),
            TABLES,
            ModelLoader.load(Path.of("models"), TABLES).orThrow(),
            SourceTree.of(Path.of("..")));

    @Test
    void nameOnlyWhatExists() {
        assertThat(LOADED.diagnostics()).isEmpty();
    }

    @Test
    void areAllThatAppendixBNumbersAndTheElevenThatItDoesNot() {
        Map<String, Long> numbered = LOADED.lists().getFirst().requirements().stream()
                .collect(groupingBy(requirement -> requirement.id().split("-")[0], counting()));
        assertThat(numbered).isEqualTo(Map.of("MUST", 69L, "SHLD", 31L, "MAY", 18L, "REC", 1L, "U", 11L));
    }

    @Test
    void everyTrapThatANoteNamesIsExplained() throws IOException {
        String explained = Files.readString(Path.of("requirements/README.md"));
        List<String> named = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("tables"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Pattern.compile("trap (\\d+)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> named.add(found.group(1)));
            }
        }
        assertThat(named).isNotEmpty().allMatch(number -> explained.contains("\n| " + number + " |"));
    }

    @Test
    void theTrapsNameWhatStandsInTheTables() throws IOException {
        Set<String> names = TABLES.protocols().stream()
                .flatMap(protocol -> new Citations(protocol).names().stream())
                .collect(Collectors.toSet());
        List<String> traps = Files.readAllLines(Path.of("requirements/README.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        assertThat(traps).hasSize(25);
        assertThat(traps.stream()
                        .flatMap(line ->
                                Pattern.compile("`([^`]+)`").matcher(line).results())
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(names::contains);
    }
}
