package dev.lockstep.harness.run;

import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Segment;
import java.util.Arrays;

/**
 * Keeps the figures of all connections that live. Told before other observers, so that these can ask it.
 *
 * <p>It allocates when a connection begins, not for a segment.
 */
public final class Conversations implements Observer {

    private final EventClock clock;
    private final long[] news = new long[News.values().length];
    private Conversation[] byNumber = new Conversation[16];
    private long segmentsIn;
    private long segmentsOut;
    private long textIn;
    private long textOut;
    private long sentAgain;

    /** @param clock the instant of the event that is being carried out */
    public Conversations(EventClock clock) {
        this.clock = clock;
    }

    /** What is known of a connection. */
    public Conversation of(Connection connection) {
        int number = connection.number();
        if (number >= byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, Math.max(number + 1, 2 * byNumber.length));
        }
        Conversation known = byNumber[number];
        if (known == null || !known.isOf(connection)) { // a number is used again when its record is gone
            known = new Conversation(connection, clock.nowNanos());
            byNumber[number] = known;
        }
        return known;
    }

    /** The instant of the event that is being carried out. */
    public long nowNanos() {
        return clock.nowNanos();
    }

    @Override
    public void arrives(Connection connection, Segment segment) {
        Conversation conversation = of(connection);
        conversation.arrived(segment.seq);
        conversation.segmentsIn++;
        segmentsIn++;
    }

    @Override
    public void called(Connection connection, Call call, int length) {
        Conversation conversation = of(connection);
        if (call == Call.SEND) {
            conversation.textOut += length;
            textOut += length;
        } else if (call == Call.RECEIVE) {
            int taken = Math.min(length, connection.readable());
            conversation.textIn += taken;
            textIn += taken;
        }
    }

    /** Whether something is sent again is told by its number alone; SYN and FIN take one each. */
    @Override
    public void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        Conversation conversation = of(connection);
        conversation.segmentsOut++;
        segmentsOut++;
        int numbers = len + Integer.bitCount(ctl & (Control.SYN | Control.FIN));
        if (conversation.sends(seq, numbers)) {
            conversation.sentAgain++;
            sentAgain++;
        }
    }

    @Override
    public void told(Connection connection, News what) {
        news[what.ordinal()]++;
    }

    /** What all connections did so far. */
    public Totals totals() {
        return new Totals(news[News.CONNECTED.ordinal()], segmentsIn, segmentsOut, textIn, textOut, sentAgain);
    }

    /**
     * Figures of a run.
     *
     * @param connections that were opened
     * @param textIn bytes that programs took
     * @param textOut bytes that programs gave
     * @param sentAgain segments that carried something sent before
     */
    public record Totals(
            long connections, long segmentsIn, long segmentsOut, long textIn, long textOut, long sentAgain) {

        public long segments() {
            return segmentsIn + segmentsOut;
        }
    }
}
