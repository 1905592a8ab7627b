package dev.lockstep.properties.agreement;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** No model is left out. */
    @Example
    void everyModel() {
        assertThat(Explored.models())
                .containsExactlyInAnyOrder(
                        "open", "transfer", "close", "window", "early", "forge", "idle", "delay", "crash", "again");
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
