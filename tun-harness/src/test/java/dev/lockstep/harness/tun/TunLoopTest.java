package dev.lockstep.harness.tun;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.harness.capture.CaptureReader;
import dev.lockstep.harness.capture.CapturedPacket;
import dev.lockstep.harness.capture.Direction;
import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.harness.capture.PcapngWriter;
import dev.lockstep.harness.capture.RowNotes;
import dev.lockstep.properties.link.Impairment;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's own ping and UDP against a host that only echoes, through a real device. */
@NeedsTun
class TunLoopTest {

    private static final InetAddress STACK = InetAddress.ofLiteral("192.0.2.2");

    private NetworkNamespace namespace;
    private EchoHost host;
    private DatagramSocket sender; // made when first used

    @BeforeEach
    void enter() {
        namespace = NetworkNamespace.create("test");
    }

    @AfterEach
    void leave() {
        if (sender != null) {
            sender.close();
        }
        namespace.close();
    }

    private TunLoop start(LoopOptions options) throws Exception {
        return start(options, out -> host = new EchoHost(out));
    }

    private TunLoop start(LoopOptions options, Function<PacketSink, Host> hostMaker) throws Exception {
        TunDevice device = namespace.call(() -> {
            TunDevice opened = TunDevice.open(TunOptions.named("lockstep0"));
            opened.up(Cidr.parse("192.0.2.1/24"));
            return opened;
        });
        return TunLoop.start(device, options, hostMaker);
    }

    /** One ICMP echo by the kernel, as root. */
    private boolean ping(int timeoutMillis) throws Exception {
        return namespace.call(() -> STACK.isReachable(timeoutMillis));
    }

    /** Nanoseconds from sending a datagram until it is back. */
    private long roundTrip() throws Exception {
        return namespace.call(() -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.setSoTimeout(5_000);
                byte[] text = "there and back".getBytes(US_ASCII);
                long start = System.nanoTime();
                socket.send(new DatagramPacket(text, text.length, STACK, 7));
                DatagramPacket back = new DatagramPacket(new byte[100], 100);
                socket.receive(back);
                long took = System.nanoTime() - start;
                assertThat(new String(back.getData(), 0, back.getLength(), US_ASCII))
                        .isEqualTo("there and back");
                return took;
            }
        });
    }

    @Test
    void theKernelsPingIsAnswered() throws Exception {
        try (TunLoop _ = start(LoopOptions.PLAIN)) {
            assertThat(ping(2_000)).isTrue();
        }
    }

    @Test
    void datagramsComeBack() throws Exception {
        try (TunLoop _ = start(LoopOptions.PLAIN)) {
            for (int i = 0; i < 100; i++) {
                roundTrip();
            }
        }
        assertThat(host.packets).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aDelayIsFeltInEachDirection() throws Exception {
        try (TunLoop _ = start(LoopOptions.PLAIN.withImpairments(Impairment.parse("delay=15ms"), 1))) {
            for (int i = 0; i < 10; i++) {
                assertThat(roundTrip()).isBetween(30_000_000L, 3_000_000_000L);
            }
        }
    }

    @Test
    void aLinkThatLosesEverythingLetsNoPingThrough() throws Exception {
        TunLoop loop = start(LoopOptions.PLAIN.withImpairments(Impairment.parse("loss=100%"), 1));
        try (loop) {
            assertThat(ping(50)).isFalse();
        }
        assertThat(loop.counts().toHost().lost()).isPositive();
        assertThat(host.packets).isZero();
    }

    @Test
    void theRecordingIsWhatTheHostSaw(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.pcapng");
        RowNotes notes = new RowNotes() {
            @Override
            public void clear() {}

            @Override
            public CharSequence rows() {
                return "echo/reply";
            }
        };
        var capture = new PacketCapture(PcapngWriter.create(file), "lockstep0", PcapngWriter.WHOLE, notes);
        try (TunLoop _ = start(LoopOptions.PLAIN.withCapture(capture))) {
            roundTrip();
        }

        List<CapturedPacket> packets = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(file)) {
            for (var packet = reader.next(); packet.isPresent(); packet = reader.next()) {
                if (packet.get().bytes()[0] == 0x45) { // the kernel also says what IPv6 has it say
                    packets.add(packet.get());
                }
            }
        }
        assertThat(packets)
                .extracting(CapturedPacket::direction)
                .containsExactly(Direction.INBOUND, Direction.OUTBOUND);
        assertThat(packets).extracting(CapturedPacket::comments).containsOnly(List.of("echo/reply"));
        assertThat(packets)
                .allMatch(packet -> Math.abs(packet.epochNanos() / 1e6 - System.currentTimeMillis()) < 60_000);
    }

    @Test
    void commandsRunOnTheLoopsThreadAndTimersExpire() throws Exception {
        try (TunLoop loop = start(LoopOptions.PLAIN)) {
            String thread = loop.submit(() -> {
                        host.deadline = loop.nowNanos() + 5_000_000;
                        return Thread.currentThread().getName();
                    })
                    .get(5, TimeUnit.SECONDS);
            assertThat(thread).isEqualTo("lockstep-lockstep0");

            while (loop.submit(() -> host.expiries).get(5, TimeUnit.SECONDS) == 0) {
                Thread.sleep(1);
            }
            assertThat(loop.submit(() -> host.expiries).get(5, TimeUnit.SECONDS))
                    .isEqualTo(1);
        }
    }

    @Test
    void aQuietLoopSleeps() throws Exception {
        TunLoop loop = start(LoopOptions.PLAIN);
        try (loop) {
            roundTrip();
            Thread.sleep(200);
        }
        assertThat(loop.counts().device().systemCalls()).isLessThan(100);
    }

    @Test
    void spinningAnswersWithoutSleep() throws Exception {
        try (TunLoop _ = start(LoopOptions.PLAIN.withSpinNanos(2_000_000))) {
            for (int i = 0; i < 20; i++) {
                roundTrip();
            }
        }
    }

    @Test
    void anEndedLoopRefusesCommands() throws Exception {
        TunLoop loop = start(LoopOptions.PLAIN);
        loop.close();

        var refused = catchThrowableOfType(
                CompletionException.class, () -> loop.submit(() -> 1).join());

        assertThat(refused).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aHostsFaultEndsTheLoopAndIsToldToAll() throws Exception {
        TunLoop loop = start(LoopOptions.PLAIN, out -> new EchoHost(out) {
            @Override
            public void packet(MemorySegment buffer, long offset, int length, long nowNanos) {
                if (buffer.get(ValueLayout.JAVA_BYTE, offset) == 0x45) { // the kernel's own IPv6 may come first
                    throw new IllegalArgumentException("no row matches");
                }
            }
        });
        sendOne();
        while (!loop.submit(() -> 1).isCompletedExceptionally()) {
            Thread.sleep(1);
        }

        assertThat(catchThrowableOfType(IllegalStateException.class, loop::close))
                .hasMessage("the loop of lockstep0 ended by a failure")
                .hasRootCauseMessage("no row matches");
        assertThat(catchThrowableOfType(
                        CompletionException.class, () -> loop.submit(() -> 1).join()))
                .hasRootCauseMessage("no row matches");
    }

    @Test
    void noCommandOfManyThreadsIsMissed() throws Exception {
        try (TunLoop loop = start(LoopOptions.PLAIN)) {
            int[] sum = new int[1]; // touched by the loop's thread only
            List<Thread> posters = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                posters.add(Thread.ofPlatform().start(() -> {
                    for (int j = 0; j < 2_000; j++) {
                        loop.submit(() -> sum[0]++).join(); // each waits, so that the loop goes to sleep in between
                    }
                }));
            }
            for (Thread poster : posters) {
                poster.join();
            }
            assertThat(loop.submit(() -> sum[0]).get(5, TimeUnit.SECONDS)).isEqualTo(8_000);
        }
    }

    @Test
    void steadyTrafficAllocatesNothing() throws Exception {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        try (TunLoop loop = start(LoopOptions.PLAIN)) {
            // The first rounds run interpreted, and how soon that ends depends on how busy the machine is.
            for (int round = 0; round < 100 && least > 0; round++) {
                long before =
                        loop.submit(threads::getCurrentThreadAllocatedBytes).get(5, TimeUnit.SECONDS);
                for (int i = 0; i < 1_000; i++) {
                    sendOne();
                }
                long after =
                        loop.submit(threads::getCurrentThreadAllocatedBytes).get(5, TimeUnit.SECONDS);
                least = Math.min(least, (after - before) / 1_000);
            }
        }
        assertThat(least).as("bytes per packet").isZero();
    }

    private void sendOne() throws Exception {
        if (sender == null) {
            sender = namespace.call(() -> new DatagramSocket());
        }
        sender.send(new DatagramPacket(new byte[100], 100, STACK, 7));
    }
}
