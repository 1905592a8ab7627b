package dev.lockstep.harness.run;

import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells every event of TCP, with the rows that fired:
 *
 * <pre>
 *    0.512310 10.77.0.1:40312 :80 LISTEN -> SYN-RECEIVED
 *             in   &lt;SEQ=0>&lt;WND=64240>&lt;CTL=SYN>&lt;MSS=1460>
 *             out  &lt;SEQ=0>&lt;ACK=1>&lt;WND=65535>&lt;CTL=SYN,ACK>&lt;MSS=1460>
 *             rows listen-no-rst listen-no-ack listen-syn
 * </pre>
 */
public final class Trace implements Observer {

    private static final String INDENT = " ".repeat(13);
    private static final int WIDTH = 90;

    private final Conversations conversations;
    private final Consumer<String> out;
    private final SegmentText segments = new SegmentText(true);
    private final StringBuilder lines = new StringBuilder();
    private State before;
    private double seconds;

    /** @param out takes events, each of several lines */
    public Trace(Conversations conversations, Consumer<String> out) {
        this.conversations = conversations;
        this.out = out;
    }

    @Override
    public void arrives(Connection connection, Segment segment) {
        begin(connection);
        line("in  ", segments.arriving(conversations.of(connection), segment));
    }

    @Override
    public void reported(Connection connection, Report report) {
        begin(connection);
        line("icmp", ReportText.of(report));
    }

    @Override
    public void called(Connection connection, Call call, int length) {
        begin(connection);
        line("call", length > 0 ? call + " " + length : call.toString());
    }

    @Override
    public void expired(Connection connection, Timer timer) {
        begin(connection);
        line("time", timer.title() + " timer expires");
    }

    private void begin(Connection connection) {
        before = connection.tcb().state;
        seconds = conversations.nowNanos() / 1e9;
        lines.setLength(0);
    }

    @Override
    public void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        line("out ", segments.leaving(conversations.of(connection), seq, ack, ctl, len, wnd, mss, up));
    }

    @Override
    public void told(Connection connection, News news) {
        line("tell", news.title());
    }

    @Override
    public void refused(Connection connection, Refusal why) {
        line("refuse", why.title());
    }

    @Override
    public void ends(Connection connection) {
        State after = connection.tcb().state;
        String head = String.format(
                Locale.ROOT,
                "%12.6f %s  %s%s",
                seconds,
                conversations.of(connection).sockets(),
                before.title(),
                before == after ? "" : " -> " + after.title());
        rows(connection.tcb().rows);
        out.accept(head + "\n" + lines.substring(0, lines.length() - 1));
    }

    /** As many to a line as fit. */
    private void rows(RowLog log) {
        var ids = new StringBuilder();
        for (int i = 0; i < log.size(); i++) {
            String id = Row.at(log.row(i)).id();
            if (INDENT.length() + ids.length() + id.length() > WIDTH) {
                line("rows", ids.toString());
                ids.setLength(0);
            }
            ids.append(ids.isEmpty() ? "" : " ").append(id);
        }
        line("rows", log.omitted() == 0 ? ids.toString() : ids + " and " + log.omitted() + " more");
    }

    private void line(String what, String text) {
        lines.append(INDENT).append(what).append(' ').append(text).append('\n');
    }
}
