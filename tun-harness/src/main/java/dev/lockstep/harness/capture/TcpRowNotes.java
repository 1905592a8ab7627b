package dev.lockstep.harness.capture;

import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Timer;

/**
 * Tells a recording which rows of the tables of TCP fired: an observer of the stack, and what
 * {@link PacketCapture} asks. One packet may set off several events (a segment arrives, and the program it is for
 * sends), whose rows come one after another.
 */
public final class TcpRowNotes implements Observer, RowNotes {

    private static final Row[] ROWS = Row.values();

    private final StringBuilder text = new StringBuilder(PcapngWriter.LONGEST_COMMENT);

    /** Of the event that goes on; null between events. */
    private RowLog log;

    /** How many rows of it are in the text. */
    private int taken;

    @Override
    public void arrives(Connection connection, Segment segment) {
        begins(connection);
    }

    @Override
    public void reported(Connection connection, Report report) {
        begins(connection);
    }

    @Override
    public void called(Connection connection, Call call, int length) {
        begins(connection);
    }

    @Override
    public void expired(Connection connection, Timer timer) {
        begins(connection);
    }

    private void begins(Connection connection) {
        take();
        log = connection.tcb().rows;
        taken = 0;
    }

    @Override
    public void ends(Connection connection) {
        take();
        log = null;
    }

    @Override
    public void clear() {
        text.setLength(0);
    }

    @Override
    public CharSequence rows() {
        take();
        return text;
    }

    private void take() {
        if (log == null) {
            return;
        }
        for (int size = log.size(); taken < size && text.length() < PcapngWriter.LONGEST_COMMENT; taken++) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(ROWS[log.row(taken)].title());
        }
    }
}
