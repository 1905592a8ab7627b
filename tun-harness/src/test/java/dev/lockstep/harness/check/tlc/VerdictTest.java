package dev.lockstep.harness.check.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {

    @TempDir
    private Path folder;

    private TlcReport report;

    private Verdict check(String config) {
        report = Toys.run(folder, "CONSTANTS MaxFaults = 1 N = 16;" + config);
        return Verdict.of(report);
    }

    @Test
    void holds() {
        assertThat(check("SPECIFICATION Spec;INVARIANT TypeOK;PROPERTY Greeted"))
                .isEqualTo(new Verdict.Holds());
        assertThat(report.counts()).isEqualTo(new Counts(36, 21, 0));
        assertThat(report.depth()).isEqualTo(7);
        assertThat(report.behavior()).isEmpty();
    }

    @Test
    void invariant() {
        assertThat(check("SPECIFICATION Spec;INVARIANT NeverMeet"))
                .isInstanceOfSatisfying(Verdict.Violated.class, violated -> {
                    assertThat(violated.kind()).isEqualTo(Verdict.Kind.INVARIANT);
                    assertThat(violated.property()).hasValue("NeverMeet");
                });
        Behavior behavior = report.behavior().orElseThrow();
        assertThat(behavior.states())
                .extracting(TlaState::action)
                .containsExactly("", "OpenA", "ReceiveB", "ReceiveA", "ReceiveB");
        assertThat(behavior.last().variables().get("tcb").at("B").flatMap(tcb -> tcb.at("STATE")))
                .hasValue(new TlaValue.Str("ESTABLISHED"));
    }

    @Test
    void invariantThatIsFalseAtOnce() {
        assertThat(check("SPECIFICATION Spec;INVARIANT NoListener"))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.property()).hasValue("NoListener"));
        assertThat(report.behavior().orElseThrow().states()).hasSize(1);
    }

    @Test
    void deadlock() {
        assertThat(check("SPECIFICATION NoTimer"))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.kind()).isEqualTo(Verdict.Kind.DEADLOCK));
        assertThat(report.lastState().orElseThrow().action()).isEqualTo("LoseToA");
    }

    @Test
    void livenessThatStutters() {
        assertThat(check("SPECIFICATION NoTimer;PROPERTY Greeted;CHECK_DEADLOCK FALSE"))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.kind()).isEqualTo(Verdict.Kind.LIVENESS));
        assertThat(report.behavior().orElseThrow().continuation()).isEqualTo(new Behavior.Continuation.Stutters());
    }

    @Test
    void livenessThatGoesRound() {
        report = Toys.run(folder, "Round", "SPECIFICATION Spec;PROPERTY Arrives", Duration.ofMinutes(1));
        assertThat(Verdict.of(report)).isInstanceOf(Verdict.Violated.class);
        assertThat(report.behavior().orElseThrow().continuation())
                .isEqualTo(new Behavior.Continuation.GoesBack(2, "Down"));
    }

    @Test
    void actionProperty() {
        assertThat(check("SPECIFICATION Spec;PROPERTY NeverBack"))
                .isInstanceOfSatisfying(Verdict.Violated.class, violated -> {
                    assertThat(violated.kind()).isEqualTo(Verdict.Kind.ACTION_PROPERTY);
                    assertThat(violated.property()).hasValue("NeverBack");
                });
    }

    @Test
    void assertion() {
        assertThat(check("SPECIFICATION Spec;INVARIANT Asserted"))
                .isInstanceOfSatisfying(Verdict.Violated.class, violated -> {
                    assertThat(violated.kind()).isEqualTo(Verdict.Kind.ASSERTION);
                    assertThat(violated.says()).contains("no row matches");
                });
        assertThat(report.behavior()).isPresent();
    }

    @Test
    void evaluation() {
        assertThat(check("SPECIFICATION Spec;INVARIANT Compared"))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.kind()).isEqualTo(Verdict.Kind.EVALUATION));
    }

    @Test
    void moduleThatDoesNotParse() {
        assertThat(check("SPECIFICATION Spec;INVARIANT Missing"))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                    assertThat(broken.trouble()).isEqualTo(Verdict.Trouble.MODULE);
                    assertThat(broken.says()).contains("Missing");
                });
    }

    @Test
    void semanticErrorsAreTold() {
        report = Toys.run(folder, "Unknown", "SPECIFICATION Spec", Duration.ofMinutes(1));
        assertThat(Verdict.of(report))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.says()).contains("Unknown operator: `Nobody'"));
    }

    @Test
    void limitOfTime() throws IOException {
        report = Toys.run(folder, "Endless", "SPECIFICATION Spec;CHECK_DEADLOCK FALSE", Duration.ofSeconds(4));
        assertThat(Verdict.of(report)).isEqualTo(new Verdict.NotFinished());
        assertThat(Files.readString(folder.resolve("tlc.log"))).contains("Computing initial states");
    }

    @Test
    void deathOfTheProcess() {
        var dead = new TlcReport(
                137, false, Counts.NONE, 0, false, List.of(), Optional.empty(), Optional.empty(), List.of("Killed"));
        assertThat(Verdict.of(dead))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.says()).contains("137", "Killed"));
    }
}
