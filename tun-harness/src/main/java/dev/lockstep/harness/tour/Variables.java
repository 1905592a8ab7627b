package dev.lockstep.harness.tour;

import dev.lockstep.stack.tcp.table.Tcb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The variables of a control block that a student meets first, by the names that the RFC gives them. */
record Variables(SequencedMap<String, String> values) {

    /** Before there is a control block. */
    static final Variables NONE = new Variables(new LinkedHashMap<>());

    /**
     * @param ours turns a number of this host's stream into text
     * @param theirs turns one of the peer's stream into text
     */
    static Variables of(Tcb tcb, Numbers ours, Numbers theirs) {
        var values = new LinkedHashMap<String, String>();
        values.put("SND.UNA", ours.text(tcb.sndUna));
        values.put("SND.NXT", ours.text(tcb.sndNxt));
        values.put("SND.WND", String.valueOf(tcb.sndWnd));
        values.put("RCV.NXT", theirs.text(tcb.rcvNxt));
        values.put("RCV.WND", String.valueOf(tcb.rcvWnd));
        values.put("SND.QUEUED", String.valueOf(tcb.sndQueued));
        values.put("RCV.UNREAD", String.valueOf(tcb.rcvUnread));
        values.put("RCV.HELD", held(tcb, theirs));
        values.put("DUPLICATES", String.valueOf(tcb.duplicates));
        values.put("CWND", String.valueOf(tcb.cwnd));
        values.put("RTO", tcb.rto + "ms");
        values.put("RETRIES", String.valueOf(tcb.retries));
        return new Variables(values);
    }

    private static String held(Tcb tcb, Numbers theirs) {
        var text = new StringBuilder();
        for (int i = 0; i < tcb.rcvHeld.intervals(); i++) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(theirs.text(tcb.rcvHeld.start(i))).append("..").append(theirs.text(tcb.rcvHeld.end(i) - 1));
        }
        return text.isEmpty() ? "none" : text.toString();
    }

    /** Those with another value than before: old and new, by name. */
    Map<String, String[]> changesFrom(Variables before) {
        var changes = new LinkedHashMap<String, String[]>();
        values.forEach((name, value) -> {
            String old = before.values.get(name);
            if (old != null && !old.equals(value)) {
                changes.put(name, new String[] {old, value});
            }
        });
        return changes;
    }
}
