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

class LintVerbTest {

    @TempDir
    private Path tables;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTables() throws IOException {
        Files.createDirectory(tables.resolve("lamp"));
        Files.writeString(tables.resolve("lamp/vocabulary.yaml"), """
                protocol: lamp
                control-block: Lamp
                variables:
                  GLOW: {type: size, start: 0}
                events:
                  PRESS: {kind: call}
                """);
        write("""
                - {id: brighter, when: GLOW < 9, do: [GLOW := GLOW + 1], then: stop}
                  - {id: bright, when: GLOW >= 9, then: stop, note: why, rfc: "1 §2"}
                """);
    }

    private void write(String rows) throws IOException {
        Files.writeString(tables.resolve("lamp/press.yaml"), """
                procedure: press
                on: PRESS
                steps:
                - step: press
                  rows:
                  %s
                """.formatted(rows));
    }

    private int run(String... args) {
        return Lockstep.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int lint(String... more) {
        var args = new java.util.ArrayList<>(java.util.List.of("lint", "--tables", tables.toString()));
        args.addAll(java.util.List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void goodTablesAreOneLine() {
        assertThat(lint()).as(out + "\n" + err).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.toString()).startsWith("1 protocol, 1 procedure, 1 step, 2 rows: all hold (read in ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutProofsNothingIsSaidToHold() {
        assertThat(lint("--no-proofs")).isZero();
        assertThat(out.toString())
                .contains("2 rows: well formed, nothing proved")
                .doesNotContain("hold");
    }

    @Test
    void errorsAreFalseAndAllShown() throws IOException {
        write("- {id: brighter, when: GLOV < 9, then: stpo}");
        assertThat(lint()).isEqualTo(ExitCode.FALSE);
        assertThat(out.toString())
                .contains("lamp/press.yaml:6:26: error L301: there is no `GLOV` here\n  fix: did you mean `GLOW`?")
                .contains("error L113")
                .contains("2 errors (read in ");
    }

    @Test
    void whatTheProofsFindIsFalse() throws IOException {
        write("- {id: brighter, when: GLOW < 9, do: [GLOW := GLOW + 1], then: stop}");
        assertThat(lint()).isEqualTo(ExitCode.FALSE);
        assertThat(out.toString()).contains("error L204").contains("1 row: 1 error");
    }

    @Test
    void aWarningChangesNoExitCode() throws IOException {
        Files.writeString(tables.resolve("lamp/vocabulary.yaml"), """
                protocol: lamp
                control-block: Lamp
                variables:
                  GLOW: {type: size, start: 0}
                  SPARE: {type: size, start: 0}
                events:
                  PRESS: {kind: call}
                """);
        assertThat(lint("--no-proofs")).isZero();
        assertThat(out.toString()).contains("warning L514: `SPARE`").contains("nothing proved, 1 warning");
    }

    @Test
    void aMissingFolderIsBadInput() {
        assertThat(run("lint", "--tables", tables.resolve("nowhere").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).contains("error L101");
    }

    @Test
    void noMoreThanAHundredAreShown() throws IOException {
        var rows = new StringBuilder("- {id: r, then: stop}\n");
        for (int i = 0; i < 150; i++) {
            rows.append("  - {id: r%d, when: NO%d, then: stop}%n".formatted(i, i));
        }
        write(rows.toString());
        assertThat(lint()).isEqualTo(ExitCode.FALSE);
        assertThat(out.toString().lines().filter(line -> line.contains("error L301")))
                .hasSize(100);
        assertThat(out.toString()).contains("\nand 50 more\n150 errors");
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        write("- {id: brighter, when: 'GLOV < \"9\"', then: stop}");
        assertThat(lint("--json")).isEqualTo(ExitCode.FALSE);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("errors").asInt()).isEqualTo(1);
        JsonNode first = json.get("diagnostics").get(0);
        assertThat(first.get("file").asText()).endsWith("lamp/press.yaml");
        assertThat(first.get("line").asInt()).isEqualTo(6);
        assertThat(first.get("code").asText()).isEqualTo("L121");
        assertThat(first.get("also").isArray()).isTrue();
    }

    @Test
    void ourOwnTablesHold() {
        assertThat(run("lint")).as(out.toString()).isZero();
        assertThat(out.toString()).startsWith("3 protocols, ").contains(" rows: all hold");
    }

    @Test
    void explainsACode() {
        assertThat(run("explain", "l301")).isZero();
        assertThat(out.toString()).startsWith("L301: ").contains("Right");
    }

    @Test
    void explainsARowInItsOwnWords() {
        assertThat(run("explain", "--tables", tables.toString(), "bright")).isZero();
        assertThat(out.toString())
                .startsWith("row bright (")
                .contains("of step press of lamp press, on PRESS")
                .contains("RFC 1 §2")
                .contains("{id: bright, when: GLOW >= 9")
                .contains("note: why");
    }

    @Test
    void explainsAState() {
        assertThat(run("explain", "LAST-ACK")).isZero();
        assertThat(out.toString())
                .startsWith("state LAST-ACK of tcp")
                .contains("on segment: segment-arrives")
                .contains("    last-ack-acknowledged -> CLOSED, stop")
                .doesNotContain("closing-acknowledged");
    }

    @Test
    void explainsAName() {
        assertThat(run("explain", "SND.WL2")).isZero();
        assertThat(out.toString())
                .startsWith("variable of type seq: SND.WL2 of tcp (")
                .contains("\n  SND.WL2: {type: seq, start: 0, about: ")
                .doesNotContain("SND.WND.MAX:")
                .contains("  assigned by: ")
                .containsPattern("read by: .*window-update");
        assertThat(run("explain", "text_in_flight")).isZero();
        assertThat(out.toString()).contains("definition text_in_flight of tcp").containsPattern("used by: .*resend-");
    }

    @Test
    void guessesWhatWasToBeExplained() {
        assertThat(run("explain", "--tables", tables.toString(), "brigth")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("`brigth`").contains("did you mean bright?");
    }

    @Test
    void rowsOfBrokenTablesAreNotExplained() throws IOException {
        write("- {id: bright, when: GLOV, then: stop}");
        assertThat(run("explain", "--tables", tables.toString(), "bright")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("the tables have errors").contains("./lockstep lint");
    }
}
