package dev.lockstep.spec.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeTest {

    private static final SourceTree SOURCES = SourceTree.of(Path.of(".."));

    @Test
    void findsTests() {
        assertThat(SOURCES.tests("SourceTreeTest"))
                .containsExactly("findsTests", "findsTestsWithArguments", "knowsClassesOfAllModules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"helper", "SOURCES"})
    void findsTestsWithArguments(String other) {
        assertThat(SOURCES.tests("SourceTreeTest")).doesNotContain(other);
        assertThat(helper()).isEmpty();
    }

    @Test
    void knowsClassesOfAllModules() {
        assertThat(SOURCES.classes()).contains("SourceTree", "TcpHeader", "JavaGenerator", "TunDevice");
        assertThat(SOURCES.testClasses()).contains("SourceTreeTest").doesNotContain("TcpHeader");
    }

    private String helper() {
        return SOURCES.tests("NoSuchTest").stream().findAny().orElse("");
    }
}
