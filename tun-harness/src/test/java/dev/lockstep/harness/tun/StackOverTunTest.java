package dev.lockstep.harness.tun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.capture.CaptureReader;
import dev.lockstep.harness.capture.CapturedPacket;
import dev.lockstep.harness.capture.Direction;
import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.harness.capture.PcapngWriter;
import dev.lockstep.harness.capture.TcpRowNotes;
import dev.lockstep.harness.target.JdkHttpClient;
import dev.lockstep.harness.target.KernelHttpServer;
import dev.lockstep.harness.target.SeededFile;
import dev.lockstep.harness.target.StreamDigest;
import dev.lockstep.harness.target.Transfer;
import dev.lockstep.properties.link.Impairment;
import dev.lockstep.stack.app.FolderSource;
import dev.lockstep.stack.app.HttpFetch;
import dev.lockstep.stack.app.HttpFileServer;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.wire.Ipv4Address;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated stack, through a real device, against the kernel's TCP with ordinary programs on it. */
@NeedsTun
class StackOverTunTest {

    private static final int OURS = Ipv4Address.parse("192.0.2.2");
    private static final int KERNELS = Ipv4Address.parse("192.0.2.1");
    private static final URI FILE = URI.create("http://192.0.2.2/data");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private NetworkNamespace namespace;
    private TcpStack stack;

    @BeforeEach
    void enter() {
        namespace = NetworkNamespace.create("test");
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    private TunLoop start(LoopOptions options, Observer observer) throws Exception {
        TunDevice device = namespace.call(() -> {
            TunDevice opened = TunDevice.open(TunOptions.named("lockstep0"));
            Sysctl.makeRepeatable(opened.name());
            opened.up(Cidr.parse("192.0.2.1/24"));
            return opened;
        });
        return TunLoop.start(
                device, options, out -> stack = new TcpStack(StackConfig.of(OURS, new SipKey(1, 2)), out, observer));
    }

    private TunLoop serve(LoopOptions options, Observer observer) throws Exception {
        TunLoop loop = start(options, observer);
        loop.submit(() -> {
                    stack.clock(loop.nowNanos());
                    return stack.listen(80, new HttpFileServer(new FolderSource(folder)));
                })
                .get(5, TimeUnit.SECONDS);
        return loop;
    }

    private Transfer fetch() throws Exception {
        return namespace.call(() -> new JdkHttpClient().get(FILE, LIMIT));
    }

    private static void assertGot(Transfer transfer, SeededFile file) {
        assertThat(transfer)
                .isInstanceOfSatisfying(
                        Transfer.Done.class, done -> assertThat(done.content()).isEqualTo(file.content()));
    }

    @Test
    void theKernelsClientGetsAFileFromUs() throws Exception {
        SeededFile file = SeededFile.write(folder.resolve("data"), 3_000_000, 1);
        try (TunLoop _ = serve(LoopOptions.PLAIN, null)) {
            assertGot(fetch(), file);
            assertGot(fetch(), file);
        }
    }

    @Test
    void itGetsTheFileOverABadLinkToo() throws Exception {
        SeededFile file = SeededFile.write(folder.resolve("data"), 150_000, 2);
        var bad = Impairment.parse("loss=1%,corrupt=0.5%,duplicate=1%,reorder=2%,depth=2,delay=1ms,jitter=500us");
        TunLoop loop = serve(LoopOptions.PLAIN.withImpairments(bad, 3), null);
        try (loop) {
            assertGot(fetch(), file);
        }
        assertThat(loop.counts().toKernel().lost()).isPositive();
    }

    @Test
    void weGetAFileFromTheKernelsServer() throws Exception {
        SeededFile file = SeededFile.write(folder.resolve("data"), 3_000_000, 4);
        var received = new ByteArrayOutputStream();
        var over = new CompletableFuture<String>();
        var outcome = new HttpFetch.Outcome() {
            @Override
            public void body(byte[] bytes, int offset, int length) {
                received.write(bytes, offset, length);
            }

            @Override
            public void done(int status, long length) {
                over.complete("status " + status);
            }

            @Override
            public void failed(String why) {
                over.complete(why);
            }
        };
        try (TunLoop loop = start(LoopOptions.PLAIN, null);
                KernelHttpServer server = namespace.call(() -> KernelHttpServer.start(
                        new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 0), file.path()))) {
            loop.submit(() -> {
                stack.clock(loop.nowNanos());
                return stack.connect(KERNELS, server.address().getPort(), new HttpFetch("192.0.2.1", "/file", outcome));
            });

            assertThat(over.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("status 200");
        }
        assertThat(StreamDigest.of(new ByteArrayInputStream(received.toByteArray())))
                .isEqualTo(file.content());
    }

    @Test
    void theRecordingSaysWhichRowsFired() throws Exception {
        SeededFile file = SeededFile.write(folder.resolve("data"), 1_000, 5);
        Path recording = folder.resolve("run.pcapng");
        TcpRowNotes notes = new TcpRowNotes();
        var capture = new PacketCapture(PcapngWriter.create(recording), "lockstep0", PcapngWriter.WHOLE, notes);
        try (TunLoop _ = serve(LoopOptions.PLAIN.withCapture(capture), notes)) {
            assertGot(fetch(), file);
        }

        List<CapturedPacket> packets = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(recording)) {
            for (var packet = reader.next(); packet.isPresent(); packet = reader.next()) {
                packets.add(packet.get());
            }
        }
        assertThat(packets)
                .hasSizeGreaterThan(6)
                .allMatch(packet -> packet.comments().size() == 1);
        assertThat(packets.get(0).direction()).isEqualTo(Direction.INBOUND);
        assertThat(packets.get(1).direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(packets.get(0).comments().getFirst())
                .as("the SYN and its answer: what led to the answer is part of what the SYN set off")
                .startsWith(packets.get(1).comments().getFirst());
    }
}
