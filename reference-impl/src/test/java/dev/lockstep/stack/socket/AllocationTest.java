package dev.lockstep.stack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lockstep.stack.app.Discard;
import dev.lockstep.stack.trace.Pair;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Steady-state bulk transfer allocates nothing. */
class AllocationTest {

    private static final int WARM_UP = 20_000_000;
    private static final int MEASURED = 20_000_000;

    /** What the harness of the test itself and the compiler's leftovers may cost, against 27,000 segments. */
    private static final long ALLOWED = 16_384;

    private final Pair pair = new Pair();
    private final Discard discard = new Discard();
    private final Source source = new Source();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void a_bulk_transfer_allocates_nothing_per_segment() {
        pair.server.listen(9, discard);
        pair.client.connect(Pair.SERVER, 9, source);
        source.limit = WARM_UP;
        pair.settle();
        assertThat(discard.discarded()).isEqualTo(WARM_UP);

        long before = threads.getCurrentThreadAllocatedBytes();
        source.limit = WARM_UP + MEASURED;
        source.writable(source.socket);
        pair.settle();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(discard.discarded()).isEqualTo(WARM_UP + MEASURED);
        assertThat(allocated).as("bytes allocated").isLessThan(ALLOWED);
    }

    /** Sends as fast as it may. */
    private static final class Source implements TcpHandler {

        private final byte[] bytes = new byte[65_536];
        private TcpSocket socket;
        private long sent;
        private long limit;

        @Override
        public void connected(TcpSocket of) {
            socket = of;
            writable(of);
        }

        @Override
        public void writable(TcpSocket of) {
            int n = 1;
            while (n > 0 && sent < limit) {
                n = of.send(bytes, 0, (int) Math.min(bytes.length, limit - sent));
                sent += Math.max(0, n);
            }
        }
    }
}
