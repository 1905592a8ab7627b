package dev.lockstep.properties.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ImpairedLinkPropertiesTest {

    private static final String EVERYTHING =
            "loss=10%,corrupt=5%,duplicate=10%,rate=20mbit,queue=20KB," + "reorder=20%,depth=2,delay=3ms,jitter=2ms";

    /** Offers packets at the given gaps and gives what arrives, with the clock told only every {@code step}-th time. */
    private static List<String> run(String impairments, long seed, List<Integer> gapsInMicros, int extraAdvances) {
        List<String> arrived = new ArrayList<>();
        var link = new ImpairedLink(Impairment.parse(impairments), seed, (buffer, offset, length) -> {
            byte[] bytes = buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
            arrived.add(length + ":" + Arrays.hashCode(bytes));
        });
        long now = 0;
        for (int i = 0; i < gapsInMicros.size(); i++) {
            long next = now + gapsInMicros.get(i) * 1_000L;
            for (int j = 1; j <= extraAdvances; j++) {
                link.advance(now + (next - now) * j / (extraAdvances + 1));
            }
            link.advance(next);
            now = next;
            byte[] bytes = new byte[40 + i % 1400];
            Arrays.fill(bytes, (byte) i);
            link.packet(MemorySegment.ofArray(bytes), 0, bytes.length);
        }
        link.advance(now + 10_000_000_000L);
        assertThat(link.counts().underWay()).isZero();
        return arrived;
    }

    @Property(tries = 200)
    void whatArrivesDoesNotDependOnHowOftenTimeIsTold(
            @ForAll long seed,
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 3_000) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 7) int extraAdvances) {
        assertThat(run(EVERYTHING, seed, gaps, extraAdvances)).isEqualTo(run(EVERYTHING, seed, gaps, 0));
    }

    @Property(tries = 100)
    void aLinkThatOnlyDelaysDeliversAllUnchangedAndInOrder(
            @ForAll long seed, @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 3_000) Integer> gaps) {
        assertThat(run("delay=3ms,jitter=3ms,rate=1mbit,queue=64MB", seed, gaps, 0))
                .isEqualTo(run("", seed, gaps, 0));
    }
}
