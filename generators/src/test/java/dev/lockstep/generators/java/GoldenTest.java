package dev.lockstep.generators.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What is generated, for reviewers to read: a change of a table shows as a change of code. After one, write it anew and
 * look at the difference:
 *
 * <pre>mvn -pl generators -am test -Dtest=GoldenTest -Dgolden.update=true</pre>
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/java");

    @Test
    void theTablesOfTheProject() throws IOException {
        compare(JavaSources.of(JavaSources.CHECKOUT.resolve("spec/tables")), GOLDEN.resolve("tables"));
    }

    /** Everything that is hard to make Java of. */
    @Test
    void theToyTables() throws IOException {
        compare(JavaSources.of(JavaSources.TEST_TABLES), GOLDEN.resolve("toy"));
    }

    @Test
    void twiceTheSame() {
        Path tables = JavaSources.CHECKOUT.resolve("spec/tables");
        assertThat(JavaSources.of(tables)).isEqualTo(JavaSources.of(tables));
    }

    @Test
    void theSameWhereverTheTablesAre() {
        Path tables = JavaSources.CHECKOUT.resolve("spec/tables");
        assertThat(JavaSources.of(tables.toAbsolutePath().normalize())).isEqualTo(JavaSources.of(tables));
    }

    private static void compare(List<GeneratedFile> files, Path golden) throws IOException {
        Map<String, String> generated = new TreeMap<>();
        for (GeneratedFile file : files) {
            // Flat, and not named .java: no tool is to take them for sources.
            String name = file.path().replaceFirst("dev/lockstep/stack/(.*)/table/(.*)\\.java", "$1/$2.java.txt");
            generated.put(name, file.text());
        }
        Golden.compare(generated, golden);
    }
}
