package dev.lockstep.harness.bench;

import dev.lockstep.harness.tun.Cidr;
import dev.lockstep.harness.tun.InterfaceControl;
import dev.lockstep.harness.tun.NetworkNamespace;
import dev.lockstep.harness.tun.RouteNetlink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The kernel's TCP at both ends of a veth pair, as it comes: with all its offloads. What the stack is compared with.
 *
 * <p>Needs a network namespace of this process's own, in which it leaves an interface.
 */
final class KernelWire implements Wire {

    private static final String NEAR = "bench0";
    private static final String FAR = "bench1";
    private static final Cidr NEAR_ADDRESS = Cidr.parse("10.78.0.1/24");
    private static final Cidr FAR_ADDRESS = Cidr.parse("10.78.0.2/24");
    private static final int PORT = 5001;

    private final NetworkNamespace far;
    private final ServerSocketChannel listener;

    KernelWire() throws Exception {
        far = NetworkNamespace.create("bench");
        try {
            try (RouteNetlink netlink = new RouteNetlink()) {
                netlink.vethPair(NEAR, FAR, far);
            }
            configure(NEAR, NEAR_ADDRESS);
            listener = far.call(() -> {
                configure(FAR, FAR_ADDRESS);
                return ServerSocketChannel.open().bind(socket(FAR_ADDRESS.address()));
            });
        } catch (Exception refused) {
            far.close();
            throw refused;
        }
    }

    private static void configure(String name, Cidr cidr) {
        try (InterfaceControl control = new InterfaceControl()) {
            control.address(name, cidr);
            control.up(name);
        }
    }

    private static InetSocketAddress socket(InetAddress address) {
        return new InetSocketAddress(address, PORT);
    }

    @Override
    public String name() {
        return "kernel over veth";
    }

    @Override
    public Flow start() throws IOException {
        SocketChannel writer = SocketChannel.open(socket(FAR_ADDRESS.address()));
        SocketChannel reader = listener.accept();
        Pump source = Pump.writing(writer);
        Pump sink = Pump.reading(reader);
        return new Flow() {
            @Override
            public long received() {
                return sink.moved();
            }

            @Override
            public void close() {
                source.close();
                sink.close();
            }
        };
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException ignored) {
            // the namespace goes anyway
        }
        far.close();
    }
}
