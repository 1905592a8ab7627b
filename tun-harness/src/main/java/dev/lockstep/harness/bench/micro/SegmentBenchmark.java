package dev.lockstep.harness.bench.micro;

import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.SipKey;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One segment of text and its acknowledgement through two stacks: SEND, transmission, arrival, RECEIVE, acknowledgement,
 * its arrival. All rows, buffers and checksums of bulk transfer, and nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SegmentBenchmark {

    private static final int SENDER = 0x0a000001;
    private static final int RECEIVER = 0x0a000002;
    private static final int PORT = 9;
    private static final long STEP_NANOS = 10_000;

    @Param({"1", "1460"})
    private int bytes;

    private final MemorySegment text = Arena.ofAuto().allocate(1460);
    private final MemorySegment taken = Arena.ofAuto().allocate(65_536);
    private final Inbox toReceiver = new Inbox();
    private final Inbox toSender = new Inbox();
    private final TcpStack sender = new TcpStack(StackConfig.of(SENDER, new SipKey(1, 2)), toReceiver);
    private final TcpStack receiver = new TcpStack(StackConfig.of(RECEIVER, new SipKey(3, 4)), toSender);
    private TcpSocket socket;
    private long now;
    private long received;

    /** Packets on their way: a stack must not be handed one while it sends. */
    private static final class Inbox implements PacketSink {

        private static final int SLOT = 2048;
        private static final int SLOTS = 64;

        private final MemorySegment slab = Arena.ofAuto().allocate((long) SLOT * SLOTS);
        private final int[] lengths = new int[SLOTS];
        private int count;

        @Override
        public void packet(MemorySegment buffer, long offset, int length) {
            MemorySegment.copy(buffer, offset, slab, (long) count * SLOT, length);
            lengths[count++] = length;
        }

        void handTo(TcpStack stack, long now) {
            for (int i = 0; i < count; i++) {
                stack.packet(slab, (long) i * SLOT, lengths[i], now);
            }
            count = 0;
            stack.batchEnd(now);
        }
    }

    @Setup
    public void connect() {
        receiver.clock(now);
        receiver.listen(PORT, accepted -> new TcpHandler() {
            @Override
            public void readable(TcpSocket from) {
                received += from.receive(taken, 0, (int) taken.byteSize());
            }
        });
        sender.clock(now);
        socket = sender.connect(RECEIVER, PORT, new TcpHandler() {});
        for (int i = 0; i < 4; i++) {
            exchange();
        }
    }

    private void exchange() {
        now += STEP_NANOS;
        toReceiver.handTo(receiver, now);
        toSender.handTo(sender, now);
    }

    @Benchmark
    public long segmentAndAcknowledgement() {
        sender.clock(now);
        long before = received;
        socket.send(text, 0, bytes);
        exchange();
        if (received - before != bytes) {
            throw new IllegalStateException((received - before) + " bytes arrived, not " + bytes);
        }
        return received;
    }
}
