package dev.lockstep.stack.tcp;

import dev.lockstep.stack.ip.IpOutput;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.table.Seq;
import dev.lockstep.stack.tcp.table.Abort;
import dev.lockstep.stack.tcp.table.Close;
import dev.lockstep.stack.tcp.table.Open;
import dev.lockstep.stack.tcp.table.Opening;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Receive;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Send;
import dev.lockstep.stack.tcp.table.Status;
import dev.lockstep.stack.tcp.table.Tcb;
import dev.lockstep.stack.tcp.table.Timer;
import dev.lockstep.stack.tcp.table.Tune;
import dev.lockstep.stack.time.TimerQueue;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.TcpHeader;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * All connections of a stack: finds the record an event is for, and lends it what records share.
 *
 * <p>A segment belongs to the connection of its pair of sockets; if there is none, to the spare record of a listener on
 * its port; if there is none, to the closed record, which answers as RFC 9293 §3.10.7.1 says. Each of the three is an event
 * of a control block: which state that is in, nobody here asks.
 *
 * <p>Time is given with {@link #clock}. One thread; an event never begins inside another.
 */
public final class TcpLayer {

    /** How many ports may be listened on. */
    private static final int LISTENERS = 1024;

    private static final Timer[] TIMERS = Timer.values();
    private static final long NANOS_PER_MILLI = 1_000_000;

    final Parameters parameters;
    final TcpOutput output;
    final Arrival arrival;
    final RingPool sendRings;
    final RingPool receiveRings;
    final Observer observer;

    /** What a call says, filled anew for each. */
    final UserText text = new UserText();

    final Open open = new Open();
    final Send send = new Send();
    final Receive receive = new Receive();
    final Close close = new Close();
    final Abort abort = new Abort();
    final Status status = new Status();
    private final Report report = new Report();
    final Tune tune = new Tune();

    private final TcpConfig config;
    private final RowLog rows = new RowLog(Row.values().length);
    private final TimerQueue timers = new TimerQueue(0);
    private final KeyedTable<Connection> connections;
    private final KeyedTable<Listener> listeners;
    private final EphemeralPorts ports;
    private final Connection closed;
    private final long[] dropped = new long[TcpDrop.values().length];
    private long received;

    /** Records by number, and the numbers that are free. */
    private Connection[] records = new Connection[0];

    private int[] freeNumbers;
    private int free;

    private Listener toRefill;
    private boolean running;
    private boolean handedOn;
    private int isnNotBefore;
    private long nowNanos;
    private long nowMillis;

    /** @param observer watches every event; null if nobody does */
    public TcpLayer(IpOutput ip, TcpConfig config, Observer observer) {
        this.config = config;
        this.parameters = config.parameters();
        this.observer = observer;
        this.output = new TcpOutput(ip, config.checksums());
        this.arrival = new Arrival(config.checksums());
        this.sendRings = new RingPool(config.sendBuffer(), config.connections());
        this.receiveRings = new RingPool(parameters.rcvBuffer(), config.connections());
        this.connections = new KeyedTable<>(config.connections(), config.secret());
        this.listeners = new KeyedTable<>(LISTENERS, config.secret());
        this.ports = new EphemeralPorts(config.secret());
        this.closed = create(null);
    }

    /** Sets the time. It does not go back. */
    public void clock(long nanos) {
        nowNanos = nanos;
        nowMillis = Math.floorDiv(nanos, NANOS_PER_MILLI);
    }

    /** Takes a segment; the arguments are those of {@link dev.lockstep.stack.ip.Receiver}. */
    public void segment(MemorySegment packet, long at, int length, int source, int destination) {
        received++;
        TcpDrop fault = arrival.read(packet, at, length, source, destination);
        if (fault == null) {
            deliver();
            // The record that a segment was for may have made way for another; none does twice.
            if (handedOn) {
                deliver();
                handedOn = false;
            }
        } else {
            dropped[fault.ordinal()]++;
        }
        arrival.forget();
    }

    /** Takes an error about a segment of ours; the arguments are those of {@link dev.lockstep.stack.icmp.ErrorReceiver}. */
    public void report(MemorySegment packet, long at, int remote, int type, int code, int mtu) {
        Connection connection = connections.get(
                sockets(TcpHeader.sourcePort(packet, at), remote, TcpHeader.destinationPort(packet, at)));
        if (connection == null) {
            dropped[TcpDrop.NO_CONNECTION.ordinal()]++;
            return;
        }
        report.type = type;
        report.code = code;
        report.seq = TcpHeader.seq(packet, at);
        report.mtu = mtu;
        connection.hears(report);
    }

    private void deliver() {
        Connection connection = find();
        if (connection != null) {
            connection.arrives(arrival);
        } else {
            dropped[(connections.full() ? TcpDrop.NO_RECORD : TcpDrop.BACKLOG).ordinal()]++;
        }
    }

    /** The segment is another event when this one is over, whose initial sequence number is not before this. */
    void handOn(int first) {
        handedOn = true;
        isnNotBefore = first;
    }

    private Connection find() {
        Connection connection = connections.get(sockets(arrival.destinationPort, arrival.source, arrival.sourcePort));
        if (connection != null) {
            return connection;
        }
        Listener listener = listeners.get(arrival.destinationPort);
        if (listener != null) {
            return connections.full() ? null : listener.spare();
        }
        return closed;
    }

    /**
     * Listens on a port.
     *
     * @throws IllegalStateException if somebody does already, or too many do
     */
    public Listener listen(int port, Acceptor acceptor) {
        if (listeners.get(port) != null) {
            throw new IllegalStateException("port " + port + " is listened on already");
        }
        Listener listener = new Listener(this, port, config.backlog(), acceptor);
        listeners.put(port, listener);
        listener.refill();
        return listener;
    }

    /**
     * Opens a connection from here.
     *
     * @param localPort our port, 0 for any that is free
     * @param acceptor names the connection's user before anything happens
     * @throws IllegalStateException if there is no room for another connection, or no such port is free
     */
    public void connect(int remote, int remotePort, int localPort, Acceptor acceptor) {
        if (connections.full()) {
            throw new IllegalStateException("all " + config.connections() + " connections are in use");
        }
        int port = localPort == 0 ? ports.pick(remote, remotePort, p -> free(p, remote, remotePort)) : localPort;
        if (port == EphemeralPorts.NONE || !free(port, remote, remotePort)) {
            throw new IllegalStateException("no free port towards " + Ipv4Address.toString(remote) + ":" + remotePort);
        }
        Connection connection = create(null);
        connection.sockets(port, remote, remotePort);
        connection.bound = true;
        bind(connection);
        connection.user = acceptor.accepted(connection);
        connection.open(Opening.ACTIVE);
    }

    private boolean free(int port, int remote, int remotePort) {
        return connections.get(sockets(port, remote, remotePort)) == null;
    }

    /** The instant of the next timer in the clock's nanoseconds, {@link TimerQueue#NEVER} if none is armed. */
    public long nextDeadline() {
        return timers.nextDeadline();
    }

    /** Lets every timer expire that is due. */
    public void expire() {
        for (int due = timers.expire(nowNanos); due != TimerQueue.NONE; due = timers.expire(nowNanos)) {
            records[due / TIMERS.length].expires(TIMERS[due % TIMERS.length]);
        }
    }

    /** Which rows fired. */
    public RowLog rows() {
        return rows;
    }

    /** Segments that came, damaged ones included. */
    public long received() {
        return received;
    }

    /** Segments that never became an event, and why. */
    public long dropped(TcpDrop why) {
        return dropped[why.ordinal()];
    }

    /** Segments that carried an option of illegal length. */
    public long illegalOptions() {
        return arrival.illegalOptions();
    }

    /** Connections there are, those in TIME-WAIT included. */
    public int connections() {
        return connections.size();
    }

    int address() {
        return output.address();
    }

    long nowMillis() {
        return nowMillis;
    }

    int isn(Connection connection) {
        int ports = connection.localPort() << 16 | connection.remotePort();
        int offered = config.initialSequence().next(address(), connection.remote(), ports, nowNanos);
        return handedOn ? Seq.max(offered, isnNotBefore) : offered;
    }

    /** An event begins. */
    void begins() {
        if (running) {
            throw new IllegalStateException("an event inside another; whoever is told something has to wait");
        }
        running = true;
    }

    /** An event is over: what had to wait is done. */
    void ends(Connection connection) {
        running = false;
        if (observer != null) {
            observer.ends(connection);
        }
        if (toRefill != null) {
            Listener listener = toRefill;
            toRefill = null;
            listener.refill();
        }
    }

    /** Has a listener make a spare ready when this event is over. */
    void refill(Listener listener) {
        toRefill = listener;
    }

    /** No segment is for this listener any more. */
    void forget(Listener listener) {
        listeners.remove(listener.port());
    }

    /** A record in the state in which all begin. */
    Connection create(Listener pendingAt) {
        if (free == 0) {
            grow();
        }
        int number = freeNumbers[--free];
        records[number] = new Connection(this, new Tcb(rows, parameters), number, pendingAt);
        return records[number];
    }

    private void grow() {
        int before = records.length;
        int after = Math.max(16, 2 * before);
        records = Arrays.copyOf(records, after);
        freeNumbers = new int[after];
        for (int number = after - 1; number >= before; number--) {
            freeNumbers[free++] = number;
        }
        timers.grow(after * TIMERS.length);
    }

    /** From now on segments of its pair of sockets are this connection's. */
    void bind(Connection connection) {
        connections.put(sockets(connection.localPort(), connection.remote(), connection.remotePort()), connection);
    }

    /** Segments of its pair of sockets are no longer this connection's. */
    void unbind(Connection connection) {
        connections.remove(sockets(connection.localPort(), connection.remote(), connection.remotePort()));
    }

    /** Takes a record out of the stack. */
    void remove(Connection connection) {
        if (connection.bound) {
            unbind(connection);
        }
        for (Timer timer : TIMERS) {
            cancel(connection, timer);
        }
        records[connection.number()] = null;
        freeNumbers[free++] = connection.number();
    }

    void arm(Connection connection, Timer timer, long milliseconds) {
        // No time at all is the end of the batch: the next time that somebody lets timers expire.
        timers.arm(timer(connection, timer), nowNanos + milliseconds * NANOS_PER_MILLI);
    }

    void cancel(Connection connection, Timer timer) {
        timers.cancel(timer(connection, timer));
    }

    private static int timer(Connection connection, Timer timer) {
        return connection.number() * TIMERS.length + timer.ordinal();
    }

    /** The pair of sockets as a key; our address is always the same. */
    private static long sockets(int localPort, int remote, int remotePort) {
        return (long) remote << 32 | (long) remotePort << 16 | localPort;
    }
}
