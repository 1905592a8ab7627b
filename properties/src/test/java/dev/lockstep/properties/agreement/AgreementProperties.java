package dev.lockstep.properties.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.models.Model;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The generated Java does in every reachable state of a model what the model does: the same rows, the same control block, the
 * same segments, wherever in the sequence space the two ends count.
 */
class AgreementProperties {

    @Example
    void everyStepOfOpening() {
        everyStep("open");
    }

    @Example
    void everyStepOfTransfer() {
        everyStep("transfer");
    }

    @Example
    void everyStepOfTeardown() {
        everyStep("close");
    }

    @Example
    void everyStepOfWindowsThatClose() {
        everyStep("window");
    }

    /** What a third party forges arrives as if from the wire. */
    @Example
    void everyStepUnderForgedSegments() {
        everyStep("forge");
    }

    @Example
    void everyStepOfASimultaneousOpenUnderForgedSegments() {
        everyStep("forge-opening");
    }

    @Example
    void everyStepOfTeardownUnderForgedSegments() {
        everyStep("forge-closing");
    }

    /** A SYN and a FIN in flight together. */
    @Example
    void everyStepOfAnEarlyClose() {
        everyStep("early");
    }

    /** Nobody sends, and keep-alives ask. */
    @Example
    void everyStepOfAnIdleConnection() {
        everyStep("idle");
    }

    @Example
    void everyStepOfDelayedAcknowledgements() {
        everyStep("delay");
    }

    /** What a crash leaves of an end, and its second connection. */
    @Example
    void everyStepOfACrash() {
        everyStep("crash");
    }

    /** Copies of the first connection in the second. */
    @Example
    void everyStepOfASecondConnection() {
        everyStep("again");
    }

    /** TIME-WAIT that a new SYN ends. */
    @Example
    void everyStepOfAReopenedConnection() {
        everyStep("reopen");
    }

    /** Half-duplex closes, which reset. */
    @Example
    void everyStepOfAnUnreadClose() {
        everyStep("unread");
    }

    /** ABORT, user timeouts and hard errors. */
    @Example
    void everyStepOfConnectionsBrokenOff() {
        everyStep("abort");
    }

    /** What ICMP reports. */
    @Example
    void everyStepUnderReports() {
        everyStep("report");
    }

    /** No model is left out. */
    @Example
    void everyModel() {
        assertThat(Explored.models(Model.Tier.DEFAULT))
                .containsExactlyInAnyOrder(
                        "open",
                        "transfer",
                        "close",
                        "window",
                        "early",
                        "forge",
                        "forge-opening",
                        "forge-closing",
                        "idle",
                        "delay",
                        "crash",
                        "again",
                        "reopen",
                        "unread",
                        "abort",
                        "report");
    }

    /** What is done with models that are too large to replay them whole, on one that is not. */
    @Example
    void aSampleOfSteps() {
        Explored sampled = Explored.sampled("early", 400, 7);
        Replay.Result result = Replay.of(sampled, new Placement(sampled.model(), -1, -1));
        agrees(sampled, result);
        assertThat(result.reached()).isBetween(200, 800);
        assertThat(sampled.generated() - 1).as("of all steps").isEqualTo(sampled.steps());
        assertThat(Set.copyOf(Explored.sampled("early", 400, 7).graph().edges())
                        .equals(Set.copyOf(sampled.graph().edges())))
                .as("the same seed, the same steps")
                .isTrue();
        assertThat(Set.copyOf(Explored.sampled("early", 400, 8).graph().edges())
                        .equals(Set.copyOf(sampled.graph().edges())))
                .as("another seed, other steps")
                .isFalse();
    }

    /**
     * Takes minutes: {@code -Dagreement.deep=true}, and if wanted {@code -Dagreement.sample=N -Dagreement.seed=S}; of some models only
     * with {@code -Dagreement.models=idle-deep,open-deep}.
     */
    @Example
    void aSampleOfEveryDeepModel() {
        if (!Boolean.getBoolean("agreement.deep")) {
            return;
        }
        long steps = Long.getLong("agreement.sample", 20_000);
        long seed = Long.getLong("agreement.seed", 1);
        String wanted = System.getProperty("agreement.models", "");
        for (String model : Explored.models(Model.Tier.DEEP)) {
            if (!wanted.isEmpty() && !List.of(wanted.split(",")).contains(model)) {
                continue;
            }
            Explored sampled = Explored.sampled(model, steps, seed);
            Replay.Result result = Replay.of(sampled, new Placement(sampled.model(), -1, -1));
            System.out.println("agreement, deep model " + model + ", seed " + seed + ": of " + sampled.steps()
                    + " edges " + result);
            agrees(sampled, result);
        }
    }

    @Property(tries = 10)
    void everyStepWhereverTheEndsCount(@ForAll int placeOfA, @ForAll int placeOfB) {
        Explored open = Explored.of("open");
        agrees(open, Replay.of(open, new Placement(open.model(), placeOfA, placeOfB)));
    }

    private static void everyStep(String model) {
        Explored explored = Explored.of(model);
        assertThat(explored.steps()).as("TLC wrote down each step").isEqualTo(explored.generated() - 1);
        explored.model()
                .distinct()
                .ifPresent(pinned -> assertThat(explored.states())
                        .as("states, as the model pins them")
                        .isEqualTo(pinned));
        Replay.Result result = Replay.of(explored, new Placement(explored.model(), -1, -1));
        System.out.println("agreement, model " + model + ": " + explored.states() + " states, " + explored.edges()
                + " edges; by rows, " + result);
        agrees(explored, result);
    }

    private static void agrees(Explored explored, Replay.Result result) {
        assertThat(result.disagreements()).isEmpty();
        assertThat(result.reached() + result.open().size())
                .as("nothing is skipped")
                .isEqualTo(explored.graph().edges().size());
    }
}
