package dev.lockstep.stack.tcp.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Segments as the RFC writes them: {@code <SEQ=100><ACK=300><CTL=SYN,ACK>}; TEXT gives the bytes of text. */
final class SegmentText {

    private static final Pattern PART = Pattern.compile("<([A-Z]+)=([A-Z0-9,]+)>");

    private SegmentText() {}

    /** A window of 65535 and no option, if the text names none. */
    static Segment read(String text) {
        var segment = new Segment();
        segment.wnd = 65_535;
        if (!PART.matcher(text).replaceAll("").isEmpty()) {
            throw new IllegalArgumentException("not a segment: " + text);
        }
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String value = part.group(2);
            switch (part.group(1)) {
                case "SEQ" -> segment.seq = Integer.parseUnsignedInt(value);
                case "ACK" -> segment.ack = Integer.parseUnsignedInt(value);
                case "WND" -> segment.wnd = Integer.parseInt(value);
                case "TEXT" -> segment.text = Integer.parseInt(value);
                case "UP" -> segment.up = Integer.parseInt(value);
                case "MSS" -> segment.mss = Integer.parseInt(value);
                case "CTL" -> setControl(segment, List.of(value.split(",")));
                default -> throw new IllegalArgumentException("no field " + part.group(1));
            }
        }
        return segment;
    }

    private static void setControl(Segment segment, List<String> bits) {
        segment.syn = bits.contains("SYN");
        segment.fin = bits.contains("FIN");
        segment.rst = bits.contains("RST");
        segment.ctlAck = bits.contains("ACK");
        segment.psh = bits.contains("PSH");
        segment.urg = bits.contains("URG");
    }

    /** Fields that say nothing are left out: a window of 65535, no option, no text, no acknowledgement. */
    static String write(int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        return "<SEQ=" + Integer.toUnsignedString(seq) + ">"
                + ((ctl & Control.ACK) == 0 ? "" : "<ACK=" + Integer.toUnsignedString(ack) + ">")
                + "<CTL=" + Control.title(ctl) + ">"
                + (len == 0 ? "" : "<TEXT=" + len + ">")
                + (wnd == 65_535 ? "" : "<WND=" + wnd + ">")
                + (mss == 0 ? "" : "<MSS=" + mss + ">")
                + (up == 0 ? "" : "<UP=" + up + ">");
    }
}
