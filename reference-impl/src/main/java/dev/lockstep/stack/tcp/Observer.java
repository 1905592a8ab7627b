package dev.lockstep.stack.tcp;

import dev.lockstep.stack.table.Visible;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Timer;

/**
 * Watches a stack: for traces, ladder diagrams, captures with comments, coverage, validation against the model.
 *
 * <p>Of each event it hears the beginning, then what the rows ask for, then the end. In {@link #ends} the rows that
 * fired are in the control block's log ({@code connection.tcb().rows}); state and variables may be read at both ends.
 * Arguments are reused: copy what is kept. An observer must not change or call anything of the stack. Without an
 * observer nothing of this costs more than a comparison.
 */
public interface Observer {

    /** A segment arrives for a connection, a listening record or, if nobody is there, the closed record. */
    default void arrives(Connection connection, Segment segment) {}

    /** ICMP reports an error about a segment that the connection sent. */
    default void reported(Connection connection, Report report) {}

    /**
     * A user calls.
     *
     * @param length bytes of text of SEND and RECEIVE
     */
    default void called(Connection connection, Call call, int length) {}

    /**
     * A user calls: as {@link #called(Connection, Call, int)}, for who wants to know all that the call says.
     *
     * @param arguments reused: copy what is kept
     */
    default void called(Connection connection, Call call, int length, Visible arguments) {
        called(connection, call, length);
    }

    /** A timer has expired. */
    default void expired(Connection connection, Timer timer) {}

    /** A row asks for an initial sequence number, and this one is offered. */
    default void offered(Connection connection, int isn) {}

    /** A row sends a segment; the arguments are the effect's. */
    default void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {}

    /** A row tells the user. */
    default void told(Connection connection, News news) {}

    /** A row refuses a call. */
    default void refused(Connection connection, Refusal why) {}

    /** The event is over. */
    default void ends(Connection connection) {}

    /** The calls of RFC 9293 §3.9.1 that are events, and the one that changes options. */
    enum Call {
        OPEN,
        SEND,
        RECEIVE,
        CLOSE,
        ABORT,
        STATUS,
        TUNE
    }
}
