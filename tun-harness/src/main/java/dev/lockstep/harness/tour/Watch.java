package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** Watches one of the two hosts, and writes down its events. */
final class Watch implements Observer {

    /** An event and whose it is: a listening host has more than one record. */
    record Watched(Connection connection, Moment moment) {}

    private final Side side;
    private final Numbers ours;
    private final Numbers theirs;
    private final LongSupplier now;
    private final List<Watched> book;
    private final List<Packet> sent = new ArrayList<>();
    private final List<Packet> lost = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private List<String> ipRows = List.of();
    private Packet arriving;
    private RowLog ipLog;
    private Moment.Cause cause;
    private State before;

    /**
     * @param ours numbers of this host's stream
     * @param book takes the events of both hosts
     */
    Watch(Side side, Numbers ours, Numbers theirs, LongSupplier now, List<Watched> book) {
        this.side = side;
        this.ours = ours;
        this.theirs = theirs;
        this.now = now;
        this.book = book;
    }

    /** A packet is about to be handed to the host: first the rows of IP fire, into that log, then its event begins. */
    void arriving(Packet packet, RowLog ofIp) {
        arriving = packet;
        ipLog = ofIp;
    }

    /** The host sends a packet: it belongs to the event that is being carried out. */
    void sends(Packet packet) {
        sent.add(packet);
    }

    /** One of them will not arrive; told when the event is over. */
    void lost(Packet packet) {
        lost.add(packet);
    }

    /** The program is called back. */
    void notice(String text) {
        book.add(new Watched(null, new Moment.Notice(now.getAsLong(), side, text)));
    }

    @Override
    public void arrives(Connection connection, Segment segment) {
        begin(connection, new Moment.Cause.Arrival(arriving));
        ipRows = ids(ipLog, row -> dev.lockstep.stack.ip.table.Row.at(row).id());
    }

    @Override
    public void called(Connection connection, Call call, int length) {
        begin(connection, new Moment.Cause.Call(length > 0 ? call + " " + length : call.toString()));
    }

    @Override
    public void expired(Connection connection, Timer timer) {
        begin(connection, new Moment.Cause.Expiry(timer.title()));
    }

    private void begin(Connection connection, Moment.Cause why) {
        cause = why;
        before = connection.tcb().state;
        sent.clear();
        told.clear();
    }

    @Override
    public void told(Connection connection, News news) {
        told.add(news.title());
    }

    @Override
    public void refused(Connection connection, Refusal why) {
        told.add("refused: " + why.title());
    }

    @Override
    public void ends(Connection connection) {
        var event = new Moment.Event(
                now.getAsLong(),
                side,
                cause,
                before,
                connection.tcb().state,
                cause instanceof Moment.Cause.Arrival ? ipRows : List.of(),
                ids(connection.tcb().rows, row -> Row.at(row).id()),
                connection.tcb().state == State.CLOSED ? Variables.NONE : Variables.of(connection.tcb(), ours, theirs),
                List.copyOf(sent),
                List.copyOf(told));
        book.add(new Watched(connection, event));
        lost.forEach(packet -> book.add(new Watched(null, new Moment.Lost(now.getAsLong(), packet))));
        lost.clear();
    }

    private static List<String> ids(RowLog log, IntFunction<String> id) {
        return Arrays.stream(log.current()).mapToObj(id).toList();
    }
}
