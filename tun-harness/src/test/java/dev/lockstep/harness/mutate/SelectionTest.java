package dev.lockstep.harness.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.mutation.Kind;
import dev.lockstep.spec.mutation.Mutant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final List<Mutant> ALL = IntStream.range(0, 100)
            .mapToObj(i -> new Mutant(
                    "row-" + i % 10 + ":" + i,
                    Kind.values()[i % Kind.values().length],
                    i < 50 ? "tcp open" : "tcp close",
                    "row-" + i % 10,
                    new Place("open.yaml", i, 1),
                    "change",
                    "open.yaml",
                    List.of(),
                    Set.of()))
            .toList();

    private static Selection sample(int number, long seed) {
        return new Selection(Set.of(), Set.of(), Set.of(), OptionalInt.of(number), seed);
    }

    @Test
    void theSameSeedDrawsTheSameMutantsInTheOrderOfTheTables() {
        List<Mutant> drawn = sample(20, 7).of(ALL);
        assertThat(drawn)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .isEqualTo(sample(20, 7).of(ALL));
        assertThat(drawn).isSortedAccordingTo((one, other) -> one.place().compareTo(other.place()));
        assertThat(drawn).isNotEqualTo(sample(20, 8).of(ALL));
    }

    @Test
    void filtersGoTogether() {
        var selection = new Selection(Set.of("row-3"), Set.of("close"), Set.of(), OptionalInt.empty(), 1);
        assertThat(selection.of(ALL))
                .extracting(Mutant::id)
                .containsExactly("row-3:53", "row-3:63", "row-3:73", "row-3:83", "row-3:93");
        assertThat(selection).hasToString("--rows row-3 --procedure close");
    }

    @Test
    void aNameThatMeansNothingIsTold() {
        var selection = new Selection(Set.of("row-3", "row-30"), Set.of(), Set.of(), OptionalInt.empty(), 1);
        assertThat(selection.unknown(ALL)).contains("row-30");
    }

    @Test
    void aShardIsOneOfSeveral() {
        assertThat(Shard.parse("2/3").of(List.of("a", "b", "c", "d", "e"))).containsExactly("b", "e");
        for (String wrong : List.of("0/3", "4/3", "x/3", "1", "1/2/3x", "")) {
            assertThatThrownBy(() -> Shard.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
