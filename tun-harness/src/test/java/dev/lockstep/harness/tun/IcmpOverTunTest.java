package dev.lockstep.harness.tun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.target.JdkHttpClient;
import dev.lockstep.harness.target.SeededFile;
import dev.lockstep.harness.target.Transfer;
import dev.lockstep.stack.app.FolderSource;
import dev.lockstep.stack.app.HttpFileServer;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.wire.Ipv4Address;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel that routes between us and others, and reports in earnest what it cannot pass on. */
@NeedsTun
class IcmpOverTunTest {

    private static final int OURS = Ipv4Address.parse("192.0.2.2");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private NetworkNamespace router;
    private NetworkNamespace far;
    private TcpStack stack;

    @BeforeEach
    void enter() {
        router = NetworkNamespace.create("router");
        far = NetworkNamespace.create("far");
    }

    @AfterEach
    void leave() {
        far.close();
        router.close();
    }

    private TunLoop start() throws Exception {
        TunDevice device = router.call(() -> {
            TunDevice opened = TunDevice.open(TunOptions.named("lockstep0"));
            Sysctl.makeRepeatable(opened.name());
            opened.up(Cidr.parse("192.0.2.1/26"));
            Sysctl.set("net.ipv4.ip_forward", "1");
            return opened;
        });
        return TunLoop.start(
                device, LoopOptions.PLAIN, out -> stack = new TcpStack(StackConfig.of(OURS, new SipKey(1, 2)), out));
    }

    /** Both ends take 1500 bytes, the router in between sends on 600 at most: RFC 1191. */
    @Test
    void aNarrowPathMakesOurSegmentsSmaller() throws Exception {
        SeededFile file = SeededFile.write(folder.resolve("data"), 300_000, 1);
        try (TunLoop loop = start()) {
            VethPair veth = VethPair.join(router, Cidr.parse("192.0.2.65/26"), far, Cidr.parse("192.0.2.66/24"), 1_500);
            router.call(() -> {
                // The far side takes us for a neighbour.
                Sysctl.set("net.ipv4.conf." + veth.here() + ".proxy_arp", "1");
                try (InterfaceControl control = new InterfaceControl()) {
                    control.mtu(veth.here(), 600);
                }
                return null;
            });
            loop.submit(() -> {
                        stack.clock(loop.nowNanos());
                        return stack.listen(80, new HttpFileServer(new FolderSource(folder)));
                    })
                    .get(5, TimeUnit.SECONDS);

            Transfer transfer = far.call(() -> new JdkHttpClient().get(URI.create("http://192.0.2.2/data"), LIMIT));

            assertThat(transfer)
                    .isInstanceOfSatisfying(
                            Transfer.Done.class,
                            done -> assertThat(done.content()).isEqualTo(file.content()));
            assertThat(loop.submit(() -> stack.icmp().reports()).get(5, TimeUnit.SECONDS))
                    .as("reports of the router")
                    .isPositive();
        }
    }

    @Test
    void aHostThatCannotBeReachedIsReported() throws Exception {
        var trouble = new CompletableFuture<String>();
        var handler = new TcpHandler() {
            @Override
            public void trouble(TcpSocket socket) {
                trouble.complete("trouble");
            }

            @Override
            public void timedOut(TcpSocket socket) {
                trouble.complete("timed out");
            }
        };
        try (TunLoop loop = start()) {
            loop.submit(() -> {
                stack.clock(loop.nowNanos());
                return stack.connect(Ipv4Address.parse("198.51.100.7"), 80, handler);
            });

            assertThat(trouble.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("trouble");
            assertThat(loop.submit(() -> stack.icmp().reports()).get(5, TimeUnit.SECONDS))
                    .isPositive();
        }
    }
}
