package dev.lockstep.stack.tcp;

import dev.lockstep.stack.ip.IpOutput;
import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.wire.ChecksumPolicy;
import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import dev.lockstep.stack.wire.TcpOptions;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Puts segments on the wire as the effect {@code send} describes them. */
final class TcpOutput {

    private final IpOutput ip;
    private final ChecksumPolicy checksums;

    TcpOutput(IpOutput ip, ChecksumPolicy checksums) {
        this.ip = ip;
        this.checksums = checksums;
    }

    int address() {
        return ip.address();
    }

    /** Tells IP that what it sends may not arrive. */
    void advise() {
        ip.advise();
    }

    /**
     * Sends one segment.
     *
     * @param seq number of its first octet, be that SYN or text
     * @param ctl control bits, as in {@link Control}, which are those of the wire
     * @param len bytes of text
     * @param mss value of the MSS option, 0 for none
     * @param up the urgent field, which goes with URG, 0 for neither
     */
    void segment(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        MemorySegment packet = ip.packet();
        long at = IpOutput.PAYLOAD;
        int header = TcpHeader.LENGTH;
        if (mss != 0) {
            TcpOptions.writeMss(packet, at + header, mss);
            header += TcpOptions.MSS_LENGTH;
        }
        int control = up == 0 ? ctl : ctl | Control.URG;
        TcpHeader.write(packet, at, connection.localPort(), connection.remotePort(), seq, ack, header, control, wnd);
        TcpHeader.writeUrgentPointer(packet, at, up);
        if (len > 0) {
            connection.copyText(behindSyn(seq, ctl), packet, at + header, len);
        }
        put(connection, header + len);
    }

    /** Sends an acknowledgement with one octet that nobody gave: 0. */
    void garbage(Connection connection, int seq, int ack, int wnd) {
        MemorySegment packet = ip.packet();
        long at = IpOutput.PAYLOAD;
        int header = TcpHeader.LENGTH;
        TcpHeader.write(
                packet, at, connection.localPort(), connection.remotePort(), seq, ack, header, Control.ACK, wnd);
        packet.set(ValueLayout.JAVA_BYTE, at + header, (byte) 0);
        put(connection, header + 1);
    }

    private void put(Connection connection, int length) {
        TcpHeader.seal(ip.packet(), IpOutput.PAYLOAD, length, ip.address(), connection.remote(), checksums.complete());
        ip.send(Ipv4Header.TCP, connection.remote(), connection.diffserv(), length);
    }

    /** The number of a segment's first byte of text: a SYN takes the number before it (RFC 9293 §3.4). */
    static int behindSyn(int seq, int ctl) {
        return seq + ((ctl & Control.SYN) >>> Integer.numberOfTrailingZeros(Control.SYN));
    }
}
