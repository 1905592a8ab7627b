package dev.lockstep.harness.run;

import dev.lockstep.stack.table.Visible;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.List;

/** Several observers as one; each is told in turn. */
final class Watchers implements Observer {

    private final Observer[] watchers;

    private Watchers(Observer[] watchers) {
        this.watchers = watchers;
    }

    /** One observer for all of them, or null for none, which costs the stack nothing. */
    static Observer of(List<Observer> watchers) {
        return switch (watchers.size()) {
            case 0 -> null;
            case 1 -> watchers.getFirst();
            default -> new Watchers(watchers.toArray(Observer[]::new));
        };
    }

    @Override
    public void arrives(Connection connection, Segment segment) {
        for (Observer watcher : watchers) {
            watcher.arrives(connection, segment);
        }
    }

    @Override
    public void reported(Connection connection, Report report) {
        for (Observer watcher : watchers) {
            watcher.reported(connection, report);
        }
    }

    @Override
    public void called(Connection connection, Call call, int length, Visible arguments) {
        for (Observer watcher : watchers) {
            watcher.called(connection, call, length, arguments);
        }
    }

    @Override
    public void offered(Connection connection, int isn) {
        for (Observer watcher : watchers) {
            watcher.offered(connection, isn);
        }
    }

    @Override
    public void expired(Connection connection, Timer timer) {
        for (Observer watcher : watchers) {
            watcher.expired(connection, timer);
        }
    }

    @Override
    public void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        for (Observer watcher : watchers) {
            watcher.sent(connection, seq, ack, ctl, len, wnd, mss, up);
        }
    }

    @Override
    public void told(Connection connection, News news) {
        for (Observer watcher : watchers) {
            watcher.told(connection, news);
        }
    }

    @Override
    public void refused(Connection connection, Refusal why) {
        for (Observer watcher : watchers) {
            watcher.refused(connection, why);
        }
    }

    @Override
    public void ends(Connection connection) {
        for (Observer watcher : watchers) {
            watcher.ends(connection);
        }
    }
}
