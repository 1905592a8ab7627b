package dev.lockstep.spec.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PresentModelsTest {

    private static final Specification TABLES =
            SpecificationLoader.load(Path.of("tables")).orThrow();
    private static final LoadedModels LOADED = ModelLoader.load(Path.of("models"), TABLES);

    @Test
    void areWithoutFault() {
        assertThat(LOADED.diagnostics()).isEmpty();
        assertThat(LOADED.models()).isNotEmpty();
    }

    @Test
    void claimSomethingAndShowThatItIsNotVain() {
        for (Model model : LOADED.models()) {
            assertThat(model.invariants().size()).as(model.name()).isPositive();
            assertThat(model.witnesses().size()).as(model.name()).isPositive();
        }
    }

    /** {@code ./lockstep check} adds what is newly reached, with a question mark for the reason. */
    @Test
    void everyPairOfStatesIsExplained() {
        assertThat(LOADED.pairs()).extracting(pairs -> pairs.protocol().name()).containsExactly("tcp");
        assertThat(LOADED.pairs().getFirst().pairs().stream()
                        .filter(pair -> pair.why().length() < 20)
                        .map(pair -> pair.place() + " " + pair.name() + ": " + pair.why()))
                .as("pairs without a reason")
                .isEmpty();
    }

    @Test
    void giveEveryParameterThatIsNoTimeAValue() {
        Model open = LOADED.model("open");
        assertThat(open.parameters())
                .extracting(setting -> setting.symbol().name())
                .contains("RCV.BUFFER", "CONGESTION", "NAGLE")
                .doesNotContain("MSL", "RTO.MIN");
    }

    @Test
    void aCallWithoutStatesIsMadeInAllOfThem() {
        UserCall close = LOADED.model("close").endpoints().getFirst().calls().stream()
                .filter(call -> call.event().name().equals("CLOSE"))
                .findFirst()
                .orElseThrow();
        assertThat(close.states()).extracting(State::name).contains("CLOSED", "TIME-WAIT");
        assertThat(close.choices()).hasSize(1);
    }
}
