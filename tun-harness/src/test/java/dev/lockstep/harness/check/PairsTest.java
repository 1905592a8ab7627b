package dev.lockstep.harness.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.LoadedModels;
import dev.lockstep.spec.models.ModelLoader;
import dev.lockstep.spec.models.StatePairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pairs of states that are written down, beside those that TLC has seen. */
class PairsTest {

    private static final Specification TABLES = SpecificationLoader.load(
                    Path.of(System.getProperty("lockstep.home", ".."), "spec/tables"))
            .orThrow();
    private static final Protocol TCP = TABLES.protocol("tcp");

    private static final String WRITTEN = """
            # Nobody touches this line.
            pairs: tcp
            reached:
            - ends: [CLOSED, CLOSED]
              why: nothing has begun   # nor this one
            - ends: [SYN-SENT, LISTEN]
              why: >-
                the SYN is on its way
            - {ends: [TIME-WAIT, TIME-WAIT], why: both closed at once}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("pairs.yaml"), WRITTEN);
    }

    private StatePairs written() {
        LoadedModels loaded = ModelLoader.load(folder, TABLES);
        assertThat(loaded.diagnostics()).isEmpty();
        return loaded.pairs().getFirst();
    }

    /** What the model {@code open} reaches. */
    private static PairMatrix reached(String... pairs) {
        var reached = new TreeMap<StatesOfEnds, Set<String>>();
        for (String pair : pairs) {
            reached.put(StatesOfEnds.read(pair), Set.of("open"));
        }
        return new PairMatrix(TCP, reached);
    }

    @Test
    void itDoesNotMatterWhichEndIsInWhichState() {
        var comparison = new PairComparison(
                written(), reached("CLOSED/CLOSED", "LISTEN/SYN-SENT", "TIME-WAIT/TIME-WAIT"), true, Set.of());
        assertThat(comparison.faults()).isEmpty();
        assertThat(new PairComparison(
                                written(),
                                reached("CLOSED/CLOSED", "SYN-SENT/LISTEN", "TIME-WAIT/TIME-WAIT"),
                                true,
                                Set.of())
                        .faults())
                .isEmpty();
    }

    @Test
    void aPairThatIsReachedAndNotListed() {
        var matrix = reached("CLOSED/CLOSED", "LISTEN/SYN-SENT", "TIME-WAIT/TIME-WAIT", "TIME-WAIT/ESTABLISHED");
        assertThat(new PairComparison(written(), matrix, true, Set.of()).faults())
                .containsExactly("the ends are in ESTABLISHED / TIME-WAIT at once in open, which "
                        + folder.resolve("pairs.yaml")
                        + " does not list. If that is meant: ./lockstep check --pin, then say there why");
    }

    @Test
    void aPairThatIsListedAndNotReachedIsAFaultOnlyIfAllModelsWereChecked() {
        var matrix = reached("CLOSED/CLOSED", "LISTEN/SYN-SENT");
        assertThat(new PairComparison(written(), matrix, false, Set.of()).faults())
                .isEmpty();
        assertThat(new PairComparison(written(), matrix, true, Set.of()).faults())
                .singleElement()
                .asString()
                .startsWith(
                        "no model reaches TIME-WAIT / TIME-WAIT, which " + folder.resolve("pairs.yaml") + ":9:3 lists");
    }

    @Test
    void pinningAddsAndTakesAwayAndLeavesTheRestAsItIs() throws IOException {
        var matrix = reached("CLOSED/CLOSED", "LISTEN/SYN-SENT", "LISTEN/CLOSED", "SYN-SENT/SYN-SENT");
        PairsPin.write(new PairComparison(written(), matrix, true, Set.of()));
        assertThat(Files.readString(folder.resolve("pairs.yaml"))).isEqualTo("""
                        # Nobody touches this line.
                        pairs: tcp
                        reached:
                        - ends: [CLOSED, CLOSED]
                          why: nothing has begun   # nor this one
                        - ends: [CLOSED, LISTEN]
                          why: "?"
                        - ends: [SYN-SENT, LISTEN]
                          why: >-
                            the SYN is on its way
                        - ends: [SYN-SENT, SYN-SENT]
                          why: "?"
                        """);
        assertThat(new PairComparison(written(), matrix, true, Set.of()).faults())
                .isEmpty();
    }

    /** As `check` and `check --deep` see it. */
    @Test
    void aPairThatOnlyDeepModelsReach() throws IOException {
        Files.writeString(
                folder.resolve("pairs.yaml"),
                WRITTEN.replace("why: both closed at once}", "why: both closed at once, tier: deep}"));
        var fewer = reached("CLOSED/CLOSED", "LISTEN/SYN-SENT");
        assertThat(new PairComparison(written(), fewer, true, Set.of()).faults())
                .isEmpty();
        assertThat(new PairComparison(written(), fewer, true, Set.of("open-deep")).faults())
                .singleElement()
                .asString()
                .startsWith("no model reaches TIME-WAIT / TIME-WAIT");
        var all = reached("CLOSED/CLOSED", "LISTEN/SYN-SENT", "TIME-WAIT/TIME-WAIT");
        assertThat(new PairComparison(written(), all, true, Set.of("open")).faults())
                .isEmpty();
        var comparison = new PairComparison(written(), all, true, Set.of("close"));
        assertThat(comparison.faults())
                .singleElement()
                .asString()
                .startsWith("open reaches TIME-WAIT / TIME-WAIT, which ")
                .contains("lists as reached by deep models only");
        PairsPin.write(comparison);
        assertThat(Files.readString(folder.resolve("pairs.yaml"))).isEqualTo(WRITTEN);
    }

    @Test
    void aPairThatOnlyDeepModelsReachIsPinnedAsSuch() throws IOException {
        var matrix = reached("CLOSED/CLOSED", "LISTEN/SYN-SENT", "TIME-WAIT/TIME-WAIT", "SYN-SENT/SYN-SENT");
        PairsPin.write(new PairComparison(written(), matrix, true, Set.of("open")));
        assertThat(Files.readString(folder.resolve("pairs.yaml")))
                .contains("- ends: [SYN-SENT, SYN-SENT]\n  tier: deep\n  why: \"?\"\n");
    }

    @Test
    void theGridTellsModelsAndWhatIsReachedOnlyTheOtherWayAround() {
        assertThat(reached("CLOSED/CLOSED", "SYN-SENT/LISTEN").grid())
                .startsWith("""
                                      CL  LI  SS  SR  ES  F1  F2  CW  CG  LA  TW   <- B
                        CLOSED         1
                        LISTEN                 .
                        SYN-SENT           1
                        SYN-RECEIVED
                        """)
                .contains("2 pairs, whichever end is in which state");
    }
}
