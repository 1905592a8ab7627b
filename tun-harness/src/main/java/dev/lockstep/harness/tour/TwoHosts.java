package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.harness.run.Settings;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.wire.Ipv4Address;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A client and a server made from the tables, and a wire between them, in virtual time. Everything that happens is written
 * down; the same story gives the same run.
 */
final class TwoHosts {

    static final String CLIENT = "10.77.0.1";
    static final String SERVER = "10.77.0.2";

    /** Of a packet on the wire, one way. */
    static final long LATENCY_NANOS = 10_000_000;

    private final List<Watch.Watched> book = new ArrayList<>();
    private final Numbers clientNumbers = new Numbers();
    private final Numbers serverNumbers = new Numbers();
    private final Watch clientWatch = new Watch(Side.LEFT, clientNumbers, serverNumbers, this::nowNanos, book);
    private final Watch serverWatch = new Watch(Side.RIGHT, serverNumbers, clientNumbers, this::nowNanos, book);
    private final Wire wire =
            new Wire(LATENCY_NANOS, packet -> watch(packet.from()).lost(packet));
    private final TcpStack client;
    private final TcpStack server;
    private final List<Packet> packets = new ArrayList<>();
    private long now;

    /**
     * @param seed of the hosts' secrets, from which initial sequence numbers and ports come
     * @param settings parameters of TCP at both hosts: {@code NAGLE=false}
     */
    TwoHosts(long seed, List<String> settings) {
        client = new TcpStack(
                Settings.config(Ipv4Address.parse(CLIENT), 24, settings, seed), sink(Side.LEFT), clientWatch);
        server = new TcpStack(
                Settings.config(Ipv4Address.parse(SERVER), 24, settings, ~seed), sink(Side.RIGHT), serverWatch);
    }

    private PacketSink sink(Side from) {
        return (buffer, offset, length) -> sends(from, buffer.asSlice(offset, length));
    }

    private void sends(Side from, MemorySegment bytes) {
        var packet = new Packet(packets.size() + 1, from, bytes.toArray(ValueLayout.JAVA_BYTE), now);
        packets.add(packet);
        numbers(from).seen(packet.seq());
        watch(from).sends(packet);
        wire.carry(packet);
    }

    private Watch watch(Side side) {
        return side == Side.LEFT ? clientWatch : serverWatch;
    }

    private TcpStack stack(Side side) {
        return side == Side.LEFT ? client : server;
    }

    /** How the numbers of a host are read. */
    Numbers numbers(Side side) {
        return side == Side.LEFT ? clientNumbers : serverNumbers;
    }

    Wire wire() {
        return wire;
    }

    long nowNanos() {
        return now;
    }

    /** The client's stack, ready for calls. */
    TcpStack client() {
        client.clock(now);
        return client;
    }

    /** The server's stack, ready for calls. */
    TcpStack server() {
        server.clock(now);
        return server;
    }

    /** Writes down that the program on a host was called back. */
    void notice(Side at, String text) {
        watch(at).notice(text);
    }

    /** Lets so much time go by. */
    void run(long nanos) {
        long end = now + nanos;
        while (next() <= end) {
            now = Math.max(now, next());
            turn();
        }
        now = end;
        clock();
    }

    /** Lets time go by until nothing more would happen by itself. */
    void runOut() {
        while (next() != Host.NEVER) {
            now = Math.max(now, next());
            turn();
        }
        clock();
    }

    private void clock() {
        client.clock(now);
        server.clock(now);
    }

    private long next() {
        return Math.min(wire.nextArrivalNanos(), Math.min(client.nextDeadlineNanos(), server.nextDeadlineNanos()));
    }

    private void turn() {
        if (wire.nextArrivalNanos() <= now) {
            Packet packet = wire.arrive();
            Side to = packet.from().other();
            watch(to).arriving(packet, stack(to).ip().rows());
            stack(to).packet(MemorySegment.ofArray(packet.bytes()), 0, packet.bytes().length, now);
            stack(to).batchEnd(now);
        } else {
            for (Side side : Side.values()) {
                if (stack(side).nextDeadlineNanos() <= now) {
                    stack(side).expire(now);
                }
            }
        }
    }

    /** All packets, in the order in which they were sent. */
    List<Packet> packets() {
        return packets;
    }

    /**
     * The run so far: of each host the events of the one connection that was opened. A host that listens has records
     * besides, about which there is nothing to tell.
     */
    List<Moment> moments() {
        Set<Connection> opened = new HashSet<>();
        for (Watch.Watched watched : book) {
            if (watched.moment() instanceof Moment.Event event
                    && event.after() != State.LISTEN
                    && event.after() != State.CLOSED) {
                opened.add(watched.connection());
            }
        }
        return book.stream()
                .filter(watched -> watched.connection() == null || opened.contains(watched.connection()))
                .map(Watch.Watched::moment)
                .sorted(Comparator.comparingLong(Moment::nanos))
                .toList();
    }
}
