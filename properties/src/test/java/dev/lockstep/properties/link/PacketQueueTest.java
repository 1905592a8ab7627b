package dev.lockstep.properties.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.link.Host;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PacketQueueTest {

    private record Waiting(byte[] bytes, long due) {}

    /** The ring against the library's queue, over random lengths, fillings and emptyings. */
    @Property(tries = 100)
    void isAQueue(@ForAll long seed) {
        SplitMix random = new SplitMix(seed);
        PacketQueue queue = new PacketQueue(200_000);
        ArrayDeque<Waiting> model = new ArrayDeque<>();
        for (int step = 0; step < 2_000; step++) {
            boolean filling = (step / 200) % 2 == 0;
            if (random.chance(filling ? 0.7 : 0.3)) {
                byte[] bytes = new byte[1 + (int) random.below(random.chance(0.05) ? 20_000 : 1500)];
                Arrays.fill(bytes, (byte) step);
                if (queue.add(MemorySegment.ofArray(bytes), 0, bytes.length, step)) {
                    model.add(new Waiting(bytes, step));
                } else {
                    assertThat(queue.waitingBytes())
                            .as("refused only when nearly full")
                            .isGreaterThan(150_000);
                }
            } else if (!queue.isEmpty()) {
                Waiting expected = model.remove();
                queue.releaseTo((buffer, offset, length, at) -> {
                    assertThat(at).isEqualTo(expected.due);
                    assertThat(buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE))
                            .isEqualTo(expected.bytes);
                });
            }
            assertThat(queue.nextDue()).isEqualTo(model.isEmpty() ? Host.NEVER : model.peek().due);
            assertThat(queue.waitingBytes())
                    .isEqualTo(model.stream().mapToInt(w -> w.bytes.length).sum());
        }
    }

    @Test
    void growsWhileAPacketIsBeingDelivered() {
        PacketQueue queue = new PacketQueue(1 << 20);
        byte[] first = new byte[1000];
        Arrays.fill(first, (byte) 1);
        queue.add(MemorySegment.ofArray(first), 0, 1000, 0);

        queue.releaseTo((buffer, offset, length, at) -> {
            for (int i = 0; i < 100; i++) {
                queue.add(MemorySegment.ofArray(new byte[1000]), 0, 1000, 1);
            }
            assertThat(buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE))
                    .isEqualTo(first);
        });

        for (int i = 0; i < 1_000; i++) { // the room is given back once, not twice and not never
            queue.releaseTo((buffer, offset, length, at) -> assertThat(length).isEqualTo(1000));
            assertThat(queue.add(MemorySegment.ofArray(new byte[1000]), 0, 1000, 1))
                    .isTrue();
        }
    }
}
