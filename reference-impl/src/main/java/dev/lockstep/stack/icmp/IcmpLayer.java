package dev.lockstep.stack.icmp;

import dev.lockstep.stack.icmp.table.Effects;
import dev.lockstep.stack.icmp.table.Events;
import dev.lockstep.stack.icmp.table.Icmp;
import dev.lockstep.stack.icmp.table.Message;
import dev.lockstep.stack.icmp.table.Parameters;
import dev.lockstep.stack.icmp.table.Reason;
import dev.lockstep.stack.icmp.table.Row;
import dev.lockstep.stack.ip.IpOutput;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.wire.IcmpHeader;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.MemorySegment;

/** Takes ICMP messages and answers them, as the tables say. Each drop is counted by its reason. */
public final class IcmpLayer implements Effects {

    private final IpOutput out;
    private final ErrorReceiver errors;
    private final Parameters parameters = Parameters.defaults();
    private final RowLog rows = new RowLog(Row.values().length);
    private final Icmp controlBlock = new Icmp(rows, parameters);
    private final Message message = new Message();
    private final long[] dropped = new long[Reason.values().length];
    private long received;
    private long echoes;
    private long reports;

    /** The message that is being looked at. */
    private MemorySegment packet;

    private long at;
    private int source;

    /**
     * @param out where answers go
     * @param errors who hears of errors about TCP's segments
     */
    public IcmpLayer(IpOutput out, ErrorReceiver errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Takes a message; the arguments are those of {@link dev.lockstep.stack.ip.Receiver}. */
    public void message(MemorySegment from, long offset, int length, int sender, int ourAddress) {
        received++;
        packet = from;
        at = offset;
        source = sender;
        boolean whole = length >= IcmpHeader.LENGTH;
        message.length = length;
        message.type = whole ? IcmpHeader.type(packet, at) : 0;
        message.code = whole ? IcmpHeader.code(packet, at) : 0;
        message.sumOk = IcmpHeader.checksumRight(packet, at, length);
        quote(length, ourAddress);
        Events.message(controlBlock, message, parameters, this);
        packet = null;
    }

    /** Reads the header that an error quotes; of other messages it means nothing. */
    private void quote(int length, int ourAddress) {
        long quoted = at + IcmpHeader.LENGTH;
        boolean whole = length >= IcmpHeader.LENGTH + Ipv4Header.LENGTH;
        message.version = whole ? Ipv4Header.version(packet, quoted) : 0;
        message.header = whole ? Ipv4Header.headerLength(packet, quoted) : 0;
        message.protocol = whole ? Ipv4Header.protocol(packet, quoted) : 0;
        message.offset = whole ? Ipv4Header.fragmentOffset(packet, quoted) : 0;
        message.fromUs = whole && Ipv4Header.source(packet, quoted) == ourAddress;
    }

    /**
     * Tells a sender that nobody here knows the protocol of its datagram: the message carries the datagram's header
     * and the first eight bytes behind it (RFC 792; more is allowed by RFC 1122 §3.2.2, and does not help).
     */
    public void protocolUnreachable(MemorySegment from, long offset, int length, int sender, int ourAddress) {
        int quoted = Math.min(length, Ipv4Header.headerLength(from, offset) + 8);
        int total = IcmpHeader.LENGTH + quoted;
        MemorySegment.copy(from, offset, out.packet(), IpOutput.PAYLOAD + IcmpHeader.LENGTH, quoted);
        IcmpHeader.write(
                out.packet(), IpOutput.PAYLOAD, IcmpHeader.UNREACHABLE, IcmpHeader.PROTOCOL_UNREACHABLE, 0, total);
        out.send(Ipv4Header.ICMP, sender, total);
    }

    public long received() {
        return received;
    }

    /** Echo requests answered. */
    public long echoes() {
        return echoes;
    }

    /** Error messages about segments of ours that TCP was told of. */
    public long reports() {
        return reports;
    }

    /** Messages dropped for a reason. */
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
    public void echoReply() {
        echoes++;
        int data = message.length - IcmpHeader.LENGTH;
        long reply = IpOutput.PAYLOAD;
        MemorySegment.copy(packet, at + IcmpHeader.LENGTH, out.packet(), reply + IcmpHeader.LENGTH, data);
        IcmpHeader.write(out.packet(), reply, IcmpHeader.ECHO_REPLY, 0, IcmpHeader.rest(packet, at), message.length);
        out.send(Ipv4Header.ICMP, source, message.length);
    }

    @Override
    public void report() {
        reports++;
        long quoted = at + IcmpHeader.LENGTH;
        errors.report(
                packet,
                quoted + message.header,
                Ipv4Header.destination(packet, quoted),
                message.type,
                message.code,
                IcmpHeader.nextHopMtu(packet, at));
    }
}
