package dev.lockstep.spec.requirements;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.ModelLoader;
import java.nio.file.Path;
import java.util.Map;
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
}
