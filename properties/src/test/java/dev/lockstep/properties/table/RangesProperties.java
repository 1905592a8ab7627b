package dev.lockstep.properties.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.table.Ranges;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sets of sequence intervals against a plain set of bits, anywhere on the circle, also across zero. */
class RangesProperties {

    /** Numbers are drawn from [base, base + SPACE). */
    private static final int SPACE = 200;

    /** One change: {@code with} or {@code from}, by offsets from the base. */
    record Change(boolean with, int from, int to) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> offsets = Arbitraries.integers().between(0, SPACE - 1);
        // Mostly short intervals, so that many gaps come about and the set fills up.
        Arbitrary<Integer> lengths =
                Arbitraries.integers().between(0, 20).flatMap(kind -> kind < 18 ? Arbitraries.just(kind % 3) : offsets);
        return Combinators.combine(Arbitraries.integers().between(0, 15), offsets, lengths)
                .as((kind, from, length) -> new Change(kind > 0, from, Math.min(SPACE, from + length)))
                .list()
                .ofMaxSize(120);
    }

    @Provide
    Arbitrary<Integer> bases() {
        return Arbitraries.oneOf(
                Arbitraries.integers(),
                Arbitraries.integers().between(-SPACE, 0),
                Arbitraries.integers().between(Integer.MAX_VALUE - SPACE, Integer.MAX_VALUE));
    }

    @Property
    void behavesAsASetOfNumbers(@ForAll("bases") int base, @ForAll("changes") List<Change> changes) {
        var ranges = new Ranges();
        var model = new BitSet();
        for (Change change : changes) {
            int from = base + change.from();
            int to = base + change.to();
            if (change.with()) {
                BitSet grown = (BitSet) model.clone();
                grown.set(change.from(), change.to());
                assertThat(ranges.fits(from, to)).isEqualTo(runs(grown) <= Ranges.CAPACITY);
                if (!ranges.fits(from, to)) {
                    continue;
                }
                ranges.with(from, to);
                model = grown;
            } else {
                ranges.from(from);
                model.clear(0, change.from());
            }
            assertSame(ranges, model, base);
        }
    }

    @Property
    void equalSetsAreEqualHoweverTheyCameAbout(@ForAll("bases") int base, @ForAll("changes") List<Change> changes) {
        var grown = new Ranges();
        var model = new BitSet();
        for (Change change : changes) {
            if (grown.fits(base + change.from(), base + change.to())) {
                grown.with(base + change.from(), base + change.to());
                model.set(change.from(), change.to());
            }
        }
        var built = new Ranges();
        for (int bit = model.nextSetBit(0); bit >= 0; bit = model.nextSetBit(bit + 1)) {
            built.with(base + bit, base + bit + 1);
        }
        assertThat(built).isEqualTo(grown).hasSameHashCodeAs(grown);
        var copy = new Ranges();
        copy.with(base, base + 7);
        copy.copyFrom(grown);
        assertThat(copy).isEqualTo(grown);
    }

    private static void assertSame(Ranges ranges, BitSet model, int base) {
        assertThat(ranges.isEmpty()).isEqualTo(model.isEmpty());
        assertThat(ranges.intervals()).isEqualTo(runs(model));
        for (int offset = 0; offset < SPACE; offset++) {
            if (ranges.holds(base + offset) != model.get(offset)
                    || ranges.endOf(base + offset)
                            != base + (model.get(offset) ? model.nextClearBit(offset) : offset)) {
                throw new AssertionError("at " + offset + ": " + ranges + " should be " + model + " + " + base);
            }
        }
    }

    /** How many intervals the set consists of. */
    private static int runs(BitSet set) {
        int runs = 0;
        for (int bit = set.nextSetBit(0); bit >= 0; bit = set.nextSetBit(set.nextClearBit(bit))) {
            runs++;
        }
        return runs;
    }
}
