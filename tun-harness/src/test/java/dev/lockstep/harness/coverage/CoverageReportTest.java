package dev.lockstep.harness.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageReportTest {

    private static final Specification TABLES = SpecificationLoader.load(
                    Path.of(System.getProperty("lockstep.home", ".."), "spec/tables"))
            .orThrow();

    /** A checkout with one module, whose one test class has one test. */
    @TempDir
    private Path home;

    @BeforeEach
    void checkout() throws IOException {
        Path sources = Files.createDirectories(home.resolve("module/src/test/java"));
        Files.writeString(sources.resolve("CloseTest.java"), """
                class CloseTest {
                    @Test
                    void a_close() {}
                }
                """);
        Files.createDirectories(home.resolve("module/target/rows"));
    }

    private void note(String... lines) throws IOException {
        Files.write(home.resolve("module/target/rows/CloseTest.txt"), List.of(lines));
    }

    private TestRows tests() throws IOException {
        return TestRows.read(home, "d1");
    }

    /** Each row once in the model {@code open}, but for those marked unreachable. */
    private static Map<String, Long> allReachable() {
        var counts = new TreeMap<String, Long>();
        TABLES.protocols().stream()
                .flatMap(protocol -> protocol.procedures().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .filter(row -> row.unreachable().isEmpty())
                .map(Row::id)
                .forEach(id -> counts.put(id, 1L));
        return counts;
    }

    private static String unreachable() {
        return TABLES.protocols().stream()
                .flatMap(protocol -> protocol.procedures().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .filter(row -> row.unreachable().isPresent())
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aRowThatIsUnreachableAndSaysWhyIsNotMissed() throws IOException {
        CoverageReport report = CoverageReport.of(TABLES, Map.of("open", allReachable()), tests());
        assertThat(report.isComplete()).isTrue();
        assertThat(report.text()).contains("unreachable: ", " 0 by nobody\n");
    }

    @Test
    void aRowThatNobodyFiresIsNamed() throws IOException {
        Map<String, Long> counts = allReachable();
        counts.remove("close-last");
        CoverageReport report = CoverageReport.of(TABLES, Map.of("open", counts), tests());
        assertThat(report.isComplete()).isFalse();
        assertThat(report.text()).contains("  close-last                    nobody\n", "nobody fires close-last\n");
    }

    @Test
    void aTestIsAsGoodAsAModel() throws IOException {
        note("tables d1", "CloseTest.a_close close-last", "CloseTest.a_close open-active");
        Map<String, Long> counts = allReachable();
        counts.remove("close-last");
        CoverageReport report = CoverageReport.of(TABLES, Map.of("open", counts), tests());
        assertThat(report.isComplete()).isTrue();
        assertThat(report.text()).contains("  close-last                    1 test\n");
    }

    @Test
    void testsThatAreGoneOrRanWithOtherTablesDoNotCount() throws IOException {
        note("tables d1", "CloseTest.renamed_since close-last");
        assertThat(tests().of("close-last")).isEmpty();
        note("tables d0", "CloseTest.a_close close-last");
        assertThat(tests().of("close-last")).isEmpty();
        assertThat(CoverageReport.of(TABLES, Map.of("open", allReachable()), tests())
                        .summary())
                .contains("no test has noted rows of these tables. Run ./lockstep test first");
    }

    @Test
    void aModelThatFiresWhatIsMarkedUnreachableContradictsTheTable() throws IOException {
        Map<String, Long> counts = allReachable();
        counts.put(unreachable(), 7L);
        CoverageReport report = CoverageReport.of(TABLES, Map.of("open", counts), tests());
        assertThat(report.isComplete()).isFalse();
        assertThat(report.summary()).contains(unreachable() + " is marked unreachable, and fires in open\n");
    }

    @Test
    void oneRowNamesItsModelsAndTests() throws IOException {
        note("tables d1", "CloseTest.a_close close-last");
        CoverageReport report =
                CoverageReport.of(TABLES, Map.of("close", Map.of("close-last", 1234L), "open", Map.of()), tests());
        FiredBy row = report.rows().stream()
                .filter(one -> one.row().equals("close-last"))
                .findFirst()
                .orElseThrow();
        assertThat(CoverageReport.detail(row)).isEqualTo("""
                        row close-last of tcp close
                          model  close: 1,234 times
                          test   CloseTest.a_close
                        """);
    }

    @Test
    void noLineIsWiderThanATerminal() throws IOException {
        var counts = new TreeMap<String, Map<String, Long>>();
        for (String model : List.of("close", "delay", "early", "forge", "idle", "open", "transfer", "window")) {
            counts.put(model, allReachable());
        }
        counts.put("another", Map.of());
        assertThat(CoverageReport.of(TABLES, counts, tests()).text().lines())
                .allMatch(line -> line.length() <= 80)
                .contains("  close-last                    close, delay, early, forge, idle, open,");
    }
}
