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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        return tests(Duration.ofSeconds(120));
    }

    private JavaTests tests(Duration limit) throws IOException {
        var rows = new TestRows(Map.of("fin-wait-2-fin", new TreeSet<>(Set.of("TeardownTest"))), 1, 0);
        return new JavaTests(JavaTests.Module.STACK, HOME, rows, specification(TABLES), work, limit);
    }

    @Test
    void nothing_is_noticed_in_the_tables_themselves() throws IOException {
        try (JavaTests tests = tests()) {
            tests.refuseFailing(specification(TABLES));
        }
    }

    @Test
    void a_user_who_is_told_nothing_is_noticed_by_a_test_that_fires_it() throws IOException {
        Mutant mutant = peerClosedUntold();
        try (JavaTests tests = tests()) {
            assertThat(tests.look(mutant, specification(changed(mutant)))).hasValueSatisfying(found -> {
                assertThat(found.fate()).isEqualTo(Fate.TEST);
                assertThat(found.by()).startsWith("TeardownTest.");
            });
            assertThat(compiled()).containsExactly("SegmentArrivesFin.class");
            // The next question is about the next mutant alone.
            tests.refuseFailing(specification(TABLES));
            assertThat(compiled()).isEmpty();
        }
    }

    /** Nothing but what differs is compiled. */
    private List<String> compiled() throws IOException {
        try (Stream<Path> all = Files.walk(work.resolve("classes"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void tests_that_go_round_for_ever_are_ended() throws IOException {
        try (JavaTests tests = tests(Duration.ofMillis(1))) {
            assertThat(tests.look(peerClosedUntold(), specification(TABLES))).hasValueSatisfying(found -> {
                assertThat(found.fate()).isEqualTo(Fate.TEST);
                assertThat(found.by()).isEqualTo("the stack's tests do not end");
            });
        }
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
        assertThatThrownBy(() -> JavaTests.of(
                        JavaTests.Module.STACK,
                        HOME,
                        "other tables",
                        specification(TABLES),
                        work,
                        Duration.ofSeconds(1)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("have not run with these tables");
    }

    private static Mutant peerClosedUntold() throws IOException {
        return Mutants.of(TABLES, specification(TABLES), Set.of("tcp")).stream()
                .filter(one -> one.id().startsWith("fin-wait-2-fin:effect")
                        && one.change().contains("peer-closed"))
                .findFirst()
                .orElseThrow();
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
