package dev.lockstep.harness.check.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.check.trace.TlaState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLC says at the end of runs drawn by lot. */
class SimulationTest {

    @TempDir
    private Path folder;

    private TlcReport simulate(String config) {
        return Toys.simulate(folder, "CONSTANTS MaxFaults = 1 N = 16;" + config, new Simulation(50, 3, 20));
    }

    @Test
    void nothingIsFound() {
        TlcReport report = simulate("SPECIFICATION Spec;INVARIANT TypeOK");
        assertThat(Verdict.ofRuns(report)).isEqualTo(new Verdict.NoneFound());
        assertThat(report.complete()).as("TLC does not call it a success").isFalse();
        assertThat(report.counts().runs()).isPresent();
        assertThat(report.counts().generated()).isGreaterThan(50);
        assertThat(report.behavior()).isEmpty();
    }

    @Test
    void anInvariantIsFalse() {
        TlcReport report = simulate("SPECIFICATION Spec;INVARIANT NeverMeet");
        assertThat(Verdict.ofRuns(report)).isInstanceOfSatisfying(Verdict.Violated.class, violated -> {
            assertThat(violated.kind()).isEqualTo(Verdict.Kind.INVARIANT);
            assertThat(violated.property()).hasValue("NeverMeet");
        });
        assertThat(report.behavior().orElseThrow().states())
                .extracting(TlaState::action)
                .startsWith("", "OpenA")
                .endsWith("ReceiveB");
    }

    @Test
    void aDeadlock() {
        assertThat(Verdict.ofRuns(simulate("SPECIFICATION NoTimer")))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.kind()).isEqualTo(Verdict.Kind.DEADLOCK));
    }

    @Test
    void aModuleThatTlcCannotRead() {
        assertThat(Verdict.ofRuns(simulate("SPECIFICATION NoSuchName"))).isInstanceOf(Verdict.Broken.class);
    }
}
