package dev.lockstep.stack.ip;

import dev.lockstep.stack.ip.table.Datagram;
import dev.lockstep.stack.ip.table.Effects;
import dev.lockstep.stack.ip.table.Events;
import dev.lockstep.stack.ip.table.Ip;
import dev.lockstep.stack.ip.table.Parameters;
import dev.lockstep.stack.ip.table.Reason;
import dev.lockstep.stack.ip.table.Row;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.MemorySegment;

/**
 * Takes datagrams from the link and hands their payloads up, as the tables say.
 *
 * <p>It reads what the header claims, compares it with what came, and lets the rows decide. Each drop is counted by
 * its reason.
 */
public final class IpLayer implements Effects {

    private final int address;
    private final int prefix;
    private final Receiver tcp;
    private final Receiver icmp;
    private final Receiver protocolUnreachable;
    private final Parameters parameters = Parameters.defaults();
    private final RowLog rows = new RowLog(Row.values().length);
    private final Ip controlBlock = new Ip(rows, parameters);
    private final Datagram datagram = new Datagram();
    private final long[] dropped = new long[Reason.values().length];
    private long received;
    private long runts;

    /** The datagram that is being looked at. */
    private MemorySegment packet;

    private long at;

    /**
     * @param address ours
     * @param prefix length of our network's prefix
     * @param protocolUnreachable takes whole datagrams, header included, whose protocol nobody here knows
     */
    public IpLayer(int address, int prefix, Receiver tcp, Receiver icmp, Receiver protocolUnreachable) {
        this.address = address;
        this.prefix = prefix;
        this.tcp = tcp;
        this.icmp = icmp;
        this.protocolUnreachable = protocolUnreachable;
    }

    /**
     * Takes a datagram as the link delivered it.
     *
     * @param length bytes that really came
     */
    public void datagram(MemorySegment buffer, long offset, int length) {
        received++;
        if (length < Ipv4Header.LENGTH) {
            runts++;
            return;
        }
        packet = buffer;
        at = offset;
        datagram.version = Ipv4Header.version(packet, at);
        datagram.header = Ipv4Header.headerLength(packet, at);
        datagram.total = Ipv4Header.totalLength(packet, at);
        datagram.received = length;
        datagram.sumOk = Ipv4Header.checksumRight(packet, at, length);
        datagram.mf = Ipv4Header.moreFragments(packet, at);
        datagram.offset = Ipv4Header.fragmentOffset(packet, at);
        datagram.protocol = Ipv4Header.protocol(packet, at);
        datagram.toUs = Ipv4Header.destination(packet, at) == address;
        datagram.fromMany = Ipv4Address.notOneHost(Ipv4Header.source(packet, at), address, prefix);
        Events.datagram(controlBlock, datagram, parameters, this);
        packet = null;
    }

    /** Datagrams taken from the link. */
    public long received() {
        return received;
    }

    /** Datagrams too short to have a header. */
    public long runts() {
        return runts;
    }

    /** Datagrams dropped for a reason. */
    public long dropped(Reason why) {
        return dropped[why.ordinal()];
    }

    /** Which rows fired. */
    public RowLog rows() {
        return rows;
    }

    @Override
    public void drop(Reason why) {
        dropped[why.ordinal()]++;
    }

    @Override
    public void toTcp() {
        payload(tcp);
    }

    @Override
    public void toIcmp() {
        payload(icmp);
    }

    @Override
    public void protocolUnreachable() {
        protocolUnreachable.payload(packet, at, datagram.total, Ipv4Header.source(packet, at), address);
    }

    private void payload(Receiver receiver) {
        int length = datagram.total - datagram.header;
        receiver.payload(packet, at + datagram.header, length, Ipv4Header.source(packet, at), address);
    }
}
