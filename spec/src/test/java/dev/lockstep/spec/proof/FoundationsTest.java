package dev.lockstep.spec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.proof.ProofReport.Assumed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what proofs rely on holds where they do: on tables of a few rows. */
class FoundationsTest {

    /** A queue, of which LEFT is never less than QUEUED between events. */
    private static final String VOCABULARY = """
            protocol: toy
            title: A queue
            rfc: "9293"
            control-block: Toy
            states:
            - {state: OPEN}
            parameters:
              ROOM: {type: size, value: 5}
              QUICK: {type: flag, value: true}
            variables:
              QUEUED: {type: size, start: 0}
              LEFT: {type: size, start: 0}
            events:
              SEND:
                kind: call
                fields: {LEN: {type: size}}
                assumes:
                - {id: assume-len, is: 0 < LEN <= 1000}
            effects:
              sent: {about: "counts"}
            hooks:
              settle: {about: "brings LEFT up to QUEUED"}
            """;

    private static final String QUEUED_INVARIANT = """
            invariants:
            - {id: inv-left, is: QUEUED <= LEFT <= 100000}
            """;

    /** Relies on inv-left for its completeness. */
    private static final String CHECK = """
            - step: check
              rows:
              - {id: check-some, when: QUEUED < LEFT, then: stop}
              - {id: check-all, when: QUEUED = LEFT, then: stop}
            """;

    private static final String SEND = """
            procedure: send
            on: SEND
            rfc: "9293"
            steps:
            """;

    @TempDir
    private Path folder;

    private ProofReport prove(String vocabulary, String... procedures) throws IOException {
        Path toy = Files.createDirectories(folder.resolve("tables/toy"));
        Files.writeString(toy.resolve("vocabulary.yaml"), vocabulary);
        for (int i = 0; i < procedures.length; i++) {
            Files.writeString(toy.resolve(i + ".yaml"), procedures[i]);
        }
        var loaded = SpecificationLoader.load(folder.resolve("tables"));
        return Prover.prove(loaded.orThrow(), folder.resolve("cache"));
    }

    private static List<String> said(ProofReport report) {
        return report.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void aRowThatKeepsAnInvariantUpIsAFoundation() throws IOException {
        ProofReport report = prove(VOCABULARY + QUEUED_INVARIANT, SEND + """
                - step: queue
                  rows:
                  - {id: both, when: LEFT + LEN <= 100000, do: ["QUEUED := QUEUED + LEN", "LEFT := LEFT + LEN"], then: next}
                  - {id: full, when: otherwise, then: next}
                """ + CHECK);
        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.assumed()).isEmpty();
        assertThat(report.invariants()).isPositive();
    }

    @Test
    void aRowOnTheWayThatBreaksItIsNamedWithWhoReliesOnIt() throws IOException {
        ProofReport report = prove(VOCABULARY + QUEUED_INVARIANT, SEND + """
                - step: queue
                  rows:
                  - {id: one, do: ["QUEUED := QUEUED + LEN"], then: next}
                - step: between
                  only: QUICK
                  rows:
                  - {id: nothing, do: [sent], then: next}
                """ + CHECK);
        assertThat(said(report))
                .singleElement()
                .asString()
                .contains("error L210: row one may break inv-left, on which step check relies later in the same event\n"
                        + "  in OPEN with QUEUED=0 LEFT=0, LEN=1\n  also: ");
        assertThat(report.holds()).isFalse();
    }

    @Test
    void aBreachAtTheEndOfAnEventIsForTheModels() throws IOException {
        ProofReport report = prove(VOCABULARY + QUEUED_INVARIANT, SEND + """
                - step: check
                  rows:
                  - {id: check-some, when: QUEUED < LEFT, then: stop}
                  - {id: check-all, when: QUEUED = LEFT, do: ["QUEUED := LEN"], then: stop}
                """);
        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.assumed()).containsExactly(new Assumed("toy", "inv-left", "check-all"));
    }

    @Test
    void startValuesThatBreakItAreForTheModels() throws IOException {
        ProofReport report = prove(
                VOCABULARY.replace("LEFT: {type: size, start: 0}", "LEFT: {type: size, start: ROOM}") + """
                invariants:
                - {id: inv-left, is: LEFT > 0}
                """,
                SEND + """
                - step: check
                  rows:
                  - {id: check, when: LEFT > 0, then: stop}
                """);
        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.assumed()).containsExactly(new Assumed("toy", "inv-left", ""));
    }

    @Test
    void aConditionOnProfilesIsTakenAsGiven() throws IOException {
        ProofReport report = prove(
                VOCABULARY.replace("LEFT: {type: size, start: 0}", "LEFT: {type: size, start: ROOM}") + """
                invariants:
                - {id: inv-left, is: LEFT > 0}
                - {id: profile-room, is: ROOM > 0}
                """,
                SEND + """
                - step: check
                  rows:
                  - {id: check, when: LEFT > 0, then: stop}
                """);
        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.assumed()).isEmpty();
    }

    /** The row of SEND breaks inv-left; the hook it calls may repair it. */
    private static String callingSettle(String andThen) {
        return SEND + """
                - step: queue
                  rows:
                  - {id: one, when: QUEUED + LEN <= 100000, do: ["QUEUED := QUEUED + LEN", call settle], then: next}
                  - {id: full, when: otherwise, then: stop}
                """ + andThen;
    }

    private static String settle(String chosen) {
        return """
                procedure: settle
                on: hook settle
                %srfc: "9293"
                steps:
                - step: settle
                  rows:
                  - {id: settle-less, when: LEFT < QUEUED, do: ["LEFT := QUEUED"], then: stop}
                  - {id: settle-more, when: LEFT >= QUEUED, then: stop}
                """.formatted(chosen);
    }

    @Test
    void aCalledProcedureMayRestoreIt() throws IOException {
        ProofReport report = prove(VOCABULARY + QUEUED_INVARIANT, callingSettle(CHECK), settle(""));
        // That LEFT is at most 100000 afterwards only the caller has seen to, which the procedure does not know.
        assertThat(said(report)).singleElement().asString().contains("row one may break inv-left, on which step check");
        ProofReport without = prove(
                VOCABULARY + QUEUED_INVARIANT.replace("LEFT <= 100000", "LEFT"), callingSettle(CHECK), settle(""));
        assertThat(without.diagnostics()).isEmpty();
    }

    @Test
    void aProcedureThatMayNotBeChosenRestoresNothing() throws IOException {
        ProofReport report = prove(
                VOCABULARY + QUEUED_INVARIANT.replace("LEFT <= 100000", "LEFT"),
                callingSettle(CHECK),
                settle("chosen-by: QUICK\n"));
        assertThat(said(report)).singleElement().asString().contains("row one may break inv-left, on which step check");
    }

    @Test
    void aCallerHasToGiveWhatACalledProcedureReliesOn() throws IOException {
        String relying = """
                procedure: settle
                on: hook settle
                rfc: "9293"
                """ + "steps:\n" + CHECK;
        ProofReport report = prove(VOCABULARY + QUEUED_INVARIANT, callingSettle(""), relying);
        assertThat(said(report)).singleElement().asString().contains("row one may break inv-left, on which step check");
    }

    @Test
    void aTimersProcedureReliesOnWhatHeldWhileItWasArmed() throws IOException {
        String expiry = """
                procedure: retry
                on: timer retry
                rfc: "9293"
                steps:
                - step: first
                  rows:
                  - {id: first-disarmed, when: not armed(retry), do: [%s], then: next}
                - step: second
                  rows:
                  - {id: second, when: QUEUED > 0, do: [restart retry for 1s], then: stop}
                """;
        String invariant = """
                invariants:
                - {id: inv-retry, is: not armed(retry) or QUEUED > 0}
                """;
        String send = SEND + """
                - step: queue
                  rows:
                  - {id: one, when: QUEUED + LEN <= 100000, do: ["QUEUED := QUEUED + LEN", start retry for 1s], then: stop}
                  - {id: full, when: otherwise, then: stop}
                """;
        String vocabulary = VOCABULARY + "timers: {retry: {about: runs while something is queued}}\n" + invariant;
        ProofReport report = prove(vocabulary, send, expiry.formatted("sent"));
        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.assumed()).isEmpty();
        assertThat(said(prove(vocabulary, send, expiry.formatted("\"QUEUED := 0\""))))
                .singleElement()
                .asString()
                .contains("row first-disarmed may break inv-retry, on which step second relies");
    }

    @Test
    void whatStepsBeforeHaveLetPassIsKnown() throws IOException {
        String steps = """
                - step: few
                  rows:
                  - {id: few, when: QUEUED < 10, do: [%s], then: next}
                  - {id: many, when: QUEUED >= 10, then: stop}
                - step: fewer
                  rows:
                  - {id: fewer, when: QUEUED < 20, then: stop}
                """;
        assertThat(prove(VOCABULARY, SEND + steps.formatted("sent")).diagnostics())
                .isEmpty();
        assertThat(said(prove(VOCABULARY, SEND + steps.formatted("\"QUEUED := LEN\""))))
                .singleElement()
                .asString()
                .contains("error L204: no row of step fewer matches");
    }

    @Test
    void whatIsAssumedOfVariablesCountsUntilTheyChange() throws IOException {
        String vocabulary = VOCABULARY.replace(
                "0 < LEN <= 1000}", "0 < LEN <= 1000}\n    - {id: assume-room, is: QUEUED + LEN <= 50}");
        String steps = """
                - step: few
                  rows:
                  - {id: few, when: QUEUED < 50, do: [%s], then: next}
                - step: fewer
                  rows:
                  - {id: fewer, when: QUEUED < 50, then: stop}
                """;
        assertThat(prove(vocabulary, SEND + steps.formatted("sent")).diagnostics())
                .isEmpty();
        assertThat(said(prove(vocabulary, SEND + steps.formatted("\"QUEUED := QUEUED + LEN\""))))
                .singleElement()
                .asString()
                .contains("error L204: no row of step fewer matches");
    }
}
