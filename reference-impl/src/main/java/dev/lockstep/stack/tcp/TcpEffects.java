package dev.lockstep.stack.tcp;

import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.Effects;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Timer;

/**
 * Carries out what rows ask for while an event of one record is being processed: the half of a {@link Connection} that
 * faces the tables.
 */
abstract sealed class TcpEffects implements Effects permits Connection {

    final TcpLayer layer;
    final SendBuffer outgoing;
    final ReceiveBuffer incoming;

    /** Who is told; null while nobody has accepted the connection. */
    TcpUser user;

    /** The user found no room and wants to be told when there is some. */
    boolean wantsRoom;

    /** Why the call that is being carried out is refused, or null. */
    Refusal refusal;

    /** What the call that is being carried out has shown, or null. */
    ConnectionStatus shown;

    /** Bytes taken by the call that is being carried out. */
    int taken;

    /** Whether the record stands in the table of connections, under its pair of sockets. */
    boolean bound;

    /** Where the record was opened passively, until it is open or over. */
    private Listener pendingAt;

    TcpEffects(TcpLayer layer, Listener pendingAt) {
        this.layer = layer;
        this.pendingAt = pendingAt;
        this.outgoing = new SendBuffer(layer.sendRings);
        this.incoming = new ReceiveBuffer(layer.receiveRings);
    }

    abstract Connection connection();

    /** What STATUS tells of it. */
    abstract ConnectionStatus asItIs(int urgent);

    @Override
    public final long now() {
        return layer.nowMillis();
    }

    @Override
    public final int isn() {
        int isn = layer.isn(connection());
        if (layer.observer != null) {
            layer.observer.offered(connection(), isn);
        }
        return isn;
    }

    @Override
    public final void send(int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        if (layer.observer != null) {
            layer.observer.sent(connection(), seq, ack, ctl, len, wnd, mss, up);
        }
        layer.output.segment(connection(), seq, ack, ctl, len, wnd, mss, up);
    }

    @Override
    public final void garbage(int seq, int ack, int wnd) {
        if (layer.observer != null) {
            layer.observer.sent(connection(), seq, ack, Control.ACK, 1, wnd, 0, 0);
        }
        layer.output.garbage(connection(), seq, ack, wnd);
    }

    @Override
    public final void queue(int at, int len) {
        outgoing.append(at, layer.text, len);
    }

    @Override
    public final void acknowledged(int upto) {
        if (outgoing.release(upto) > 0 && wantsRoom && user != null) {
            wantsRoom = false;
            user.writable();
        }
    }

    @Override
    public final void keep(int first, int last) {
        layer.arrival.keep(first, last, incoming);
    }

    @Override
    public final void deliver(int first, int len) {
        incoming.deliver(first, len);
        if (user != null) {
            user.readable();
        }
    }

    @Override
    public final void take(int len) {
        incoming.take(layer.text, len);
        taken += len;
    }

    @Override
    public final void bind() {
        bound = true;
        layer.bind(connection());
        pendingAt.bound();
    }

    @Override
    public final void unbind() {
        layer.unbind(connection());
        bound = false;
        outgoing.free();
        incoming.free();
        pendingAt.unbound(connection());
    }

    @Override
    public final void handOn(int first) {
        layer.handOn(first);
    }

    @Override
    public final void accept() {
        if (pendingAt != null) {
            user = pendingAt.accepted(connection());
            settle();
        }
    }

    @Override
    public final void leave() {
        incoming.leave();
    }

    @Override
    public final void tell(News news) {
        if (layer.observer != null) {
            layer.observer.told(connection(), news);
        }
        if (user != null) {
            user.told(news);
        }
    }

    @Override
    public final void advise() {
        layer.output.advise();
    }

    @Override
    public final void show(int urgent) {
        shown = connection().asItIs(urgent);
    }

    @Override
    public final void refuse(Refusal why) {
        if (layer.observer != null) {
            layer.observer.refused(connection(), why);
        }
        refusal = why;
    }

    /** Takes the record out of the stack, and with it all text but what a row has left to the user. */
    @Override
    public final void deleteTcb() {
        layer.remove(connection());
        outgoing.free();
        if (!incoming.isLeft()) {
            incoming.free();
        }
        settle();
    }

    @Override
    public final void arm(Timer timer, long milliseconds) {
        layer.arm(connection(), timer, milliseconds);
    }

    @Override
    public final void cancel(Timer timer) {
        layer.cancel(connection(), timer);
    }

    private void settle() {
        if (pendingAt != null && bound) {
            pendingAt.settled();
        }
        pendingAt = null;
    }
}
