package dev.lockstep.harness.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.coverage.TestRows;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.mutation.Mutant;
import dev.lockstep.spec.mutation.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack's tests, asked about changed tables in a JVM of their own. */
class JavaTestsTest {

    private static final Path HOME =
            Path.of(System.getProperty("lockstep.home", "..")).toAbsolutePath().normalize();
    private static final Path TABLES = HOME.resolve("spec/tables");

    @TempDir
    private Path work;

    private JavaTests tests() throws IOException {
        Path module = HOME.resolve("reference-impl");
        String classPath = module.resolve("target/test-classes") + ":" + module.resolve("target/classes") + ":"
                + Files.readString(module.resolve("target/test.classpath")).strip();
        var rows = new TestRows(Map.of("fin-wait-2-fin", new TreeSet<>(Set.of("TeardownTest"))), 1, 0);
        return new JavaTests(classPath, rows, module, work, Duration.ofSeconds(120));
    }

    @Test
    void nothing_is_noticed_in_the_tables_themselves() throws IOException {
        tests().refuseFailing(specification(TABLES));
    }

    @Test
    void a_user_who_is_told_nothing_is_noticed_by_a_test_that_fires_it() throws IOException {
        Mutant mutant = Mutants.of(TABLES, specification(TABLES), Set.of("tcp")).stream()
                .filter(one -> one.id().startsWith("fin-wait-2-fin:effect")
                        && one.change().contains("peer-closed"))
                .findFirst()
                .orElseThrow();
        assertThat(tests().look(mutant, specification(changed(mutant)))).hasValueSatisfying(found -> {
            assertThat(found.fate()).isEqualTo(Fate.TEST);
            assertThat(found.by()).startsWith("TeardownTest.");
        });
    }

    @Test
    void a_mutant_whose_rows_no_test_fires_is_not_asked_about() throws IOException {
        Mutant mutant = Mutants.of(TABLES, specification(TABLES), Set.of("tcp")).stream()
                .filter(one -> one.id().startsWith("listen-syn:effect"))
                .findFirst()
                .orElseThrow();
        assertThat(tests().look(mutant, specification(TABLES))).isEmpty();
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void without_tests_that_ran_with_these_tables_it_says_how_to_get_them() {
        assertThatThrownBy(() -> JavaTests.of(HOME, "other tables", work, Duration.ofSeconds(1)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("have not run with these tables");
    }

    private Path changed(Mutant mutant) throws IOException {
        Path copy = work.resolve("tables");
        try (var all = Files.walk(TABLES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(TABLES.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.writeString(copy.resolve(TABLES.relativize(Path.of(mutant.file()))), mutant.text());
        return copy;
    }

    private static Specification specification(Path tables) {
        return SpecificationLoader.load(tables).specification().orElseThrow();
    }
}
