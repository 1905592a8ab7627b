package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Segments of a recorded run as RFC 9293 writes them, numbers as they were on the wire. */
final class SegmentLabel {

    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "CTL.ACK", "URG");

    private SegmentLabel() {}

    static String of(RunEvent.Sent sent) {
        return label(sent.seq(), sent.ack(), sent.control(), sent.len(), sent.mss());
    }

    /** The segment that arrived: the fields of the event. */
    static String of(RunEvent event) {
        Map<String, JsonNode> fields = event.fields();
        var control = new ArrayList<String>();
        for (String flag : FLAGS) {
            if (fields.containsKey("SEG." + flag) && fields.get("SEG." + flag).booleanValue()) {
                control.add(flag.substring(flag.indexOf('.') + 1));
            }
        }
        return label(
                fields.get("SEG.SEQ").longValue(),
                fields.get("SEG.ACK").longValue(),
                control,
                fields.get("SEG.TEXT").longValue(),
                fields.get("SEG.MSS").longValue());
    }

    private static String label(long seq, long ack, List<String> control, long len, long mss) {
        return "<SEQ=" + seq + ">"
                + (control.contains("ACK") ? "<ACK=" + ack + ">" : "")
                + (len > 0 ? "<LEN=" + len + ">" : "")
                + "<CTL=" + String.join(",", control) + ">"
                + (mss > 0 ? "<MSS=" + mss + ">" : "");
    }
}
