package dev.lockstep.stack.ip;

import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Sends datagrams. The protocol above writes its payload into {@link #packet} at {@link #PAYLOAD}, then calls
 * {@link #send}: one buffer, reused for every packet, off the heap so that a device can write it without a copy.
 */
public final class IpOutput {

    /** Offset in {@link #packet} at which a payload begins. */
    public static final int PAYLOAD = Ipv4Header.LENGTH;

    private final MemorySegment packet = Arena.ofAuto().allocate(65_536, 64);
    private final int address;
    private final int timeToLive;
    private final PacketSink out;
    private int identification;
    private long sent;
    private long advised;

    /**
     * @param address ours, the source of everything sent
     * @param timeToLive of everything sent, 1 to 255
     */
    public IpOutput(int address, int timeToLive, PacketSink out) {
        this.address = address;
        this.timeToLive = timeToLive;
        this.out = out;
    }

    /** Where payloads are written. */
    public MemorySegment packet() {
        return packet;
    }

    public int address() {
        return address;
    }

    /** Datagrams sent. */
    public long sent() {
        return sent;
    }

    /**
     * Negative advice from above: what is sent may not arrive (RFC 1122 §3.3.1.4). A host with several gateways would look for
     * a dead one; this one sends everything through its only link, and counts.
     */
    public void advise() {
        advised++;
    }

    /** How often somebody above has said that what is sent may not arrive. */
    public long advised() {
        return advised;
    }

    /**
     * Sends the payload that stands in the buffer.
     *
     * <p>Nothing we send may be fragmented, so its identification means nothing (RFC 6864 §4.1); it counts up for
     * those who read captures.
     */
    public void send(int protocol, int destination, int length) {
        send(protocol, destination, 0, length);
    }

    /**
     * As {@link #send(int, int, int)}.
     *
     * @param diffserv code point of the differentiated services field, 0 to 63
     */
    public void send(int protocol, int destination, int diffserv, int length) {
        int total = PAYLOAD + length;
        identification = identification + 1 & 0xffff;
        Ipv4Header.write(packet, 0, diffserv, total, identification, timeToLive, protocol, address, destination);
        sent++;
        out.packet(packet, 0, total);
    }
}
