package dev.lockstep.harness.run;

import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.Segment;

/**
 * Segments as RFC 9293 writes them: {@code <SEQ=1><ACK=1><LEN=1460><CTL=ACK>}. Numbers are counted from the first one of
 * each side, as tcpdump and Wireshark do.
 */
final class SegmentText {

    private final StringBuilder text = new StringBuilder();
    private final boolean windows;

    /** @param windows whether to tell the window as well */
    SegmentText(boolean windows) {
        this.windows = windows;
    }

    /** A segment that arrives. */
    String arriving(Conversation of, Segment segment) {
        return write(
                of.theirs(segment.seq),
                of.ours(segment.ack),
                control(segment),
                segment.text,
                segment.wnd,
                segment.mss,
                segment.up);
    }

    /** A segment that is sent: the arguments of the effect. */
    String leaving(Conversation of, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        return write(of.ours(seq), of.theirs(ack), up == 0 ? ctl : ctl | Control.URG, len, wnd, mss, up);
    }

    private static int control(Segment segment) {
        return (segment.fin ? Control.FIN : 0)
                | (segment.syn ? Control.SYN : 0)
                | (segment.rst ? Control.RST : 0)
                | (segment.psh ? Control.PSH : 0)
                | (segment.ctlAck ? Control.ACK : 0)
                | (segment.urg ? Control.URG : 0);
    }

    private String write(long seq, long ack, int ctl, int len, int wnd, int mss, int up) {
        text.setLength(0);
        text.append("<SEQ=").append(seq).append('>');
        if ((ctl & Control.ACK) != 0) {
            text.append("<ACK=").append(ack).append('>');
        }
        if (len > 0) {
            text.append("<LEN=").append(len).append('>');
        }
        if (windows) {
            text.append("<WND=").append(wnd).append('>');
        }
        text.append("<CTL=");
        flag(ctl, Control.FIN, "FIN");
        flag(ctl, Control.SYN, "SYN");
        flag(ctl, Control.RST, "RST");
        flag(ctl, Control.PSH, "PSH");
        flag(ctl, Control.ACK, "ACK");
        flag(ctl, Control.URG, "URG");
        text.append('>');
        if (mss != 0) {
            text.append("<MSS=").append(mss).append('>');
        }
        if ((ctl & Control.URG) != 0) {
            text.append("<UP=").append(up).append('>');
        }
        return text.toString();
    }

    private void flag(int ctl, int flag, String name) {
        if ((ctl & flag) != 0) {
            if (text.charAt(text.length() - 1) != '=') {
                text.append(',');
            }
            text.append(name);
        }
    }
}
