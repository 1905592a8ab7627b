package dev.lockstep.harness.check.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.mutate.Shard;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as figures: how much there is to do. */
class DealTest {

    private static final List<Integer> WORK = List.of(1, 1, 2, 2, 3, 5, 8, 10, 40, 41, 60, 62);

    private static int sum(List<Integer> work, Shard shard) {
        return shard.of(Deal.order(work, shard.of())).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void bothHaveAboutAsMuchToDo() {
        assertThat(Deal.order(WORK, 2)).containsExactly(62, 60, 40, 41, 10, 8, 3, 5, 2, 2, 1, 1);
        assertThat(sum(WORK, new Shard(1, 2))).isEqualTo(118);
        assertThat(sum(WORK, new Shard(2, 2))).isEqualTo(117);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 12, 40})
    void eachIsDealtOnce(int shards) {
        List<Integer> dealt = IntStream.rangeClosed(1, shards)
                .mapToObj(index -> new Shard(index, shards).of(Deal.order(WORK, shards)))
                .flatMap(List::stream)
                .collect(Collectors.toList());
        assertThat(dealt).containsExactlyInAnyOrderElementsOf(WORK);
    }
}
