package dev.lockstep.stack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rings against plain arrays; anywhere in the sequence space, also across zero. */
class BufferProperties {

    private static final int CAPACITY = 64;

    private final UserText user = new UserText();

    /** Something to do, with two numbers that each kind reads in its own way. */
    record Step(int kind, int a, int b) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, CAPACITY);
        return Combinators.combine(Arbitraries.integers().between(0, 2), numbers, numbers)
                .as(Step::new)
                .list()
                .ofMaxSize(100);
    }

    @Provide
    Arbitrary<Integer> bases() {
        return Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.integers().between(-100, 100));
    }

    /** SEND, an acknowledgement, a segment, in any order. */
    @Property
    void whatWasQueuedIsSentUntilItIsAcknowledged(@ForAll("bases") int base, @ForAll("steps") List<Step> steps) {
        SendBuffer buffer = new SendBuffer(new RingPool(CAPACITY, 1));
        int front = 0;
        int end = 0;
        for (Step step : steps) {
            switch (step.kind()) {
                case 0 -> {
                    int length = Math.min(step.a(), CAPACITY - (end - front));
                    buffer.append(base + end, user.at(stream(end, length), 0), length);
                    end += length;
                }
                case 1 -> {
                    int upto = front + step.a();
                    buffer.release(base + upto);
                    front = Math.min(upto, end);
                }
                default -> {
                    int from = front + Math.min(step.a(), end - front);
                    int length = Math.min(step.b(), end - from);
                    byte[] sent = new byte[length];
                    if (length > 0) {
                        buffer.copy(base + from, MemorySegment.ofArray(sent), 0, length);
                    }
                    assertThat(sent).isEqualTo(stream(from, length));
                }
            }
            assertThat(buffer.size()).isEqualTo(end - front);
            assertThat(buffer.room()).isEqualTo(CAPACITY - (end - front));
        }
    }

    /** Pieces are kept in any order inside the window; what has no gap before it is delivered, then taken. */
    @Property
    void whatArrivesIsReadInOrder(@ForAll("bases") int base, @ForAll("steps") List<Step> steps) {
        ReceiveBuffer buffer = new ReceiveBuffer(new RingPool(CAPACITY, 1));
        BitSet kept = new BitSet();
        int front = 0;
        int next = 0;
        for (Step step : steps) {
            switch (step.kind()) {
                case 0 -> {
                    int from = next + Math.min(step.a(), CAPACITY - (next - front));
                    int length = Math.min(step.b(), CAPACITY - (from - front));
                    buffer.keep(base + from, MemorySegment.ofArray(stream(from, length)), 0, length);
                    kept.set(from, from + length);
                }
                case 1 -> {
                    int length = kept.nextClearBit(next) - next;
                    buffer.deliver(base + next, length);
                    next += length;
                }
                default -> {
                    int length = Math.min(step.a(), next - front);
                    byte[] taken = new byte[length];
                    if (length > 0) {
                        buffer.take(user.at(taken, 0), length);
                    }
                    assertThat(taken).isEqualTo(stream(front, length));
                    front += length;
                }
            }
            assertThat(buffer.readable()).isEqualTo(next - front);
        }
    }

    private static byte[] stream(int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ((from + i) * 31 + (from + i) / 256);
        }
        return bytes;
    }
}
