package dev.lockstep.properties.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.table.Seq;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.Invariants;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.State;
import java.util.HashMap;
import java.util.Map;

/**
 * Watches what one end of one connection sends, and knows the rules that hold whatever the link does: nothing is sent that has
 * gaps before it, nothing beyond the window that the other end offered, the edge that was offered never moves left, and what
 * is in flight grows by no more than a segment for each that arrives.
 */
final class Referee implements Observer {

    private static final int SYN = 1 << 1;
    private static final int RST = 1 << 2;
    private static final int ACK = 1 << 4;

    private final Parameters parameters;
    private final Map<Connection, Sent> byConnection = new HashMap<>();
    private Referee peer;
    private long segments;

    /** What one connection has sent: numbers are those behind the last. */
    private static final class Sent {
        private int end;
        private int offered;
        private int arrived;
        private boolean synchronizedOnce;
        private boolean offering;
    }

    Referee(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Each has to know what the other has offered. */
    static void ofOneWorld(Referee one, Referee other) {
        one.peer = other;
        other.peer = one;
    }

    long segments() {
        return segments;
    }

    @Override
    public void arrives(Connection connection, Segment segment) {
        byConnection.computeIfAbsent(connection, one -> new Sent()).arrived++;
    }

    @Override
    public void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        segments++;
        if ((ctl & RST) != 0) {
            return;
        }
        Sent sent = byConnection.computeIfAbsent(connection, one -> new Sent());
        int end = seq + len + Integer.bitCount(ctl & (SYN | 1));
        if ((ctl & SYN) != 0 && !sent.synchronizedOnce) {
            sent.synchronizedOnce = true;
            sent.end = end;
        }
        assertThat(Seq.le(seq, sent.end)).as("no gap before %d", seq).isTrue();
        if (len > 0 && Seq.lt(sent.end, end)) {
            inWindow(connection, sent, end);
        }
        sent.end = Seq.max(sent.end, end);
        if ((ctl & ACK) != 0) {
            offer(sent, ack + wnd);
        }
    }

    /** RFC 9293 §3.8.6 (one byte more is a probe) and RFC 5681 §3.1. */
    private void inWindow(Connection connection, Sent sent, int end) {
        int edge = peer.byConnection.values().stream()
                .filter(one -> one.offering)
                .mapToInt(one -> one.offered)
                .findFirst()
                .orElseThrow(() -> new AssertionError("text before anything was offered"));
        assertThat(Seq.le(end, edge + 1)).as("within the window").isTrue();
        int most = parameters.initialWindow() + sent.arrived;
        assertThat(end - connection.tcb().sndUna)
                .as("in flight")
                .isLessThanOrEqualTo(most * parameters.mssReceive() + 1);
    }

    private static void offer(Sent sent, int edge) {
        if (sent.offering) {
            assertThat(Seq.le(sent.offered, edge)).as("the edge moves right").isTrue();
        }
        sent.offering = true;
        sent.offered = edge;
    }

    @Override
    public void ends(Connection connection) {
        assertThat(Invariants.violated(connection.tcb(), parameters)).isNull();
        if (connection.tcb().state == State.CLOSED) {
            byConnection.remove(connection);
        }
    }
}
