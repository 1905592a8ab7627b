package dev.lockstep.harness.check.story;

import static dev.lockstep.harness.golden.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.generators.tla.value.TlaParser;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Toys;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import dev.lockstep.harness.ladder.Cause;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.LadderEvent;
import dev.lockstep.harness.ladder.Side;
import dev.lockstep.harness.ladder.TextLadder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {

    @TempDir
    private Path folder;

    private String ladder(String config) {
        TlcReport report = Toys.run(folder, config);
        assertThat(report.unreadable()).isEmpty();
        var words = new Words(List.of("ISS", "SND.UNA", "SND.NXT", "RCV.NXT"));
        Story.Told told = Story.tell(report.behavior().orElseThrow(), List.of(List.of("open-active")), words)
                .orElseThrow();
        return TextLadder.draw(
                new Ladder("", told.left(), told.right(), told.events(), told.ending(), List.of()),
                100,
                Glyphs.UNICODE);
    }

    @Test
    void handshake() {
        assertGolden(
                "story/handshake.txt", ladder("CONSTANTS MaxFaults = 1 N = 16;SPECIFICATION Spec;INVARIANT NeverMeet"));
    }

    @Test
    void lossAndDuplicate() {
        assertGolden(
                "story/faults.txt",
                ladder("CONSTANTS MaxFaults = 3 N = 16;SPECIFICATION Spec;INVARIANT NotAfterFaults"));
    }

    @Test
    void nothingMoreHappens() {
        assertGolden(
                "story/stutter.txt",
                ladder("CONSTANTS MaxFaults = 1 N = 16;SPECIFICATION NoTimer;PROPERTY Greeted;CHECK_DEADLOCK FALSE"));
    }

    @Test
    void goesRound() {
        assertGolden("story/round.txt", ladder("CONSTANTS MaxFaults = 9 N = 16;SPECIFICATION Unfair;PROPERTY Greeted"));
    }

    /** What the network reports is no arrow: a remark when it sets out, and the cause of what the end does. */
    @Test
    void aReport() {
        var behavior = new Behavior(
                List.of(
                        state(1, "", "SYN-SENT", "<<>>"),
                        state(2, "ReportToA", "SYN-SENT", "<<[TYPE |-> 3, CODE |-> 3]>>"),
                        state(3, "HearA", "CLOSED", "<<>>")),
                new Behavior.Continuation.Ends());
        Story.Told told = Story.tell(behavior, List.of(), new Words(List.of())).orElseThrow();
        assertThat(told.events())
                .containsExactly(
                        new LadderEvent.Remark("1", "the network reports an error to A"),
                        new LadderEvent.Step(
                                "2",
                                Side.LEFT,
                                new Cause.Report("(TYPE 3, CODE 3)"),
                                "CLOSED",
                                List.of(),
                                List.of(),
                                List.of()));
    }

    private static TlaState state(int number, String action, String state, String reports) {
        return new TlaState(
                number,
                action,
                Map.of(
                        "tcb", TlaParser.value("[A |-> [STATE |-> \"" + state + "\"], B |-> [STATE |-> \"CLOSED\"]]"),
                        "net", TlaParser.value("[A |-> <<>>, B |-> <<>>]"),
                        "reports", TlaParser.value("[A |-> " + reports + ", B |-> <<>>]")));
    }
}
