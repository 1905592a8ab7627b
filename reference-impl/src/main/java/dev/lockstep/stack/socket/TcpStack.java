package dev.lockstep.stack.socket;

import dev.lockstep.stack.icmp.IcmpLayer;
import dev.lockstep.stack.ip.IpLayer;
import dev.lockstep.stack.ip.IpOutput;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Listener;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.TcpLayer;
import dev.lockstep.stack.time.TimerQueue;
import dev.lockstep.stack.wire.Ipv4Address;
import java.lang.foreign.MemorySegment;

/**
 * A host with one IPv4 address that speaks TCP and answers pings: the layers put together, and programs on top.
 *
 * <p>Sans I/O. Packets and time come in by the calls of {@link Host}; packets leave through the sink during these calls and
 * during calls of sockets. The sink must not hand the stack a packet from within: links queue.
 */
public final class TcpStack implements Host {

    /** Names no local address in particular: any of ours will do. */
    public static final int ANY_ADDRESS = 0;

    private final StackConfig config;
    private final IpOutput output;
    private final IcmpLayer icmp;
    private final TcpLayer tcp;
    private final IpLayer ip;
    private final Notices notices = new Notices();

    /** The loop's instant at which our clock began, as soon as it is known: ours starts at 0 wherever theirs does. */
    private long origin;

    private boolean started;
    private long now;
    private boolean inside;

    public TcpStack(StackConfig config, PacketSink out) {
        this(config, out, null);
    }

    /** @param observer watches every event; null if nobody does */
    public TcpStack(StackConfig config, PacketSink out, Observer observer) {
        this.config = config;
        this.output = new IpOutput(config.address(), config.timeToLive(), out);
        this.tcp = new TcpLayer(output, config.tcp(), observer);
        this.icmp = new IcmpLayer(output, tcp::report);
        this.ip =
                new IpLayer(config.address(), config.prefix(), tcp::segment, icmp::message, icmp::protocolUnreachable);
    }

    /** Sets the time: before calls of sockets that no handler makes. It never goes back. */
    public void clock(long nowNanos) {
        if (!started) {
            started = true;
            origin = nowNanos;
        }
        now = nowNanos;
        tcp.clock(nowNanos - origin);
    }

    /**
     * What the packet has to say to handlers waits for the end of the batch, and so may its acknowledgement: a handler that
     * takes what twenty segments brought opens the window once, and not twenty times.
     */
    @Override
    public void packet(MemorySegment buffer, long offset, int length, long nowNanos) {
        enter(nowNanos);
        try {
            ip.datagram(buffer, offset, length);
        } finally {
            inside = false;
        }
    }

    @Override
    public void batchEnd(long nowNanos) {
        expire(nowNanos);
    }

    /** Handlers come first: what they send carries the acknowledgements that wait for the end of the batch. */
    @Override
    public void expire(long nowNanos) {
        enter(nowNanos);
        try {
            notices.dispatch();
            tcp.expire();
            notices.dispatch();
        } finally {
            inside = false;
        }
    }

    private void enter(long nowNanos) {
        if (inside) {
            throw new IllegalStateException("called from within, by a sink or a handler; links have to queue");
        }
        inside = true;
        clock(nowNanos);
    }

    /** At once, if packets or calls of sockets have left something to tell handlers. */
    @Override
    public long nextDeadlineNanos() {
        if (!notices.isEmpty()) {
            return now;
        }
        long deadline = tcp.nextDeadline();
        return deadline == TimerQueue.NEVER ? NEVER : origin + deadline;
    }

    /**
     * Listens on a port.
     *
     * @throws IllegalStateException if somebody does already, or too many do
     */
    public Listener listen(int port, Service service) {
        return listen(ANY_ADDRESS, port, service);
    }

    /**
     * As {@link #listen(int, Service)}, for connections to this address of ours (RFC 9293 MUST-43).
     *
     * @param local our address, or {@link #ANY_ADDRESS}
     * @throws IllegalArgumentException if it is not ours
     */
    public Listener listen(int local, int port, Service service) {
        checkOurs(local);
        return tcp.listen(port, connection -> socket(connection, service).user());
    }

    /**
     * Opens a connection. The handler hears of {@link TcpHandler#connected} or of the reason why not.
     *
     * @throws IllegalArgumentException if the address cannot be that of one host
     * @throws IllegalStateException if there is no room for another connection, or no port is free
     */
    public TcpSocket connect(int remote, int remotePort, TcpHandler handler) {
        return connect(remote, remotePort, 0, handler);
    }

    /**
     * As {@link #connect(int, int, TcpHandler)}, from a certain port.
     *
     * @param localPort 0 for any that is free
     * @throws IllegalArgumentException if the address cannot be that of one host (RFC 9293 MUST-46)
     */
    public TcpSocket connect(int remote, int remotePort, int localPort, TcpHandler handler) {
        return connect(remote, remotePort, localPort, 0, handler);
    }

    /**
     * As {@link #connect(int, int, int, TcpHandler)}, from the first segment on with a code point of Diffserv.
     *
     * @param diffserv as for {@link TcpSocket#diffserv}
     */
    public TcpSocket connect(int remote, int remotePort, int localPort, int diffserv, TcpHandler handler) {
        return connect(ANY_ADDRESS, localPort, remote, remotePort, diffserv, handler);
    }

    /**
     * As {@link #connect(int, int, int, int, TcpHandler)}, from this address of ours (RFC 9293 MUST-43).
     *
     * @param local our address, or {@link #ANY_ADDRESS}
     * @param localPort 0 for any that is free
     * @throws IllegalArgumentException if {@code local} is not ours
     */
    public TcpSocket connect(int local, int localPort, int remote, int remotePort, int diffserv, TcpHandler handler) {
        checkOurs(local);
        if (Ipv4Address.notOneHost(remote, config.address(), config.prefix())) {
            throw new IllegalArgumentException(Ipv4Address.toString(remote) + " is not the address of one host");
        }
        int codePoint = Connection.checkedCodePoint(diffserv);
        TcpSocket[] opened = new TcpSocket[1];
        tcp.connect(remote, remotePort, localPort, connection -> {
            opened[0] = socket(connection, socket -> handler);
            opened[0].diffserv(codePoint);
            return opened[0].user();
        });
        return opened[0];
    }

    private void checkOurs(int local) {
        if (local != ANY_ADDRESS && local != config.address()) {
            throw new IllegalArgumentException(Ipv4Address.toString(local) + " is not our address, which is "
                    + Ipv4Address.toString(config.address()));
        }
    }

    private TcpSocket socket(Connection connection, Service service) {
        return new TcpSocket(connection, notices, service);
    }

    /** For counters. */
    public IpLayer ip() {
        return ip;
    }

    /** For counters. */
    public IcmpLayer icmp() {
        return icmp;
    }

    /** For counters and rows. */
    public TcpLayer tcp() {
        return tcp;
    }

    /** For counters. */
    public IpOutput output() {
        return output;
    }
}
