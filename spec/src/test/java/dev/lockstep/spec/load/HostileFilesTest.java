package dev.lockstep.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, the answer is a diagnostic, soon, and in little memory. */
@Timeout(20)
class HostileFilesTest {

    private static final String VOCABULARY = """
            protocol: odd
            control-block: Odd
            events:
              happens: {kind: call, fields: {HOW: {type: size}}}
            """;

    @TempDir
    private Path tables;

    private Path odd;

    @BeforeEach
    void makeProtocol() throws IOException {
        odd = Files.createDirectory(tables.resolve("odd"));
        write("vocabulary.yaml", VOCABULARY);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(odd.resolve(name), text);
    }

    private void writeGuard(String guard) throws IOException {
        write("happens.yaml", """
                procedure: happens
                on: happens
                steps:
                - step: one
                  rows:
                  - {id: always, then: stop, when: '%s'}
                """.formatted(guard.replace("'", "''")));
    }

    private List<Diagnostic> load() {
        Loaded loaded = SpecificationLoader.load(tables);
        assertThat(loaded.specification().isEmpty())
                .isEqualTo(loaded.diagnostics().stream().anyMatch(Diagnostic::isError));
        return loaded.diagnostics();
    }

    private void assertOnly(Code code) {
        assertThat(load()).extracting(Diagnostic::code).containsOnly(code);
    }

    @Test
    void theTableItselfIsGood() throws IOException {
        writeGuard("true");
        assertThat(load()).isEmpty();
    }

    @Test
    void aProtocolWithoutStatesMayHaveTimers() throws IOException {
        write("vocabulary.yaml", VOCABULARY + "timers:\n  soon:\n");
        write("happens.yaml", """
                procedure: happens
                on: happens
                steps: [{step: one, rows: [{id: later, do: [start soon for 1s], then: stop}]}]
                ---
                procedure: soon
                on: timer soon
                steps: [{step: one, rows: [{id: soon, then: stop}]}]
                """);
        assertThat(load()).isEmpty();
    }

    @Test
    void tenMegabytes() throws IOException {
        write("happens.yaml", "# " + "x".repeat(10 << 20));
        assertOnly(Code.FILE_TOO_LARGE);
        assertThat(load().getFirst().toString()).isEqualTo("""
                %s/happens.yaml: error L103: this file has more than 1,048,576 bytes
                  fix: divide it: every procedure may have a file of its own""".formatted(odd));
    }

    @Test
    void oneMegabyteOfMinusSigns() throws IOException {
        write("happens.yaml", "- ".repeat(500_000));
        assertOnly(Code.YAML_TOO_DEEP);
    }

    @Test
    void aMillionKeys() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; text.length() < 1_000_000; i++) {
            text.append('k').append(i).append(": 1\n");
        }
        write("happens.yaml", text.toString());
        assertOnly(Code.YAML_TOO_DEEP);
    }

    @Test
    void aThousandLevels() throws IOException {
        write("happens.yaml", "[".repeat(1_000) + "]".repeat(1_000));
        assertOnly(Code.YAML_TOO_DEEP);
    }

    @Test
    void halfAMillionBracketsNeverClosed() throws IOException {
        write("happens.yaml", "{a: ".repeat(250_000));
        assertOnly(Code.YAML_TOO_DEEP);
    }

    @Test
    void aBombOfAliases() throws IOException {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        write("happens.yaml", text.toString());
        assertOnly(Code.YAML_NOT_PLAIN);
    }

    @Test
    void aBombOfDefinitions() throws IOException {
        var text = new StringBuilder(VOCABULARY + "definitions:\n  d0: {type: flag, is: true}\n");
        for (int i = 1; i < 31; i++) {
            text.append("  d%d: {type: flag, is: d%d and d%d}%n".formatted(i, i - 1, i - 1));
        }
        write("vocabulary.yaml", text.toString());
        writeGuard("d30");
        assertThat(load()).extracting(Diagnostic::code).contains(Code.DEFINITION_TOO_LARGE);
    }

    @Test
    void aChainOfFiveThousandDefinitions() throws IOException {
        var text = new StringBuilder(VOCABULARY + "definitions:\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("  d%d: {type: flag, is: d%d}%n".formatted(i, i + 1));
        }
        text.append("  d5000: {type: flag, is: true}\n");
        write("vocabulary.yaml", text.toString());
        writeGuard("d0");
        assertThat(load()).extracting(Diagnostic::code).contains(Code.DEFINITION_TOO_LARGE);
    }

    @Test
    void aChainOfTwoThousandHooks() throws IOException {
        var vocabulary = new StringBuilder(VOCABULARY + "hooks:\n");
        var procedures = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            vocabulary.append("  h%d: {}%n".formatted(i));
            procedures.append("""
                    procedure: p%d
                    on: hook h%d
                    steps:
                    - {step: s, rows: [{id: r%d, do: [call h%d], then: stop}]}
                    ---
                    """.formatted(i, i, i, i + 1));
        }
        write("vocabulary.yaml", vocabulary + "  h2000: {}\n");
        write("happens.yaml", procedures.toString());
        assertThat(load()).extracting(Diagnostic::code).contains(Code.HOOK_TOO_DEEP);
    }

    @Test
    void expressionsWithoutEnd() throws IOException {
        writeGuard("true" + " and true".repeat(100_000));
        assertOnly(Code.EXPRESSION_TOO_LARGE);
        writeGuard("1 = 1" + "+1".repeat(2_000));
        assertOnly(Code.EXPRESSION_TOO_LARGE);
    }

    @Test
    void expressionsWithoutBottom() throws IOException {
        for (String opening : List.of("(", "not ", "if ", "min(", "always ", "true implies ", "HOW in {(")) {
            writeGuard(opening.repeat(1 + 4_000 / opening.length() / 2));
            assertThat(load())
                    .as(opening)
                    .extracting(Diagnostic::code)
                    .containsAnyOf(Code.EXPRESSION_TOO_LARGE, Code.SYNTAX);
        }
    }

    @Test
    void theLongestExpressionThatIsAllowed() throws IOException {
        writeGuard("HOW" + " + HOW".repeat(490) + " > 0");
        assertThat(load()).isEmpty();
    }

    @Test
    void nothingAtAll() throws IOException {
        write("happens.yaml", "");
        assertThat(load()).extracting(Diagnostic::code).contains(Code.EMPTY);
        write("vocabulary.yaml", "");
        assertThat(load()).extracting(Diagnostic::code).contains(Code.EMPTY);
    }

    @Test
    void aFolderOfNothing() throws IOException {
        Files.delete(odd.resolve("vocabulary.yaml"));
        assertOnly(Code.VOCABULARY_MISSING);
        Files.delete(odd);
        assertOnly(Code.EMPTY);
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        writeGuard("true");
        write("vocabulary.yaml", "\uFEFF" + VOCABULARY);
        assertThat(load()).isEmpty();
    }

    @Test
    void linesOfWindowsCountAsLines() throws IOException {
        write("vocabulary.yaml", VOCABULARY.replace("\n", "\r\n") + "variables:\r\n  V: {type: sise, start: 0}\r\n");
        writeGuard("true");
        assertThat(load()).extracting(diagnostic -> diagnostic.place().line()).containsExactly(6);
    }

    @Test
    void placesCountCharactersBeyondTheBasicPlane() throws IOException {
        write("happens.yaml", """
                procedure: happens
                on: happens
                steps:
                - step: one
                  rows:
                  - {note: "\uD83D\uDD12 \uD83D\uDD12", id: always, then: stop, when: HWO > 0}
                """);
        // The lock is one character to the author, and two chars to Java.
        assertThat(load()).extracting(diagnostic -> diagnostic.place().column()).containsExactly(49);
    }

    @Test
    void aLinkInACircle() throws IOException {
        Files.createSymbolicLink(odd.resolve("happens.yaml"), odd.resolve("again.yaml"));
        Files.createSymbolicLink(odd.resolve("again.yaml"), odd.resolve("happens.yaml"));
        assertThat(load()).extracting(Diagnostic::code).contains(Code.FILE_UNREADABLE);
        assertThat(Files.exists(odd.resolve("again.yaml"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void aFolderThatHoldsItself() throws IOException {
        writeGuard("true");
        Files.createSymbolicLink(odd.resolve("odd"), odd);
        assertThat(load()).isEmpty();
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Process mkfifo =
                new ProcessBuilder("mkfifo", odd.resolve("happens.yaml").toString()).start();
        assumeTrue(mkfifo.waitFor(Duration.ofSeconds(5)) && mkfifo.exitValue() == 0);
        assertThat(load()).extracting(Diagnostic::code).contains(Code.FILE_UNREADABLE);
    }

    @Test
    void aFileWithoutPermission() throws IOException {
        writeGuard("true");
        Files.setPosixFilePermissions(odd.resolve("happens.yaml"), PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(odd.resolve("happens.yaml"))); // root may read everything
        assertOnly(Code.FILE_UNREADABLE);
    }

    @Test
    void aFileForAFolder() throws IOException {
        Path file = Files.writeString(tables.resolve("file"), "x");
        assertThat(SpecificationLoader.load(file).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.FOLDER_MISSING);
    }
}
