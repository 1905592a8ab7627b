package dev.lockstep.stack.tcp;

import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.wire.ChecksumPolicy;
import dev.lockstep.stack.wire.TcpHeader;
import dev.lockstep.stack.wire.TcpOptions;
import java.lang.foreign.MemorySegment;

/**
 * The segment that is being processed: its fields as the rows read them, and where its text lies.
 *
 * <p>One object, filled anew for each segment.
 */
final class Arrival {

    /** What the rows read. */
    final Segment segment = new Segment();

    int source;
    int sourcePort;
    int destinationPort;

    private final ChecksumPolicy checksums;
    private final TcpOptions options = new TcpOptions();
    private MemorySegment packet;
    private long textAt;
    private int textSeq;
    private long illegalOptions;

    Arrival(ChecksumPolicy checksums) {
        this.checksums = checksums;
    }

    /** Segments that carried an option of illegal length (RFC 9293 MUST-7). */
    long illegalOptions() {
        return illegalOptions;
    }

    /**
     * Reads a segment: the arguments are those of {@link dev.lockstep.stack.ip.Receiver}.
     *
     * @return why it cannot be read, or null if it was
     */
    TcpDrop read(MemorySegment from, long at, int length, int sender, int ourAddress) {
        if (length < TcpHeader.LENGTH) {
            return TcpDrop.TOO_SHORT;
        }
        int header = TcpHeader.headerLength(from, at);
        if (header < TcpHeader.LENGTH || header > length) {
            return TcpDrop.DATA_OFFSET;
        }
        if (checksums.verify() && !TcpHeader.checksumRight(from, at, length, sender, ourAddress)) {
            return TcpDrop.CHECKSUM;
        }
        options.read(from, at + TcpHeader.LENGTH, header - TcpHeader.LENGTH);
        illegalOptions += options.illegal ? 1 : 0;
        fill(from, at, length - header);
        packet = from;
        textAt = at + header;
        source = sender;
        sourcePort = TcpHeader.sourcePort(from, at);
        destinationPort = TcpHeader.destinationPort(from, at);
        return null;
    }

    /** Copies the fields; what they mean is for the rows to say. */
    private void fill(MemorySegment from, long at, int text) {
        int control = TcpHeader.control(from, at);
        segment.seq = TcpHeader.seq(from, at);
        segment.ack = TcpHeader.ack(from, at);
        segment.wnd = TcpHeader.window(from, at);
        segment.text = text;
        segment.syn = (control & Control.SYN) != 0;
        segment.fin = (control & Control.FIN) != 0;
        segment.rst = (control & Control.RST) != 0;
        segment.ctlAck = (control & Control.ACK) != 0;
        segment.psh = (control & Control.PSH) != 0;
        segment.urg = (control & Control.URG) != 0;
        segment.up = TcpHeader.urgentPointer(from, at);
        segment.mss = options.mss;
        textSeq = TcpOutput.behindSyn(segment.seq, control);
    }

    /**
     * Stores the text {@code [first, last)} of this segment.
     *
     * @throws IllegalStateException if that is not text of this segment
     */
    void keep(int first, int last, ReceiveBuffer buffer) {
        int ahead = first - textSeq;
        int length = last - first;
        if (packet == null || ahead < 0 || length < 0 || ahead + length > segment.text) {
            throw new IllegalStateException("keep(" + Integer.toUnsignedString(first) + ", "
                    + Integer.toUnsignedString(last) + ") is not text of " + segment);
        }
        buffer.keep(first, packet, textAt + ahead, length);
    }

    /** Lets go of the link's memory. */
    void forget() {
        packet = null;
    }
}
