package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedTablesTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temporary;

    /** Runs `lockstep --version` as a verb on these tables would be run. */
    private OptionalInt rerun(Path tables) throws IOException {
        return EditedTables.rerun(() -> tables, new PrintWriter(out), new PrintWriter(err), "--version");
    }

    @Test
    void theTablesOfTheBuildNeedNothing() throws IOException {
        assertThat(rerun(null)).isEmpty();
        assertThat(rerun(copy())).isEmpty();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void editedTablesAreCompiledAndTheCommandLineRunsOnThem() throws IOException {
        Path tables = copy();
        edit(
                tables.resolve("tcp/vocabulary.yaml"),
                "RTO.MIN: {type: duration, value: 1s",
                "RTO.MIN: {type: duration, value: 200ms");
        assertThat(rerun(tables)).hasValue(0);
        assertThat(out.toString()).startsWith("lockstep ");
        assertThat(err.toString()).contains("compiling them: " + tables);
    }

    @Test
    void anEffectThatTheMechanismLacksIsNamed() throws IOException {
        Path tables = copy();
        edit(
                tables.resolve("tcp/vocabulary.yaml"),
                "effects:\n",
                "effects:\n  wave: {slots: {TIMES: {type: count}}}\n");
        edit(
                tables.resolve("tcp/close.yaml"),
                "    - call transmit\n    to: LAST-ACK",
                "    - wave(3)\n    to: LAST-ACK");
        assertThatThrownBy(() -> rerun(tables))
                .isInstanceOf(Fault.class)
                .hasMessage("rebuild: these tables need another mechanism than the one that is built\n"
                        + "the mechanism must implement the effect wave(int) of tcp Effects");
    }

    @Test
    void errorsInTheTablesAreShown() throws IOException {
        Path tables = copy();
        edit(tables.resolve("tcp/close.yaml"), "to: LAST-ACK", "to: LAST-AKC");
        assertThatThrownBy(() -> rerun(tables)).isInstanceOf(Fault.class).hasMessageContaining("have errors");
        assertThat(err.toString()).contains("close.yaml:").contains("error L3").contains("LAST-ACK");
    }

    @Test
    void aFolderThatIsNotThereIsBadInput() {
        assertThatThrownBy(() -> rerun(temporary.resolve("nowhere")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no such folder of tables");
    }

    private Path copy() throws IOException {
        Path from = Checkout.locate().tables();
        Path to = temporary.resolve("tables");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
        return to;
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
