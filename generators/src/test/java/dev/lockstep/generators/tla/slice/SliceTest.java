package dev.lockstep.generators.tla.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.models.LoadedModels;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That nothing is missing is TLC's to say: a row left out wrongly leaves a step without a row, or another number of states. */
class SliceTest {

    private static final Path HOME = Path.of(System.getProperty("lockstep.home", ".."));

    private static final LoadedModels MODELS = ModelLoader.load(
            HOME.resolve("spec/models"),
            SpecificationLoader.load(HOME.resolve("spec/tables")).orThrow());

    private static List<String> rows(Model model) {
        return model.protocol().procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .map(Row::id)
                .toList();
    }

    private static List<String> timers(Model model) {
        return model.expiries().stream().map(expiry -> expiry.timer().name()).toList();
    }

    @Test
    void whoSetsNoOptionHasNoneOfItsTimers() {
        Model open = Slice.of(MODELS.model("open"));
        assertThat(timers(open))
                .contains("retransmission")
                .doesNotContain("user", "keep-alive", "delayed-ack", "fin-wait-2");
        assertThat(rows(open))
                .contains("listen-syn", "syn-sent-simultaneous", "rst-passive", "abort-open", "challenge-first")
                .doesNotContain("keep-alive-heard", "user-timeout-on", "newreno-partial", "ack-delayed");
    }

    @Test
    void aCallThatIsOnlyTriedKeepsItsRows() {
        assertThat(MODELS.model("open").endpoints().getFirst().calls())
                .anyMatch(call -> call.event().name().equals("CLOSE") && call.times() == 0);
        assertThat(rows(Slice.of(MODELS.model("open"))))
                .contains("close-no-connection", "close-established", "transmit-fin");
    }

    @Test
    void whatAThirdPartyForgesMayBeAnything() {
        assertThat(rows(Slice.of(MODELS.model("forge")))).contains("fin-established", "text-ahead", "urgent-told");
    }

    @Test
    void onlyTheTimersThatSomebodyArmsExpire() {
        assertThat(timers(Slice.of(MODELS.model("idle"))))
                .contains("keep-alive")
                .doesNotContain("user", "fin-wait-2");
        assertThat(timers(Slice.of(MODELS.model("delay")))).contains("delayed-ack");
        assertThat(timers(Slice.of(MODELS.model("window")))).contains("persist").doesNotContain("keep-alive");
    }

    @Test
    void aProtocolKeepsItsOrder() {
        Model close = MODELS.model("close");
        List<String> all = rows(close);
        assertThat(rows(Slice.of(close)))
                .hasSizeLessThan(all.size())
                .isSubsetOf(all)
                .isSortedAccordingTo((one, other) -> Integer.compare(all.indexOf(one), all.indexOf(other)));
    }
}
