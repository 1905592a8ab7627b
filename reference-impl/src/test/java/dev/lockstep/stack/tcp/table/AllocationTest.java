package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lockstep.stack.table.RowLog;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Decisions allocate nothing: text comes in, is taken and acknowledged; text goes out; holes open and close. */
class AllocationTest {

    private static final int ROUNDS = 20_000;

    /** What the test itself and the JVM may take meanwhile, over all rounds. */
    private static final long SLACK_BYTES = 64 * 1024;

    private final Parameters parameters = Parameters.defaults();
    private final Tcb tcb = new Tcb(new RowLog(Row.values().length), parameters);
    private final Effects nothing = new Nothing();
    private final Segment segment = new Segment();
    private final Send send = new Send();
    private final Receive receive = new Receive();

    @Test
    void aLongTransferAllocatesNothing() {
        establish();
        rounds(); // until everything is loaded and compiled
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        rounds();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(SLACK_BYTES);
    }

    private void establish() {
        var open = new Open();
        open.opening = Opening.ACTIVE;
        Events.open(tcb, open, parameters, nothing);
        arrives(500, tcb.sndNxt, 0);
    }

    private void rounds() {
        for (int i = 0; i < ROUNDS; i++) {
            arrives(tcb.rcvNxt + 1_000, tcb.sndNxt, 1_000); // ahead of a gap
            arrives(tcb.rcvNxt, tcb.sndNxt, 1_000); // fills it
            receive.len = tcb.rcvUnread;
            Events.receive(tcb, receive, parameters, nothing);
            send.len = 3_000;
            Events.send(tcb, send, parameters, nothing);
            arrives(tcb.rcvNxt, tcb.sndNxt, 0);
            arrives(tcb.rcvNxt, tcb.sndNxt, 0);
        }
        assertThat(tcb.state).isEqualTo(State.ESTABLISHED);
    }

    private void arrives(int seq, int ack, int text) {
        segment.clear();
        segment.seq = seq;
        segment.ack = ack;
        segment.ctlAck = true;
        segment.syn = tcb.state == State.SYN_SENT;
        segment.text = text;
        segment.wnd = 65_535;
        Events.segment(tcb, segment, parameters, nothing);
    }

    /** A mechanism that does nothing. */
    private static final class Nothing implements Effects {
        @Override
        public long now() {
            return 0;
        }

        @Override
        public int isn() {
            return 0;
        }

        @Override
        public void send(int seq, int ack, int ctl, int len, int wnd, int mss, int up) {}

        @Override
        public void garbage(int seq, int ack, int wnd) {}

        @Override
        public void queue(int at, int len) {}

        @Override
        public void acknowledged(int upto) {}

        @Override
        public void keep(int first, int last) {}

        @Override
        public void deliver(int first, int len) {}

        @Override
        public void take(int len) {}

        @Override
        public void bind() {}

        @Override
        public void unbind() {}

        @Override
        public void handOn(int first) {}

        @Override
        public void accept() {}

        @Override
        public void leave() {}

        @Override
        public void tell(News news) {}

        @Override
        public void advise() {}

        @Override
        public void show(int urgent) {}

        @Override
        public void refuse(Refusal why) {}

        @Override
        public void arm(Timer timer, long milliseconds) {}

        @Override
        public void cancel(Timer timer) {}

        @Override
        public void deleteTcb() {}
    }
}
