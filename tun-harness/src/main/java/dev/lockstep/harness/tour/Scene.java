package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.wire.Ipv4Address;
import java.util.List;
import java.util.function.Predicate;

/** Two hosts with a program on each; the server listens, and the client has been told to connect. */
final class Scene {

    static final int PORT = 80;
    static final long SECOND = 1_000_000_000L;

    final TwoHosts hosts;
    final Program client;
    final Program server;

    /** @param settings parameters of both stacks */
    Scene(long seed, List<String> settings) {
        hosts = new TwoHosts(seed, settings);
        client = new Program(hosts, Side.LEFT);
        server = new Program(hosts, Side.RIGHT);
        hosts.server().listen(PORT, socket -> {
            server.has(socket);
            return server;
        });
        client.has(hosts.client().connect(Ipv4Address.parse(TwoHosts.SERVER), PORT, client));
    }

    /** Lets a second go by in which the connection is opened, and whatever else is under way comes to its end. */
    Scene opened() {
        hosts.run(SECOND);
        return this;
    }

    /** The first packet from an instant on that is of this kind. */
    Packet packet(Predicate<Packet> kind, long fromNanos) {
        return hosts.packets().stream()
                .filter(packet -> packet.sentNanos() >= fromNanos && kind.test(packet))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the story has no such packet"));
    }
}
