package dev.lockstep.stack.tcp;

import dev.lockstep.stack.tcp.table.Events;
import dev.lockstep.stack.tcp.table.Opening;
import dev.lockstep.stack.tcp.table.Option;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Send;
import dev.lockstep.stack.tcp.table.Tcb;
import dev.lockstep.stack.tcp.table.Timer;
import dev.lockstep.stack.tcp.table.Tune;
import java.lang.foreign.MemorySegment;

/**
 * One record of the stack: a control block, which belongs to the rows, and what it takes to carry out their effects, which
 * is text, timers and a pair of sockets. A record lives from its OPEN to the row that deletes its control block.
 *
 * <p>The calls of RFC 9293 §3.9.1 are events: OPEN, {@link #send}, {@link #receive}, {@link #close}, {@link #abort};
 * so is the change of an option, as {@link #reports}. None blocks. The rows refuse a call by an effect, and {@link #refusal} then says why. After the control block is gone,
 * calls are still events, of state CLOSED.
 *
 * <p>Text that rows have left to the user is no longer TCP's: taking it is no event, and goes on when the control block is gone.
 */
public final class Connection extends TcpEffects {

    /** Answer of {@link #send} and {@link #receive} when the rows refuse the call. */
    public static final int REFUSED = -1;

    private final Tcb tcb;
    private final int number;
    private int localPort;
    private int remote;
    private int remotePort;
    private int diffserv;

    Connection(TcpLayer layer, Tcb tcb, int number, Listener pendingAt) {
        super(layer, pendingAt);
        this.tcb = tcb;
        this.number = number;
    }

    /** Identifies the record among those that live at the same time; timers are known by it. */
    public int number() {
        return number;
    }

    /** The protocol's variables: for observers and tests. Mechanism and users leave them alone. */
    public Tcb tcb() {
        return tcb;
    }

    public int local() {
        return layer.address();
    }

    public int localPort() {
        return localPort;
    }

    public int remote() {
        return remote;
    }

    public int remotePort() {
        return remotePort;
    }

    /** The code point that IP sends our segments with. */
    public int diffserv() {
        return diffserv;
    }

    /**
     * Sets the code point of the segments that are sent from now on (RFC 9293 §3.9.1.9).
     *
     * @throws IllegalArgumentException if it is not 0 to 63
     */
    public void diffserv(int codePoint) {
        diffserv = checkedCodePoint(codePoint);
    }

    /**
     * The code point itself.
     *
     * @throws IllegalArgumentException if it is not 0 to 63
     */
    public static int checkedCodePoint(int codePoint) {
        if (codePoint < 0 || codePoint > 63) {
            throw new IllegalArgumentException("a code point of Diffserv is 0 to 63, not " + codePoint);
        }
        return codePoint;
    }

    /** OPEN: once, on a new record. */
    void open(Opening opening) {
        refusal = null;
        layer.open.opening = opening;
        layer.begins();
        try {
            if (layer.observer != null) {
                layer.observer.called(this, Observer.Call.OPEN, 0, layer.open);
            }
            Events.open(tcb, layer.open, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
    }

    /**
     * SEND: queues text.
     *
     * @return bytes queued, as many as there was room for; {@link #REFUSED} if the rows refuse
     */
    public int send(byte[] text, int offset, int length) {
        return send(layer.text.at(text, offset), length, false);
    }

    /** As {@link #send(byte[], int, int)}, with the flag URGENT: what was queued, and all before it, is urgent. */
    public int sendUrgent(byte[] text, int offset, int length) {
        return send(layer.text.at(text, offset), length, true);
    }

    /** As {@link #send(byte[], int, int)}. */
    public int send(MemorySegment text, long offset, int length) {
        return send(layer.text.at(text, offset), length, false);
    }

    private int send(UserText text, int length, boolean urgent) {
        refusal = null;
        layer.send.urgent = urgent;
        int room = Math.min(length, outgoing.room());
        int done = 0;
        while (done < room && refusal == null) {
            int size = outgoing.size();
            layer.send.len = Math.min(room - done, Send.mostLen());
            layer.begins();
            try {
                if (layer.observer != null) {
                    layer.observer.called(this, Observer.Call.SEND, layer.send.len, layer.send);
                }
                Events.send(tcb, layer.send, layer.parameters, this);
            } finally {
                layer.ends(this);
            }
            done += outgoing.size() - size;
        }
        text.forget();
        wantsRoom = done < length;
        return refusal == null ? done : REFUSED;
    }

    /** Bytes that {@link #send} would queue now. Finding none asks for a {@link TcpUser#writable}. */
    public int room() {
        wantsRoom |= outgoing.room() == 0;
        return outgoing.room();
    }

    /** Bytes queued and not acknowledged. */
    public int unacknowledged() {
        return outgoing.size();
    }

    /**
     * RECEIVE: takes text.
     *
     * @return bytes taken; 0 if there are none yet; {@link #REFUSED} if the rows refuse, for want of a connection or
     *     because the other side has sent all it will
     */
    public int receive(byte[] text, int offset, int length) {
        return receive(layer.text.at(text, offset), length);
    }

    /** As {@link #receive(byte[], int, int)}. */
    public int receive(MemorySegment text, long offset, int length) {
        return receive(layer.text.at(text, offset), length);
    }

    private int receive(UserText text, int length) {
        refusal = null;
        taken = 0;
        if (incoming.isLeft()) {
            take(Math.min(length, incoming.readable()));
        } else if (length > 0) {
            layer.receive.len = Math.clamp(incoming.readable(), 1, length);
            layer.begins();
            try {
                if (layer.observer != null) {
                    layer.observer.called(this, Observer.Call.RECEIVE, layer.receive.len, layer.receive);
                }
                Events.receive(tcb, layer.receive, layer.parameters, this);
            } finally {
                layer.ends(this);
            }
        }
        text.forget();
        return refusal == null ? taken : REFUSED;
    }

    /** Bytes that {@link #receive} would take now. */
    public int readable() {
        return incoming.readable();
    }

    /** CLOSE: we will send no more. */
    public void close() {
        refusal = null;
        layer.begins();
        try {
            if (layer.observer != null) {
                layer.observer.called(this, Observer.Call.CLOSE, 0, layer.close);
            }
            Events.close(tcb, layer.close, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
    }

    /** ABORT. */
    public void abort() {
        refusal = null;
        layer.begins();
        try {
            if (layer.observer != null) {
                layer.observer.called(this, Observer.Call.ABORT, 0, layer.abort);
            }
            Events.abort(tcb, layer.abort, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
    }

    /**
     * Ends the connection when nothing of what was submitted is acknowledged for so long (RFC 9293 §3.9.1.1). Rows may refuse.
     *
     * @param milliseconds 0 for no such limit
     */
    public void userTimeout(long milliseconds) {
        layer.tune.time = milliseconds;
        tune(Option.USER_TIMEOUT);
    }

    /** Turns keep-alives on or off (RFC 9293 §3.8.4). Rows may refuse. */
    public void keepAlive(boolean wanted) {
        layer.tune.on = wanted;
        tune(Option.KEEP_ALIVE);
    }

    /**
     * STATUS.
     *
     * @return the connection as it is now, or null if the rows refuse because there is none
     */
    public ConnectionStatus status() {
        refusal = null;
        shown = null;
        layer.begins();
        try {
            if (layer.observer != null) {
                layer.observer.called(this, Observer.Call.STATUS, 0, layer.status);
            }
            Events.status(tcb, layer.status, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
        return shown;
    }

    @Override
    ConnectionStatus asItIs(int urgent) {
        return new ConnectionStatus(
                tcb.state,
                local(),
                localPort,
                remote,
                remotePort,
                tcb.rcvWnd,
                tcb.sndWnd,
                outgoing.size(),
                incoming.readable(),
                urgent,
                diffserv,
                tcb.rto);
    }

    /** Whether the user hears of soft errors from now on (RFC 9293 §3.9.1.8). Rows may refuse. */
    public void reports(boolean wanted) {
        layer.tune.on = wanted;
        tune(Option.REPORTS);
    }

    /** Whether the Nagle algorithm holds short segments back from now on (RFC 9293 §3.7.4). Rows may refuse. */
    public void nagle(boolean on) {
        layer.tune.on = on;
        tune(Option.NAGLE);
    }

    /**
     * How often something is sent again from now on before the connection is given up: R2 of RFC 9293 §3.8.3. Rows may refuse.
     *
     * @param retransmissions 0 for never
     * @throws IllegalArgumentException if that is negative, or more than {@link Tune#mostCount}
     */
    public void patience(int retransmissions) {
        if (retransmissions < 0 || retransmissions > Tune.mostCount()) {
            throw new IllegalArgumentException(
                    "retransmissions are 0 to " + Tune.mostCount() + ", not " + retransmissions);
        }
        layer.tune.count = retransmissions;
        tune(Option.PATIENCE);
    }

    private void tune(Option option) {
        refusal = null;
        layer.tune.option = option;
        layer.begins();
        try {
            if (layer.observer != null) {
                layer.observer.called(this, Observer.Call.TUNE, 0, layer.tune);
            }
            Events.tune(tcb, layer.tune, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
    }

    /** Why the last call was refused, or null if it was not. */
    public Refusal refusal() {
        return refusal;
    }

    /** A segment has arrived for this record. */
    void arrives(Arrival arrival) {
        layer.begins();
        try {
            if (!bound) {
                sockets(arrival.destinationPort, arrival.source, arrival.sourcePort);
            }
            if (layer.observer != null) {
                layer.observer.arrives(this, arrival.segment);
            }
            Events.segment(tcb, arrival.segment, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
    }

    /** ICMP reports an error about a segment of this record. */
    void hears(Report report) {
        layer.begins();
        try {
            if (layer.observer != null) {
                layer.observer.reported(this, report);
            }
            Events.report(tcb, report, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
    }

    /** A timer of this record has expired. */
    void expires(Timer timer) {
        layer.begins();
        try {
            if (layer.observer != null) {
                layer.observer.expired(this, timer);
            }
            Events.expired(tcb, timer, layer.parameters, this);
        } finally {
            layer.ends(this);
        }
    }

    @Override
    Connection connection() {
        return this;
    }

    /** Names the pair of sockets: while the record is not bound, that of the segment it looks at. */
    void sockets(int ourPort, int address, int port) {
        localPort = ourPort;
        remote = address;
        remotePort = port;
    }

    void copyText(int seq, MemorySegment to, long offset, int length) {
        outgoing.copy(seq, to, offset, length);
    }
}
