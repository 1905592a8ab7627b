package dev.lockstep.harness.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.check.tlc.Counts;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads the RFC and writes TLA+ by hand comes to the states that the tables have. */
class ByHandTest {

    private static final Path HOME = Path.of(System.getProperty("lockstep.home", ".."));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void bothModulesHaveTheSameStates(int faults) throws IOException {
        Model open = ModelLoader.load(
                        HOME.resolve("spec/models"),
                        SpecificationLoader.load(HOME.resolve("spec/tables")).orThrow())
                .model("open");
        var modules = new ByHand(Tlc.locate(), folder);
        TlcReport generated = modules.generated(open, faults, HOME.resolve("reference-impl/src/main/tla"));
        TlcReport byHand = modules.byHand(faults, HOME.resolve("spec/models"));
        assertThat(byHand.complete()).isTrue();
        assertThat(generated.complete()).isTrue();
        assertThat(byHand.counts())
                .as("generated, distinct, left on the queue")
                .isEqualTo(generated.counts())
                .isNotEqualTo(Counts.NONE);
        assertThat(byHand.depth()).isEqualTo(generated.depth());
    }
}
