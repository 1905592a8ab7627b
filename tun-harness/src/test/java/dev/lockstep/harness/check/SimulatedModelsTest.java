package dev.lockstep.harness.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.check.story.Words;
import dev.lockstep.harness.check.tlc.Simulation;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs drawn by lot find what stacks have got wrong, and say no more than they know. */
class SimulatedModelsTest {

    private static final Path HOME = Path.of(System.getProperty("lockstep.home", ".."));
    private static final Simulation LOTS = new Simulation(10_000, 1, 30);

    @TempDir
    private Path folder;

    private Outcome simulate(Path tables, String model, Simulation lots) throws IOException {
        CheckTask task = Tasks.of(
                ModelLoader.load(
                                HOME.resolve("spec/models"),
                                SpecificationLoader.load(tables).orThrow())
                        .model(model),
                HOME.resolve("reference-impl/src/main/tla"));
        var options =
                new CheckOptions(folder.resolve("out"), OptionalInt.empty(), Optional.of(Duration.ofMinutes(2)), true);
        return new Checker(Tlc.locate(), options, new Words(List.of("STATE"))).simulate(task, lots, counts -> {});
    }

    /** A claim about every step, and one about every state. */
    @ParameterizedTest
    @CsvSource({"a RST is accepted anywhere in the window", "a zero window without persist timer"})
    void aSeededFaultIsFound(String name) throws IOException {
        KnownFault fault = KnownFault.read(HOME.resolve("tun-harness/src/test/resources/known-faults.yaml")).stream()
                .filter(known -> known.fault().equals(name))
                .findFirst()
                .orElseThrow();
        fault.seed(HOME.resolve("spec/tables"), folder.resolve("tables"));
        Outcome outcome = simulate(folder.resolve("tables"), fault.model(), LOTS);
        assertThat(outcome.word()).isEqualTo("violated: " + fault.found());
        assertThat(outcome.counterexample()).isPresent();
        assertThat(Files.readString(outcome.folder().resolve("counterexample.txt")))
                .contains(fault.found());
    }

    @Test
    void nothingIsFoundInTheTablesAsTheyAre() throws IOException {
        var few = new Simulation(40, 1, 20);
        Outcome outcome = simulate(HOME.resolve("spec/tables"), "open", few);
        assertThat(outcome.word()).isEqualTo("no fault met");
        assertThat(outcome.faults())
                .as("neither a witness that is missed nor the pinned count")
                .isEmpty();
        assertThat(outcome.isComplete()).as("so that nothing is pinned").isFalse();
        assertThat(outcome.report().counts().runs()).isEqualTo(OptionalLong.of(40));
        assertThat(outcome.coverage().rows()).containsKey("open-active");
        assertThat(outcome.coverage().witnesses()).isNotEmpty();
        assertThat(Results.table(List.of(outcome)))
                .contains("runs", "no fault met")
                .doesNotContain("distinct", "pinned");
        Outcome again = simulate(HOME.resolve("spec/tables"), "open", few);
        assertThat(again.report().counts())
                .as("the same seed, the same runs")
                .isEqualTo(outcome.report().counts());
        assertThat(again.coverage()).isEqualTo(outcome.coverage());
        assertThat(simulate(HOME.resolve("spec/tables"), "open", new Simulation(40, 2, 20))
                        .coverage())
                .isNotEqualTo(outcome.coverage());
    }
}
