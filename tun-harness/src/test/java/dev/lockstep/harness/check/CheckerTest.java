package dev.lockstep.harness.check;

import static dev.lockstep.harness.golden.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.check.story.Words;
import dev.lockstep.harness.check.tlc.Tlc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTest {

    private static final Path TOY =
            Path.of(System.getProperty("lockstep.home", ".."), "tun-harness/src/test/resources/toys/Toy.tla");

    private static final Path RUNTIME =
            Path.of(System.getProperty("lockstep.home", ".."), "reference-impl/src/main/tla/Lockstep.tla");

    @TempDir
    private Path out;

    private static CheckTask task(String config, long pinned) throws IOException {
        return task(config, pinned, List.of(), List.of());
    }

    private static CheckTask task(String config, long pinned, List<String> premises, List<String> shared)
            throws IOException {
        return new CheckTask(
                "toy",
                Path.of("toy.yaml"),
                Map.of(
                        "Lockstep.tla",
                        Files.readString(RUNTIME),
                        "Toy.tla",
                        Files.readString(TOY),
                        "Toy.cfg",
                        "CONSTANTS\n  MaxFaults = 1\n  N = 16\nSPECIFICATION Spec\n" + config.replace(";", "\n")
                                + "\n"),
                Map.of("Toy.tla", tellingRows(Files.readString(TOY))),
                "Toy",
                Map.of(
                        "NeverMeet",
                        new CheckTask.ClaimText(
                                "never-meet",
                                "both ends are never open",
                                "toy.yaml:7",
                                "not (A.STATE = ESTABLISHED and B.STATE = ESTABLISHED)",
                                List.of("STATE"))),
                new TlcConfig(config.replace(";", "\n")).properties(),
                List.of(),
                premises,
                shared,
                List.of("open-active", "seq-ok"),
                Set.of("seq-ok"),
                OptionalLong.of(pinned));
    }

    /** As the generator's modules do where they are to tell. */
    private static String tellingRows(String toy) {
        return toy.replace("VARIABLES tcb", "VARIABLES fired, tcb")
                .replace("vars == <<tcb", "vars == <<fired, tcb")
                .replace("Init ==\n", "Init ==\n  /\\ fired = <<>>\n")
                .replaceAll("Fired\\((<<.*>>)\\)", "fired' = $1")
                .replace("/\\ UNCHANGED tcb\n", "/\\ UNCHANGED tcb /\\ fired' = <<>>\n");
    }

    private Outcome check(CheckTask task) throws IOException {
        var options = new CheckOptions(out, OptionalInt.empty(), Optional.of(Duration.ofMinutes(1)), true);
        var words = new Words(List.of("ISS", "SND.UNA", "SND.NXT", "RCV.NXT"));
        return new Checker(Tlc.locate(), options, words).check(task, counts -> {});
    }

    @Test
    void holds() throws IOException {
        Outcome outcome = check(task("INVARIANT TypeOK;PROPERTY Greeted", 21));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.word()).isEqualTo("holds");
    }

    /** An invariant is asked once for each distinct state. */
    @Test
    void theStatesOfBothEndsAreCounted() throws IOException {
        Outcome outcome = check(task("INVARIANT TypeOK StatesNoted", 21));
        assertThat(outcome.coverage().pairs()).containsKey(new StatesOfEnds("CLOSED", "LISTEN"));
        assertThat(outcome.coverage().pairs()).doesNotContainKey(new StatesOfEnds("CLOSED", "ESTABLISHED"));
        assertThat(outcome.coverage().pairs().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(21);
    }

    /** For {@code ./lockstep coverage}, which need not check again what has not changed. */
    @Test
    void whatWasCoveredIsKeptForTheseModulesAlone() throws IOException {
        CheckTask task = task("INVARIANT TypeOK StatesNoted", 21);
        assertThat(KeptCoverage.read(task, out)).isEmpty();
        Outcome outcome = check(task);
        assertThat(KeptCoverage.read(task, out)).contains(outcome.coverage());
        assertThat(KeptCoverage.read(task("INVARIANT TypeOK", 21), out)).isEmpty();
        check(task("INVARIANT NeverMeet", 21));
        assertThat(KeptCoverage.read(task("INVARIANT NeverMeet", 21), out))
                .as("of a check that a violation has ended")
                .isEmpty();
    }

    @Test
    void anotherCountThanPinned() throws IOException {
        Outcome outcome = check(task("INVARIANT TypeOK", 20));
        assertThat(outcome.faults())
                .containsExactly(
                        "21 distinct states, but 20 are pinned in toy.yaml. If that is meant: ./lockstep check toy --pin");
    }

    @Test
    void counterexampleInWordsPictureAndJson() throws IOException {
        Outcome outcome = check(task("INVARIANTS TypeOK NeverMeet", 21));
        assertThat(outcome.faults()).containsExactly("invariant never-meet is violated");
        assertGolden(
                "check/counterexample.txt", Files.readString(outcome.folder().resolve("counterexample.txt")));
        assertGolden(
                "check/counterexample.json",
                Files.readString(outcome.folder().resolve("counterexample.json"))
                        .replaceAll("[0-9a-f]{64}", "..."));
        assertThat(Files.readString(outcome.folder().resolve("counterexample.svg")))
                .startsWith("<svg");
    }

    @Test
    void oneOfSeveralPropertiesOverTimeIsNamed() throws IOException {
        Outcome outcome = check(task("PROPERTIES Greeted Forgets", 21));
        assertThat(outcome.faults()).containsExactly("liveness Forgets is violated");
    }

    @Test
    void aFormerCounterexampleDoesNotStay() throws IOException {
        Outcome outcome = check(task("INVARIANT NeverMeet", 21));
        assertThat(outcome.folder().resolve("counterexample.txt")).exists();
        check(task("INVARIANT TypeOK", 21));
        assertThat(outcome.folder().resolve("counterexample.txt")).doesNotExist();
    }

    /** The toy's invariant notes the premise of `polite`, and of no other claim. */
    @Test
    void aClaimWhosePremiseIsNeverMetSaysNothing() throws IOException {
        Outcome outcome = check(task("INVARIANT Polite", 21, List.of("polite", "rude"), List.of()));
        assertThat(outcome.faults()).containsExactly("nothing meets the premise of rude, so that it says nothing");
        assertThat(outcome.word()).isEqualTo("vacuous: rude");
    }

    @Test
    void aSharedClaimNeedsItsPremiseInSomeModel() throws IOException {
        Outcome one = check(task("INVARIANT TypeOK", 21, List.of(), List.of("polite", "rude")));
        Outcome other = check(task("INVARIANT Polite", 21, List.of(), List.of("polite", "rude")));
        assertThat(SharedClaims.faults(List.of(one, other), true))
                .containsExactly("no model meets the premise of rude, so that it says nothing");
        assertThat(SharedClaims.faults(List.of(one), false))
                .as("not all models")
                .isEmpty();
    }
}
