package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateVerbTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temporary;

    private int run(String... args) {
        return Lockstep.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void writesJavaAndTlaAndTouchesNothingTheSecondTime() throws IOException {
        String folder = temporary.resolve("new").toString();
        assertThat(run("generate", "--out", folder)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Java classes and ").contains("TLA+ module in ");
        Path file = Path.of(folder, "java/dev/lockstep/stack/tcp/table/Tcb.java");
        assertThat(file).content().contains("public int sndUna;");
        assertThat(Path.of(folder, "tla/Tcp.tla")).exists();

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        Files.writeString(Path.of(folder, "mine.txt"), "mine");
        assertThat(run("generate", "--out", folder)).isZero();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
        assertThat(Path.of(folder, "mine.txt")).exists();
    }

    @Test
    void doesNotWriteAmongOthersFilesUnasked() throws IOException {
        Files.writeString(temporary.resolve("mine.txt"), "mine");
        assertThat(run("generate", "--out", temporary.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("holds files that are not ours").contains("--force");
        assertThat(temporary.resolve("java")).doesNotExist();
        assertThat(run("generate", "--out", temporary.toString(), "--force")).isZero();
        assertThat(temporary.resolve("mine.txt")).exists();
    }

    @Test
    void aFileInTheWayIsBadInput() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "mine");
        assertThat(run("generate", "--out", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("file is not a folder");
    }

    @Test
    void needsTablesWithoutErrors() throws IOException {
        Path tables = Files.createDirectories(temporary.resolve("tables/odd"));
        Files.writeString(tables.resolve("vocabulary.yaml"), "protocol: odd\ncolour: red\n");
        int exitCode = run("generate", "--tables", tables.getParent().toString(), "--out", temporary + "/out");
        assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("vocabulary.yaml:2:").contains("these tables have errors");
        assertThat(temporary.resolve("out")).doesNotExist();
    }
}
