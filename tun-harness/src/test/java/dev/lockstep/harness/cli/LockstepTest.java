package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.table.NoRowMatches;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class LockstepTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Lockstep.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int report(Throwable thrown, boolean stackTrace) {
        return Faults.report(thrown, new PrintWriter(err), stackTrace);
    }

    @Test
    void versionNamesLockstepAndJava() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("lockstep ").contains("(Java 25");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutVerbItSaysWhatThereIs() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Verbs:").contains("test").contains("Exit codes:");
    }

    @Test
    void unknownVerbIsOneBlockWithASuggestion() {
        assertThat(run("tset")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString())
                .startsWith("lockstep: error: no such verb: tset")
                .contains("fix: did you mean test? ./lockstep --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void unknownOptionOfAVerbPointsToTheHelpOfTheVerb() {
        assertThat(run("test", "--nonsense")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("'--nonsense'").contains("./lockstep test --help");
    }

    @Test
    void faultsOfTheUserHaveNoTrace() {
        assertThat(run("test")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).isEqualToIgnoringNewLines("""
                lockstep: error: test is run by the launcher, which starts Maven
                  fix: ./lockstep test
                """);
    }

    @Test
    void stacktraceShowsTheTraceOfAFaultToo() {
        assertThat(run("test", "--stacktrace")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .startsWith("lockstep: error: test")
                .contains("\tat dev.lockstep.harness.cli.TestVerb");
    }

    @Test
    void aGapInTheTablesIsNoDefectOfLockstep() {
        var gap = new NoRowMatches("tcp/close.yaml:6", "the step close of close", "Tcb LISTEN", null);
        assertThat(report(gap, false)).isEqualTo(ExitCode.FALSE);
        assertThat(err.toString())
                .startsWith("lockstep: error: tcp/close.yaml:6: no row of the step close of close matches")
                .contains("fix: ./lockstep lint");
    }

    @Test
    void missingFileIsBadInput() {
        var missing = new UncheckedIOException(new NoSuchFileException("models/smal.yaml"));
        assertThat(report(missing, false)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no such file or folder: models/smal.yaml");
    }

    @Test
    void otherTroubleWithFilesIsTheEnvironment() {
        assertThat(report(new IOException("Broken pipe"), false)).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void defectsSayHowToSeeTheTrace() {
        assertThat(report(new IllegalStateException("no row matches"), false)).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("defect").contains("no row matches").contains("--stacktrace");
    }
}
