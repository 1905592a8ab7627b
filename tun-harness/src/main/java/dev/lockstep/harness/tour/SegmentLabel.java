package dev.lockstep.harness.tour;

import dev.lockstep.stack.tcp.table.Control;

/** Segments as RFC 9293 writes them, {@code <SEQ=1><ACK=1><LEN=100><CTL=ACK>}, read off the packets that carried them. */
final class SegmentLabel {

    private SegmentLabel() {}

    /** Numbers are counted from the first of each side. */
    static String of(Packet packet, TwoHosts hosts) {
        var text = new StringBuilder();
        text.append("<SEQ=")
                .append(hosts.numbers(packet.from()).text(packet.seq()))
                .append('>');
        if ((packet.control() & Control.ACK) != 0) {
            text.append("<ACK=")
                    .append(hosts.numbers(packet.from().other()).text(packet.ack()))
                    .append('>');
        }
        if (packet.textLength() > 0) {
            text.append("<LEN=").append(packet.textLength()).append('>');
        }
        return text.append("<CTL=")
                .append(Control.title(packet.control()))
                .append('>')
                .toString();
    }
}
