package dev.lockstep.harness.bench;

import dev.lockstep.harness.tun.Cidr;
import dev.lockstep.harness.tun.NetworkNamespace;
import dev.lockstep.harness.tun.VethPair;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The kernel's TCP at both ends of a veth pair, as it comes, with all its offloads: what the stack is compared with. */
final class KernelWire implements Wire {

    private static final Cidr NEAR = Cidr.parse("10.78.0.1/24");
    private static final Cidr FAR = Cidr.parse("10.78.0.2/24");
    private static final InetSocketAddress LISTENER = new InetSocketAddress(FAR.address(), 5001);
    private static final int MTU = 1500;

    private final NetworkNamespace near = NetworkNamespace.create("near");
    private final NetworkNamespace far = NetworkNamespace.create("far");
    private final ServerSocketChannel listener;

    KernelWire() throws Exception {
        try {
            VethPair.join(near, NEAR, far, FAR, MTU);
            listener = far.call(() -> ServerSocketChannel.open().bind(LISTENER));
        } catch (Exception refused) {
            closeNamespaces();
            throw refused;
        }
    }

    @Override
    public String name() {
        return "kernel over veth";
    }

    @Override
    public Flow start() throws Exception {
        SocketChannel writer = near.call(() -> SocketChannel.open(LISTENER));
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
            // the namespaces go anyway
        }
        closeNamespaces();
    }

    private void closeNamespaces() {
        near.close();
        far.close();
    }
}
