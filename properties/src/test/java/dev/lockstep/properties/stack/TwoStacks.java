package dev.lockstep.properties.stack;

import dev.lockstep.kit.FiredRows;
import dev.lockstep.properties.link.ImpairedLink;
import dev.lockstep.properties.link.Impairment;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.wire.Ipv4Address;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Two stacks, a link with impairments each way, and virtual time: a run is a function of the seed. */
final class TwoStacks {

    static final int CLIENT = Ipv4Address.parse("10.0.0.1");
    static final int SERVER = Ipv4Address.parse("10.0.0.2");

    final TcpStack client;
    final TcpStack server;

    private final ImpairedLink toServer;
    private final ImpairedLink toClient;
    private final Inbox serverInbox = new Inbox();
    private final Inbox clientInbox = new Inbox();
    private long now;

    TwoStacks(String impairments, long seed, UnaryOperator<StackConfig> config) {
        this(impairments, seed, config, null, null);
    }

    /** With somebody who watches each of them, or null. */
    TwoStacks(String impairments, long seed, UnaryOperator<StackConfig> config, Observer ofClient, Observer ofServer) {
        List<Impairment> link = Impairment.parse(impairments);
        toServer = new ImpairedLink(link, seed, serverInbox);
        toClient = new ImpairedLink(link, ~seed, clientInbox);
        client = new TcpStack(config.apply(StackConfig.of(CLIENT, new SipKey(seed, 1))), toServer, ofClient);
        server = new TcpStack(config.apply(StackConfig.of(SERVER, new SipKey(seed, 2))), toClient, ofServer);
        FiredRows.watch(client);
        FiredRows.watch(server);
    }

    /** Virtual time in nanoseconds since the beginning. */
    long now() {
        return now;
    }

    /** Goes on until that is so, or nothing can happen any more, or that much virtual time is over. */
    void run(BooleanSupplier until, long limitNanos) {
        while (!until.getAsBoolean() && now <= limitNanos) {
            boolean someToServer = serverInbox.handTo(server, now);
            boolean some = clientInbox.handTo(client, now) || someToServer;
            if (!some) {
                long next = Math.min(
                        Math.min(toServer.nextDeadline(), toClient.nextDeadline()),
                        Math.min(client.nextDeadlineNanos(), server.nextDeadlineNanos()));
                if (next == Host.NEVER) {
                    return;
                }
                now = Math.max(now, next);
                toServer.advance(now);
                toClient.advance(now);
                client.expire(now);
                server.expire(now);
            }
        }
    }

    /** Where a link's packets wait until the stack has done with the one before. */
    private static final class Inbox implements PacketSink {

        private final Deque<MemorySegment> waiting = new ArrayDeque<>();

        @Override
        public void packet(MemorySegment buffer, long offset, int length) {
            waiting.add(MemorySegment.ofArray(buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE)));
        }

        boolean handTo(Host host, long now) {
            boolean some = !waiting.isEmpty();
            for (MemorySegment packet = waiting.poll(); packet != null; packet = waiting.poll()) {
                host.packet(packet, 0, (int) packet.byteSize(), now);
            }
            host.batchEnd(now);
            return some;
        }
    }
}
