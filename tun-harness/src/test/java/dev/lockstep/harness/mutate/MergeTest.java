package dev.lockstep.harness.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.InputException;
import dev.lockstep.spec.mutation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results on disk: gone on with, torn, divided among shards and joined. */
class MergeTest {

    private static final List<String> IDS =
            IntStream.range(0, 7).mapToObj(i -> "row-" + i + ":row:1").toList();

    @TempDir
    private Path folder;

    private static Header header(String digest, Shard shard) {
        return new Header(digest, "all mutants", IDS.size(), Digests.of(IDS), shard);
    }

    private static Result result(String id, Fate fate) {
        return new Result(id, Kind.ROW, "tcp close", "close.yaml:7:3", "the row is dropped", fate, "L204", 12);
    }

    private Path run(String digest, Shard shard, int most) throws IOException {
        Path out = folder.resolve("shard-" + shard.index());
        try (ResultFile file = ResultFile.open(out, header(digest, shard))) {
            for (String id : shard.of(IDS).stream().limit(most).toList()) {
                file.add(result(id, Fate.PROOF));
            }
        }
        return out;
    }

    @Test
    void shardsAreDisjointAndTogetherAll() throws IOException {
        Path one = run("d", new Shard(1, 3), 9);
        Path two = run("d", new Shard(2, 3), 9);
        Path three = run("d", new Shard(3, 3), 9);
        assertThat(Merge.of(List.of(three, one, two))).extracting(Result::id).isEqualTo(IDS);
    }

    @Test
    void aShardThatIsMissingOrGivenTwiceIsRefused() throws IOException {
        Path one = run("d", new Shard(1, 3), 9);
        Path two = run("d", new Shard(2, 3), 9);
        assertThatThrownBy(() -> Merge.of(List.of(one, two)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("shard 3/3 is missing");
        assertThatThrownBy(() -> Merge.of(List.of(one, two, one))).hasMessageContaining("shard 1/3 is given twice");
    }

    @Test
    void aShardThatIsNotFinishedIsRefused() throws IOException {
        Path one = run("d", new Shard(1, 2), 9);
        Path two = run("d", new Shard(2, 2), 2);
        assertThatThrownBy(() -> Merge.of(List.of(one, two)))
                .hasMessageContaining("shard 2/2 is not complete: 2 of 3 mutants");
    }

    @Test
    void shardsOfOtherTablesAreRefused() throws IOException {
        Path one = run("d", new Shard(1, 2), 9);
        Path two = run("e", new Shard(2, 2), 9);
        assertThatThrownBy(() -> Merge.of(List.of(one, two))).hasMessageContaining("of other tables");
    }

    @Test
    void resultsOfOtherMutantsAreRefused() throws IOException {
        Path one = run("d", Shard.WHOLE, 9);
        Path file = one.resolve(ResultFile.NAME);
        Files.writeString(file, Files.readString(file).replace("row-3:", "row-9:"));
        assertThatThrownBy(() -> Merge.of(List.of(one))).hasMessageContaining("not those of the mutants");
    }

    @Test
    void aRunGoesOnBehindTheLastWholeLine() throws IOException {
        Path out = run("d", Shard.WHOLE, 2);
        Files.writeString(out.resolve(ResultFile.NAME), "{\"id\":\"row-2:r", StandardOpenOption.APPEND);
        try (ResultFile file = ResultFile.open(out, header("d", Shard.WHOLE))) {
            assertThat(file.former()).extracting(Result::id).containsExactly(IDS.get(0), IDS.get(1));
            file.add(result(IDS.get(2), Fate.SURVIVED));
        }
        assertThat(ResultFile.read(out).results()).hasSize(3).contains(result(IDS.get(2), Fate.SURVIVED));
    }

    @Test
    void resultsOfOtherTablesAreNotGoneOnWith() throws IOException {
        Path out = run("d", Shard.WHOLE, 2);
        assertThatThrownBy(() -> ResultFile.open(out, header("e", Shard.WHOLE)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other tables");
    }

    @Test
    void twoRunsDoNotWriteToOneFile() throws IOException {
        try (ResultFile file = ResultFile.open(folder, header("d", Shard.WHOLE))) {
            assertThat(file.former()).isEmpty();
            assertThatThrownBy(() -> ResultFile.open(folder, header("d", Shard.WHOLE)))
                    .hasMessageContaining("another run");
        }
    }

    @Test
    void theScoreIsOfThoseThatTypeCheckAndAreNotEquivalent() {
        var report = new Report(
                List.of(
                        result("a", Fate.PROOF),
                        result("b", Fate.REJECTED),
                        result("c", Fate.CHANGED),
                        result("d", Fate.SURVIVED)),
                Set.of("d"));
        assertThat(report.survivors()).extracting(Result::id).containsExactly("c");
        assertThat(report.text()).endsWith("4 mutants: 1 killed, 1 alive, score 50.0%\n");
    }
}
