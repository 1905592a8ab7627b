package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsVerbTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeList() throws IOException {
        Files.writeString(folder.resolve("echo.yaml"), """
                requirements: echo
                rfc: "792"
                protocol: icmp
                list:
                - {id: MUST-1, level: MUST, section: "1", says: answer, tables: [icmp-echo], tests: [LintVerbTest.goodTablesAreOneLine]}
                - {id: MUST-2, level: MUST, section: "2", says: count, open: nothing counts yet}
                - {id: MAY-1, level: MAY, section: "3", says: sing, not: we have no voice}
                """);
    }

    private int run(String... more) {
        var args = new java.util.ArrayList<>(java.util.List.of("requirements", "--requirements", folder.toString()));
        args.addAll(java.util.List.of(more));
        return Lockstep.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    }

    @Test
    void theMatrixSaysWhatKeepsEachRequirement() {
        assertThat(run()).as(out + "\n" + err).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("tables      icmp-echo", "to be done  nothing counts yet", "not for us  we have");
        assertThat(out.toString()).endsWith("RFC 792: 3 requirements: 1 kept, 1 not for us, 1 to be done\n");
    }

    @Test
    void whatIsMissingIsExitCode1() {
        assertThat(run("--missing")).isEqualTo(ExitCode.FALSE);
        assertThat(out.toString()).contains("MUST-2").doesNotContain("MUST-1 ", "MAY-1 ");
        assertThat(run("--missing", "MUST-1")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aRowThatDoesNotExistIsExitCode1() throws IOException {
        Path file = folder.resolve("echo.yaml");
        Files.writeString(file, Files.readString(file).replace("[icmp-echo]", "[icmp-ecko]"));
        assertThat(run()).isEqualTo(ExitCode.FALSE);
        assertThat(out.toString()).contains("error L301", "did you mean `icmp-echo`?");
    }

    @Test
    void anUnknownIdIsBadInput() {
        assertThat(run("MUST-3")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("there is no requirement MUST-3", "did you mean `MUST-1`?");
    }

    @Test
    void jsonHasEachRequirement() throws IOException {
        assertThat(run("--json")).isEqualTo(ExitCode.DONE);
        JsonNode list = new ObjectMapper().readTree(out.toString()).at("/lists/0/requirements");
        assertThat(list).hasSize(3);
        assertThat(list.at("/0/tables/0").asText()).isEqualTo("icmp-echo");
        assertThat(list.at("/1/answer").asText()).isEqualTo("open");
        assertThat(list.at("/2/reason").asText()).isEqualTo("we have no voice");
    }
}
