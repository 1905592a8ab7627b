package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo where there is no TUN, and what the verbs {@code demo} and {@code bench} say to wrong input. */
class DemoVerbTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String line) {
        return Lockstep.run(new PrintWriter(out), new PrintWriter(err), line.split(" +"));
    }

    @Test
    void everythingButTunInMemory() throws Exception {
        Path artefacts = folder.resolve("demo");
        assertThat(run("demo --memory --size 100KB --out " + artefacts))
                .as(out + "\n" + err)
                .isZero();

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("exactly one row matches, proved")
                .contains("Java classes")
                .contains("distinct states as pinned")
                .contains("not on TUN: as asked")
                .contains("SHA-256 of all 4 copies")
                .contains("LISTEN", "listen-syn")
                .contains("rows fired")
                .contains("demo: everything as it should be");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(artefacts.resolve("report.json")).content().contains("\"ok\" : true");
        assertThat(artefacts).isDirectoryContaining("glob:**/impaired.pcapng");
        assertThat(artefacts).isDirectoryContaining("glob:**/clean-fetch.svg");
        assertThat(artefacts.resolve("generated/java")).isDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "demo --memory --size 0,                       not between 1 byte and 1 GB",
        "demo --memory --size 2GB,                     not between 1 byte and 1 GB",
        "demo --memory --size much,                    not a size",
        "demo --memory --seed x,                       'x' is not a long",
        "demo --memory --out /dev/null/artefacts,      /dev/null is not a folder",
        "demo --memory --tables /nowhere,              there is no such folder of tables",
        "demo --memroy,                                Unknown option: '--memroy'",
        "bench --runs 0,                               not between 1 and 100",
        "bench --runs many,                            'many' is not an int",
        "bench --seconds 0,                            not between 0.01 and 60",
        "bench --json /nowhere/at/all.json,            the folder does not exist",
        "bench --json /,                               this is a folder",
    })
    void wrongInputIsOneBlockAndExitCodeTwo(String line, String reason) {
        assertThat(run(line)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .startsWith("lockstep: error: ")
                .contains(reason)
                .contains("\n  fix: ");
        assertThat(err.toString().lines()).as("one block").hasSize(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileIsNoFolderForArtefacts() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("demo --memory --out " + file)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is not a folder");
    }
}
