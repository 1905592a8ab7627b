package dev.lockstep.stack.trace;

import dev.lockstep.kit.FiredRows;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.wire.Ipv4Address;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Two stacks back to back over a perfect link, in virtual time. Nothing is allocated while packets pass. */
public final class Pair {

    public static final int CLIENT = Ipv4Address.parse("10.0.0.1");
    public static final int SERVER = Ipv4Address.parse("10.0.0.2");

    public final TcpStack client;
    public final TcpStack server;

    private final Wire toServer = new Wire();
    private final Wire toClient = new Wire();
    private long now;

    public Pair() {
        this(StackConfig.of(CLIENT, new SipKey(1, 1)), StackConfig.of(SERVER, new SipKey(2, 2)));
    }

    public Pair(StackConfig client, StackConfig server) {
        this.client = new TcpStack(client, toServer);
        this.server = new TcpStack(server, toClient);
        FiredRows.watch(this.client);
        FiredRows.watch(this.server);
    }

    /** Goes on until nobody has anything to send, with the time standing still. */
    public void settle() {
        boolean some = true;
        while (some) {
            client.expire(now);
            server.expire(now);
            boolean someToServer = toServer.carry(server, now);
            some = toClient.carry(client, now) || someToServer;
        }
    }

    /** Lets time pass, with everything that happens in it. */
    public void later(long milliseconds) {
        long until = now + milliseconds * 1_000_000;
        settle();
        for (long due = next(); due <= until; due = next()) {
            now = Math.max(now, due);
            settle();
        }
        now = until;
        settle();
    }

    private long next() {
        return Math.min(client.nextDeadlineNanos(), server.nextDeadlineNanos());
    }

    /** Packets on their way, in slots of one slab. */
    private static final class Wire implements PacketSink {

        private static final int SLOTS = 1024;
        private static final int SLOT = 2048;

        private final MemorySegment slab = Arena.ofAuto().allocate((long) SLOTS * SLOT);
        private final int[] lengths = new int[SLOTS];
        private int first;
        private int count;

        @Override
        public void packet(MemorySegment buffer, long offset, int length) {
            if (count == SLOTS) {
                throw new IllegalStateException("more packets on their way than there are slots");
            }
            int slot = (first + count++) % SLOTS;
            lengths[slot] = length;
            MemorySegment.copy(buffer, offset, slab, (long) slot * SLOT, length);
        }

        boolean carry(Host host, long now) {
            boolean some = count > 0;
            while (count > 0) {
                int slot = first;
                first = (first + 1) % SLOTS;
                count--;
                host.packet(slab, (long) slot * SLOT, lengths[slot], now);
            }
            host.batchEnd(now);
            return some;
        }
    }
}
