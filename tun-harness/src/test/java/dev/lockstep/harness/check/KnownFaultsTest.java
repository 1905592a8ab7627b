package dev.lockstep.harness.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.check.story.Words;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stacks have got wrong is found, each by the property that speaks of it. */
class KnownFaultsTest {

    private static final Path HOME = Path.of(System.getProperty("lockstep.home", ".."));

    @TempDir
    private Path folder;

    static List<KnownFault> faults() {
        return KnownFault.read(HOME.resolve("tun-harness/src/test/resources/known-faults.yaml"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isFound(KnownFault fault) throws IOException {
        Path tables = folder.resolve("tables");
        fault.seed(HOME.resolve("spec/tables"), tables);
        Model model = ModelLoader.load(
                        HOME.resolve("spec/models"),
                        SpecificationLoader.load(tables).orThrow())
                .model(fault.model());
        var options = new CheckOptions(folder.resolve("out"), OptionalInt.empty(), Optional.empty(), false);
        Outcome outcome = new Checker(Tlc.locate(), options, new Words(List.of()))
                .verdict(Tasks.of(model, HOME.resolve("reference-impl/src/main/tla")), counts -> {});
        assertThat(outcome.word().replace("violated: ", "")).isEqualTo(fault.found());
    }
}
