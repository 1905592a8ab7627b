package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.kit.FiredRows;
import dev.lockstep.stack.table.RowLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One end of a connection as the tables have it, without any mechanism: what goes in and what comes out, written as in the
 * RFC. {@code arrives("<SEQ=100><CTL=SYN>")}, {@code expect("<SEQ=0><ACK=101><CTL=SYN,ACK>")}.
 *
 * <p>Inside a test our initial sequence number is 1000 and the windows are as the parameters say.
 */
final class Conversation {

    /** What the generator of initial sequence numbers offers. */
    static final int ISN = 1000;

    final Parameters parameters;
    final RowLog rows = FiredRows.watchTcp(new RowLog(Row.values().length));
    final Tcb tcb;
    private final List<String> said = new ArrayList<>();
    private final Recorder effects = new Recorder();
    private long now = 5_000;

    Conversation() {
        this(Parameters.defaults());
    }

    /** There are no batches here: what is owed is acknowledged before the event is over. */
    Conversation(Parameters parameters) {
        this.parameters = parameters.with("DELAY.ACK", "at-once");
        this.tcb = new Tcb(rows, this.parameters);
    }

    // ------------------------------------------------------------------------------------------------- in

    /** A segment arrives; its window is 65535 if none is given. */
    Conversation arrives(String text) {
        Events.segment(tcb, SegmentText.read(text), parameters, effects);
        return checked();
    }

    Conversation open(Opening opening) {
        var open = new Open();
        open.opening = opening;
        Events.open(tcb, open, parameters, effects);
        return checked();
    }

    Conversation send(int len) {
        var send = new Send();
        send.len = len;
        Events.send(tcb, send, parameters, effects);
        return checked();
    }

    /** A SEND of so many bytes with the flag URGENT. */
    Conversation sendUrgent(int len) {
        var send = new Send();
        send.len = len;
        send.urgent = true;
        Events.send(tcb, send, parameters, effects);
        return checked();
    }

    /** @param milliseconds the value of an option that is a time */
    Conversation tune(Option option, boolean on, long milliseconds) {
        var tune = new Tune();
        tune.option = option;
        tune.on = on;
        tune.time = milliseconds;
        Events.tune(tcb, tune, parameters, effects);
        return checked();
    }

    Conversation receive(int len) {
        var receive = new Receive();
        receive.len = len;
        Events.receive(tcb, receive, parameters, effects);
        return checked();
    }

    Conversation close() {
        Events.close(tcb, new Close(), parameters, effects);
        return checked();
    }

    Conversation abort() {
        Events.abort(tcb, new Abort(), parameters, effects);
        return checked();
    }

    Conversation status() {
        Events.status(tcb, new Status(), parameters, effects);
        return checked();
    }

    Conversation expires(Timer timer) {
        Events.expired(tcb, timer, parameters, effects);
        return checked();
    }

    Conversation later(long milliseconds) {
        now += milliseconds;
        return this;
    }

    private Conversation checked() {
        FiredRows.watchTcp(rows); // a field of a test is made before the test begins
        assertThat(Invariants.violated(tcb, parameters))
                .as("violated in " + tcb)
                .isNull();
        return this;
    }

    // ------------------------------------------------------------------------------------------------- out

    /** What has come out since it was last asked, and nothing else. */
    Conversation expect(String... lines) {
        assertThat(said).as(tcb.toString()).containsExactly(lines);
        said.clear();
        return this;
    }

    /** What has come out since it was last asked, short and without timers, and the state if it is another one than before. */
    String outcome(State before) {
        String out = said.stream()
                .filter(line -> !line.startsWith("arm ") && !line.startsWith("cancel ") && !line.equals("delete"))
                .map(line -> line.replaceAll("<SEQ=.*<CTL=([A-Z,]*)>.*", "$1").replace("refuse ", "!"))
                .collect(Collectors.joining("; "));
        return (out.isEmpty() ? "-" : out) + (tcb.state == before ? "" : " -> " + tcb.state.title());
    }

    /** Goes on, whatever has come out. */
    Conversation ignore() {
        said.clear();
        return this;
    }

    Conversation in(State state) {
        assertThat(tcb.state).isEqualTo(state);
        return this;
    }

    /** The rows that fired in the last event. */
    Conversation fired(Row... expected) {
        assertThat(Arrays.stream(rows.current()).mapToObj(Row::at)).containsExactly(expected);
        return this;
    }

    /** A connection that we opened, peer at 200, ready for data: SND.NXT=1001, RCV.NXT=201. */
    Conversation established() {
        open(Opening.ACTIVE).later(100).arrives("<SEQ=200><ACK=1001><CTL=SYN,ACK><MSS=1000>");
        return in(State.ESTABLISHED).ignore();
    }

    /** Writes down what the rows ask for. */
    private final class Recorder implements Effects {

        @Override
        public long now() {
            return now;
        }

        @Override
        public int isn() {
            return ISN;
        }

        @Override
        public void send(int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
            said.add(SegmentText.write(seq, ack, ctl, len, wnd, mss, up));
        }

        @Override
        public void garbage(int seq, int ack, int wnd) {
            said.add("garbage " + number(seq));
        }

        @Override
        public void queue(int at, int len) {
            said.add("queue " + len + " at " + number(at));
        }

        @Override
        public void acknowledged(int upto) {
            said.add("acknowledged " + number(upto));
        }

        @Override
        public void keep(int first, int last) {
            said.add("keep [" + number(first) + "," + number(last) + ")");
        }

        @Override
        public void deliver(int first, int len) {
            said.add("deliver " + len + " from " + number(first));
        }

        @Override
        public void take(int len) {
            said.add("take " + len);
        }

        @Override
        public void bind() {
            said.add("bind");
        }

        @Override
        public void handOn(int first) {
            said.add("hand on " + number(first));
        }

        @Override
        public void unbind() {
            said.add("unbind");
        }

        @Override
        public void accept() {
            said.add("accept");
        }

        @Override
        public void leave() {
            said.add("leave");
        }

        @Override
        public void tell(News news) {
            said.add("tell " + news.title());
        }

        @Override
        public void advise() {
            said.add("advise");
        }

        @Override
        public void show(int urgent) {
            said.add("show");
        }

        @Override
        public void refuse(Refusal why) {
            said.add("refuse " + why.title());
        }

        @Override
        public void arm(Timer timer, long milliseconds) {
            said.add("arm " + timer.title() + " " + milliseconds + "ms");
        }

        @Override
        public void cancel(Timer timer) {
            said.add("cancel " + timer.title());
        }

        @Override
        public void deleteTcb() {
            said.add("delete");
        }

        private static String number(int seq) {
            return Integer.toUnsignedString(seq);
        }
    }
}
