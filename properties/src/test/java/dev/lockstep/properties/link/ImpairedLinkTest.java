package dev.lockstep.properties.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.link.PacketSink;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpairedLinkTest {

    @Test
    void aPerfectLinkHandsOnAtOnce() {
        var link = new LinkScript("", 1).at(0, "a").at(5, "b", "c");

        assertThat(link.trace()).containsExactly("0ms a", "5ms b", "5ms c");
        assertThat(link.counts()).hasToString("3 of 3 delivered");
    }

    @Test
    void delayMovesEveryPacketAndKeepsTheOrder() {
        var link = new LinkScript("delay=20ms", 1).at(0, "a").at(5, "b", "c").at(100, "d");

        assertThat(link.trace()).containsExactly("20ms a", "25ms b", "25ms c", "120ms d");
    }

    @Test
    void jitterSpreadsArrivalsButNeverReorders() {
        var link = new LinkScript("delay=20ms,jitter=10ms", 5)
                .at(0, "a")
                .at(5, "b")
                .at(10, "c")
                .at(15, "d") // drawn to arrive before c
                .at(20, "e");

        assertThat(link.trace()).containsExactly("18ms a", "24ms b", "31ms c", "31ms d", "38ms e");
    }

    @Test
    void aReorderedPacketIsOvertakenByDepthOthers() {
        var link = new LinkScript("reorder=20%,depth=2", 8).at(0, "a", "b", "c", "d", "e", "f", "g", "h", "i");

        // c, d and f are held back; e and g overtake c and d, then g and h overtake f.
        assertThat(link.trace())
                .containsExactly("0ms a", "0ms b", "0ms e", "0ms g", "0ms c", "0ms d", "0ms h", "0ms f", "0ms i");
        assertThat(link.counts()).hasToString("9 of 9 delivered, 3 reordered");
    }

    @Test
    void aHeldPacketThatNobodyFollowsComesAfterTenMilliseconds() {
        var link = new LinkScript("reorder=100%", 1).at(3, "last");

        assertThat(link.trace()).containsExactly("13ms last");
        assertThat(link.counts()).hasToString("1 of 1 delivered");
    }

    @Test
    void aBottleneckSendsOnePacketAfterTheOther() {
        // 1000 bytes take 8 ms at 1 Mbit/s.
        var link = new LinkScript("rate=1mbit", 1)
                .at(0, "a", 1000)
                .at(0, "b", 1000)
                .at(10, "c", 500)
                .at(100, "d", 1000);

        assertThat(link.trace()).containsExactly("8ms a", "16ms b", "20ms c", "108ms d");
    }

    @Test
    void aFullQueueLosesWhatComesNext() {
        var link = new LinkScript("rate=1mbit,queue=2000B", 1)
                .at(0, "a", 1000)
                .at(0, "b", 1000)
                .at(0, "no room", 1000)
                .at(8, "c", 1000); // a has just left

        assertThat(link.trace()).containsExactly("8ms a", "16ms b", "24ms c");
        assertThat(link.counts()).hasToString("3 of 4 delivered, 1 dropped at the queue");
    }

    @Test
    void aDuplicateFollowsItsOriginal() {
        var link = new LinkScript("duplicate=50%", 3).at(0, "a", "b", "c", "d");

        assertThat(link.trace()).containsExactly("0ms a", "0ms b", "0ms b", "0ms c", "0ms d", "0ms d");
    }

    @Test
    void lossTakesPacketsOut() {
        var link = new LinkScript("loss=50%", 3).at(0, "a", "b", "c", "d", "e", "f");

        assertThat(link.trace()).containsExactly("0ms a", "0ms d", "0ms f");
        assertThat(link.counts()).hasToString("3 of 6 delivered, 3 lost");
    }

    @Test
    void corruptionFlipsOneBitOfACopy() {
        byte[] sent = new byte[100];
        List<byte[]> arrived = new ArrayList<>();
        PacketSink far = (buffer, offset, length) -> {
            byte[] bytes = new byte[length];
            MemorySegment.copy(buffer, java.lang.foreign.ValueLayout.JAVA_BYTE, offset, bytes, 0, length);
            arrived.add(bytes);
        };
        var link = new ImpairedLink(Impairment.parse("corrupt=100%"), 1, far);

        for (int i = 0; i < 50; i++) {
            link.packet(MemorySegment.ofArray(sent), 0, sent.length);
        }

        assertThat(sent).containsOnly(0);
        assertThat(arrived).hasSize(50).allSatisfy(bytes -> {
            int bits = 0;
            for (byte b : bytes) {
                bits += Integer.bitCount(b & 0xff);
            }
            assertThat(bits).isEqualTo(1);
        });
    }

    @Test
    void moreDelayDoesNotChangeWhatIsLost() {
        String[] names = {"a", "b", "c", "d", "e", "f", "g", "h"};
        List<String> without = new LinkScript("loss=40%", 11).at(0, names).trace();
        List<String> with = new LinkScript("loss=40%,delay=9ms,duplicate=0%", 11)
                .at(0, names)
                .trace();

        assertThat(with)
                .isEqualTo(
                        without.stream().map(line -> line.replace("0ms", "9ms")).toList());
    }

    @Test
    void aDeliveryMayOfferPacketsToTheSameLink() {
        List<Integer> arrived = new ArrayList<>();
        ImpairedLink[] link = new ImpairedLink[1];
        link[0] = new ImpairedLink(Impairment.parse("delay=1ms,duplicate=30%"), 4, (buffer, offset, length) -> {
            arrived.add(length);
            if (length > 1) {
                link[0].packet(MemorySegment.ofArray(new byte[length]), 1, length - 1);
            }
        });

        link[0].packet(MemorySegment.ofArray(new byte[8]), 0, 8);
        link[0].advance(7_999_999);
        assertThat(arrived).contains(2).doesNotContain(1);
        link[0].advance(8_000_000);

        assertThat(arrived).contains(1);
        assertThat(link[0].counts().underWay()).isZero();
    }

    @Test
    void twoOfAKindAreRefused() {
        var twice = List.<Impairment>of(new Impairment.Loss(0.1), new Impairment.Loss(0.2));

        assertThatThrownBy(() -> new ImpairedLink(twice, 1, PacketSink.NOWHERE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice the same kind");
    }
}
