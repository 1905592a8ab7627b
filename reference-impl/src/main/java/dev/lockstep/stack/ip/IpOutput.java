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

    /** RFC 9293 MUST-49 wants it configurable, RFC 1122 §3.2.1.7 at least as large as the Internet's diameter. */
    private static final int TIME_TO_LIVE = 64;

    private final MemorySegment packet = Arena.ofAuto().allocate(65_536, 64);
    private final int address;
    private final PacketSink out;
    private int identification;
    private long sent;

    /** @param address ours, the source of everything sent */
    public IpOutput(int address, PacketSink out) {
        this.address = address;
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
     * Sends the payload that stands in the buffer.
     *
     * <p>Nothing we send may be fragmented, so its identification means nothing (RFC 6864 §4.1); it counts up for
     * those who read captures.
     */
    public void send(int protocol, int destination, int length) {
        int total = PAYLOAD + length;
        identification = identification + 1 & 0xffff;
        Ipv4Header.write(packet, 0, total, identification, TIME_TO_LIVE, protocol, address, destination);
        sent++;
        out.packet(packet, 0, total);
    }
}
