package dev.lockstep.harness.tun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@NeedsTun
class NetworkNamespaceTest {

    private static String namespaceOfThisThread() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
    }

    @Test
    void threadsStartedInsideStayInside() throws Exception {
        String outside = namespaceOfThisThread();
        try (NetworkNamespace namespace = NetworkNamespace.create("test")) {
            String inside = namespace.call(NetworkNamespaceTest::namespaceOfThisThread);
            String[] child = new String[1];
            namespace
                    .thread("child", () -> {
                        try {
                            child[0] = namespaceOfThisThread();
                        } catch (IOException unreadable) {
                            child[0] = unreadable.toString();
                        }
                    })
                    .join();

            assertThat(inside).isNotEqualTo(outside).isEqualTo(child[0]);
        }
        assertThat(namespaceOfThisThread()).isEqualTo(outside);
    }

    @Test
    void loopbackIsUp() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create("test")) {
            assertThat(namespace.<Boolean>call(
                            () -> InetAddress.ofLiteral("127.0.0.1").isReachable(1_000)))
                    .isTrue();
        }
    }

    @Test
    void aTasksFailureIsTheCallers() {
        try (NetworkNamespace namespace = NetworkNamespace.create("test")) {
            assertThatThrownBy(() -> namespace.call(() -> {
                        throw new IOException("as it was thrown");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("as it was thrown");
        }
    }

    @Test
    void aPairJoinsTwoKernels() throws Exception {
        try (NetworkNamespace left = NetworkNamespace.create("left");
                NetworkNamespace right = NetworkNamespace.create("right")) {
            VethPair.join(left, Cidr.parse("192.0.2.1/24"), right, Cidr.parse("192.0.2.2/24"), 1500);
            ServerSocket listening = right.call(() -> new ServerSocket(0, 1, InetAddress.ofLiteral("192.0.2.2")));
            try (listening) {
                int answer = left.call(() -> {
                    try (Socket near = new Socket()) {
                        near.connect(new InetSocketAddress("192.0.2.2", listening.getLocalPort()), 2_000);
                        try (Socket far = listening.accept()) {
                            far.getOutputStream().write(42);
                        }
                        return near.getInputStream().read();
                    }
                });

                assertThat(answer).isEqualTo(42);
            }
        }
    }

    @Test
    void routesTakeMetrics() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create("test")) {
            String routes = namespace.call(() -> {
                try (TunDevice device = TunDevice.open(TunOptions.named("lockstep0"));
                        InterfaceControl control = new InterfaceControl();
                        RouteNetlink netlink = new RouteNetlink()) {
                    device.up(Cidr.parse("192.0.2.1/24"), Cidr.parse("2001:db8::1/64"));
                    int index = control.index("lockstep0");
                    netlink.route(Cidr.parse("192.0.2.77/24"), index, RouteMetrics.PROMPT);
                    netlink.route(
                            Cidr.parse("198.51.100.0/24"), index, new RouteMetrics(false, Duration.ofMillis(700), 0));
                    netlink.route(Cidr.parse("2001:db8:1::/48"), index, RouteMetrics.DEFAULT);
                    netlink.route(Cidr.parse("0.0.0.0/0"), index, RouteMetrics.DEFAULT);
                    return Files.readString(Path.of("/proc/thread-self/net/route"))
                            + Files.readString(Path.of("/proc/thread-self/net/ipv6_route"));
                }
            });

            assertThat(routes) // little-endian hexadecimal, as that file has it
                    .contains("lockstep0\t000200C0\t00000000\t0001")
                    .contains("lockstep0\t006433C6")
                    .contains("lockstep0\t00000000\t00000000\t0001")
                    .contains("20010db8000100000000000000000000 30");
        }
    }

    @Test
    void settingsBelongToTheNamespace() throws Exception {
        String outside = Sysctl.get("net.ipv4.tcp_invalid_ratelimit");
        try (NetworkNamespace namespace = NetworkNamespace.create("test")) {
            String inside = namespace.call(() -> {
                try (TunDevice device = TunDevice.open(TunOptions.named("lockstep0"))) {
                    Sysctl.makeRepeatable(device.name());
                    device.up(Cidr.parse("192.0.2.1/24"));
                    assertThat(device.await(50_000_000))
                            .as("IPv6 says nothing by itself")
                            .isFalse();
                    return Sysctl.get("net.ipv4.tcp_invalid_ratelimit");
                }
            });

            assertThat(inside).isEqualTo("0");
        }
        assertThat(Sysctl.get("net.ipv4.tcp_invalid_ratelimit")).isEqualTo(outside);
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThatThrownBy(() -> Sysctl.set("net.ipv4.tcp_no_such_thing", "1"))
                .hasMessage("sysctl net.ipv4.tcp_no_such_thing: this kernel has no such setting");
    }
}
