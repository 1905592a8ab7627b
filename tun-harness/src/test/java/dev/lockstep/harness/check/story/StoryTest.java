package dev.lockstep.harness.check.story;

import static dev.lockstep.harness.golden.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Toys;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.TextLadder;
import java.nio.file.Path;
import java.util.List;
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
}
