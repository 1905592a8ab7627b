package dev.lockstep.properties.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.stack.link.PacketSink;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Over many packets the shares are what was asked for. The seed is fixed: this holds always or never. */
class ImpairedLinkRatesTest {

    private static final int PACKETS = 100_000;
    private static final long SEED = 20250101;

    private static LinkCounts send(String impairments) {
        var link = new ImpairedLink(Impairment.parse(impairments), SEED, PacketSink.NOWHERE);
        MemorySegment packet = MemorySegment.ofArray(new byte[100]);
        for (int i = 0; i < PACKETS; i++) {
            link.advance(i * 1_000L);
            link.packet(packet, 0, 100);
        }
        link.advance(Long.MAX_VALUE - 1);
        return link.counts();
    }

    /** Three standard deviations of a binomial count. */
    private static org.assertj.core.data.Offset<Long> chance(double share) {
        return within((long) Math.ceil(3 * Math.sqrt(PACKETS * share * (1 - share))));
    }

    @Test
    void sharesAreMet() {
        LinkCounts counts = send("loss=2%,corrupt=0.1%,duplicate=1%");

        assertThat(counts.lost()).isCloseTo(2_000, chance(0.02));
        assertThat(counts.corrupted()).isCloseTo(98, chance(0.001));
        assertThat(counts.duplicated()).isCloseTo(980, chance(0.01));
        assertThat(counts.delivered()).isEqualTo(PACKETS - counts.lost() + counts.duplicated());
    }

    @Test
    void reorderingTakesItsShareAndLosesNothing() {
        LinkCounts counts = send("reorder=2%,depth=3");

        assertThat(counts.reordered()).isCloseTo(2_000, chance(0.02));
        assertThat(counts.delivered()).isEqualTo(PACKETS);
    }

    @Test
    void aBottleneckDeliversItsRate() {
        // 100 bytes each microsecond are 800 Mbit/s; a quarter gets through, and the queue's fill besides.
        LinkCounts counts = send("rate=200mbit,queue=100000B");

        assertThat(counts.delivered()).isCloseTo(PACKETS / 4 + 1_000, within(1L));
        assertThat(counts.queueDrops()).isEqualTo(PACKETS - counts.delivered());
    }

    @Test
    void seedsDiffer() {
        MemorySegment packet = MemorySegment.ofArray(new byte[20]);
        var one = new ImpairedLink(Impairment.parse("loss=50%"), 1, PacketSink.NOWHERE);
        var two = new ImpairedLink(Impairment.parse("loss=50%"), 2, PacketSink.NOWHERE);
        int agree = 0;
        for (int i = 0; i < 1_000; i++) {
            one.packet(packet, 0, 20);
            two.packet(packet, 0, 20);
            agree += one.counts().lost() == two.counts().lost() ? 1 : 0;
        }

        assertThat(agree).isLessThan(500);
    }

    @Test
    void steadyTrafficAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var link = new ImpairedLink(
                Impairment.parse("loss=2%,corrupt=1%,duplicate=1%,rate=10gbit,reorder=2%,delay=5ms,jitter=1ms"),
                SEED,
                PacketSink.NOWHERE);
        MemorySegment packet = MemorySegment.ofArray(new byte[1500]);
        long least = Long.MAX_VALUE;
        // The first rounds run interpreted and let the queues grow to what they need.
        for (int round = 0; round < 50 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                link.packet(packet, 0, 1500, (round * 20_000L + i) * 2_000L);
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / 20_000);
        }

        assertThat(least).as("bytes per packet").isZero();
    }
}
