package dev.lockstep.properties.record;

import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.table.Visible;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Records all events of one stack, from its first on. It is an observer like others: a stack that has none pays a comparison for
 * it. For the thread of the stack.
 */
public final class RunRecorder implements Observer {

    private final RunFile file;
    private final String end;

    /** The records that live, by what they are; numbers of records are used again, ours are not. */
    private final Map<Connection, Known> known = new WeakHashMap<>();

    private final JsonLine line = new JsonLine();
    private final List<String> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final JsonLine segment = new JsonLine();
    private String refused;
    private String isn;
    private int records;

    private static final class Known {
        private final int number;
        private Map<String, String> variables;

        private Known(int number, Map<String, String> variables) {
            this.number = number;
            this.variables = variables;
        }
    }

    RunRecorder(RunFile file, String end) {
        this.file = file;
        this.end = end;
    }

    @Override
    public void arrives(Connection connection, Segment arriving) {
        begins(connection, "event", "segment");
        fields(arriving);
    }

    @Override
    public void reported(Connection connection, Report report) {
        begins(connection, "event", "report");
        fields(report);
    }

    @Override
    public void called(Connection connection, Call call, int length, Visible arguments) {
        begins(connection, "event", call.name());
        fields(arguments);
    }

    @Override
    public void expired(Connection connection, Timer timer) {
        begins(connection, "timer", timer.title());
    }

    private void begins(Connection connection, String kind, String name) {
        Known record = known.computeIfAbsent(connection, one -> new Known(++records, Shown.of(one.tcb())));
        sent.clear();
        told.clear();
        refused = null;
        isn = null;
        line.begin()
                .field("end", end)
                .field("record", record.number)
                .field("now", connection.now())
                .field(kind, name);
    }

    private void fields(Visible event) {
        line.object("fields");
        Shown.of(event).forEach((name, value) -> {
            if (!value.equals("false")) {
                line.raw(name, value);
            }
        });
        line.end();
    }

    @Override
    public void offered(Connection connection, int offered) {
        isn = Integer.toUnsignedString(offered);
    }

    @Override
    public void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        sent.add(segment.begin()
                .raw("SEQ", Integer.toUnsignedString(seq))
                .raw("ACK", Integer.toUnsignedString(ack))
                .field("CTL", Control.title(ctl))
                .field("LEN", len)
                .field("WND", wnd)
                .field("MSS", mss)
                .field("UP", up)
                .end()
                .toString());
    }

    @Override
    public void told(Connection connection, News news) {
        told.add(news.title());
    }

    @Override
    public void refused(Connection connection, Refusal why) {
        refused = why.title();
    }

    @Override
    public void ends(Connection connection) {
        Known record = known.get(connection);
        if (isn != null) {
            line.raw("isn", isn);
        }
        rows(connection.tcb().rows);
        Map<String, String> before = record.variables;
        record.variables = Shown.of(connection.tcb());
        line.object("set");
        record.variables.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                line.raw(name, value);
            }
        });
        line.end();
        if (!sent.isEmpty()) {
            line.raw("sent", "[" + String.join(",", sent) + "]");
        }
        if (!told.isEmpty()) {
            line.raw("told", JsonLine.list(told));
        }
        if (refused != null) {
            line.field("refused", refused);
        }
        file.write(line.end().toString());
    }

    private void rows(RowLog log) {
        line.list("rows");
        for (int i = 0; i < log.size(); i++) {
            line.item(Row.at(log.row(i)).id());
        }
        line.endList();
        if (log.omitted() > 0) {
            line.field("omitted", log.omitted());
        }
    }
}
