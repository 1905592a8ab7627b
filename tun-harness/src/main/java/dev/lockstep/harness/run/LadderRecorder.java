package dev.lockstep.harness.run;

import dev.lockstep.harness.ladder.Cause;
import dev.lockstep.harness.ladder.Ending;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.LadderEvent;
import dev.lockstep.harness.ladder.Lane;
import dev.lockstep.harness.ladder.Message;
import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Draws one connection as seen from the stack: whatever changes its state, and of the events between only the first and
 * how many more there were, so that ten megabytes fit on a screen.
 *
 * <p>Of the peer it knows what it sends and nothing else.
 */
public final class LadderRecorder implements Observer {

    private static final Side PEER = Side.LEFT;
    private static final Side STACK = Side.RIGHT;

    private final Conversations conversations;
    private final String peerName;
    private final Predicate<Connection> wanted;
    private final SegmentText text = new SegmentText(false);
    private final List<LadderEvent> events = new ArrayList<>();
    private final List<Message> sends = new ArrayList<>();
    private Connection chosen;
    private State start;
    private State before;
    private Cause cause;
    private long origin;
    private int messages;
    private boolean quiet; // the event before changed no state
    private long leftOut;
    private long leftOutSegments;
    private final Set<News> told = EnumSet.noneOf(News.class);

    /**
     * @param peerName heads the peer's column
     * @param wanted the first connection for which this holds is drawn
     */
    public LadderRecorder(Conversations conversations, String peerName, Predicate<Connection> wanted) {
        this.conversations = conversations;
        this.peerName = peerName;
        this.wanted = wanted;
    }

    @Override
    public void arrives(Connection connection, Segment segment) {
        if (begins(connection)) {
            cause = new Cause.Arrival(message(text.arriving(conversations.of(connection), segment)));
        }
    }

    @Override
    public void reported(Connection connection, Report report) {
        if (begins(connection)) {
            cause = new Cause.Report(ReportText.of(report));
        }
    }

    @Override
    public void called(Connection connection, Call call, int length) {
        if (begins(connection)) {
            cause = new Cause.Call(length > 0 ? call + " " + length : call.toString());
        }
    }

    @Override
    public void expired(Connection connection, Timer timer) {
        if (begins(connection)) {
            cause = new Cause.Expiry(timer.title());
        }
    }

    private boolean begins(Connection connection) {
        if (chosen == null && wanted.test(connection)) {
            chosen = connection;
            start = connection.tcb().state;
            origin = conversations.nowNanos();
        }
        if (connection != chosen) {
            return false;
        }
        before = connection.tcb().state;
        sends.clear();
        return true;
    }

    private Message message(String label) {
        return new Message(++messages, label);
    }

    @Override
    public void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        if (connection == chosen) {
            sends.add(message(text.leaving(conversations.of(connection), seq, ack, ctl, len, wnd, mss, up)));
        }
    }

    @Override
    public void told(Connection connection, News news) {
        if (connection == chosen) {
            told.add(news);
        }
    }

    /** Whether the program on the connection has been told that it is over, both ways. */
    public boolean isSettled() {
        return told.contains(News.RESET)
                || told.contains(News.REFUSED)
                || told.contains(News.TIMED_OUT)
                || (told.contains(News.CLOSED) && told.contains(News.PEER_CLOSED));
    }

    @Override
    public void ends(Connection connection) {
        if (connection != chosen) {
            return;
        }
        boolean changes = connection.tcb().state != before;
        if (!changes && quiet) {
            leftOut++;
            leftOutSegments += sends.size() + (cause instanceof Cause.Arrival ? 1 : 0);
            return;
        }
        tellLeftOut();
        quiet = !changes;
        draw(connection.tcb().state, rows(connection.tcb().rows));
    }

    private void tellLeftOut() {
        if (leftOut > 0) {
            events.add(new LadderEvent.Remark(
                    "", "... " + Amount.of(leftOut, "more event") + ", " + Amount.of(leftOutSegments, "segment")));
            leftOut = 0;
            leftOutSegments = 0;
        }
    }

    private void draw(State after, List<String> rows) {
        String when = String.format(Locale.ROOT, "%.2f", (conversations.nowNanos() - origin) / 1e6);
        if (cause instanceof Cause.Arrival(Message message)) {
            events.add(new LadderEvent.Step("", PEER, new Cause.Unseen(), "", List.of(), List.of(), List.of(message)));
        }
        events.add(new LadderEvent.Step(when, STACK, cause, after.title(), rows, List.of(), sends));
        for (Message message : sends) {
            events.add(new LadderEvent.Step("", PEER, new Cause.Arrival(message), "", List.of(), List.of(), List.of()));
        }
    }

    /** Those that did something, or stopped; the trace and the recording have all of them. */
    private static List<String> rows(RowLog log) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            Row row = Row.at(log.row(i));
            if (!row.passes()) {
                ids.add(row.id());
            }
        }
        return ids;
    }

    /** The drawing so far. */
    public Ladder ladder(String title) {
        tellLeftOut();
        return new Ladder(
                title,
                new Lane(peerName, ""),
                new Lane("stack", start == null ? "" : start.title()),
                events,
                new Ending.Open(),
                List.of());
    }
}
