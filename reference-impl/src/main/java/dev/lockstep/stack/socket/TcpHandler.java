package dev.lockstep.stack.socket;

/**
 * What a program does when something happens to one of its sockets.
 *
 * <p>Called when the event that caused it is over, so a handler may call the socket, and others, as it likes. Several
 * causes of one kind may come as one call. What a handler throws reaches the loop: it is a defect of the program, and the
 * stack goes on if the loop does. After {@link #reset}, {@link #refused} and {@link #timedOut} nothing more
 * comes, after {@link #closed} only what is still on its way.
 */
public interface TcpHandler {

    /** The connection is open. */
    default void connected(TcpSocket socket) {}

    /** There is text to receive. */
    default void readable(TcpSocket socket) {}

    /** There is room again, after {@link TcpSocket#send} or {@link TcpSocket#room} found too little. */
    default void writable(TcpSocket socket) {}

    /**
     * The other side does not answer: what was sent to it has been repeated in vain, {@code R1} times, or somebody on the way
     * reports that it does not arrive (RFC 9293 §3.9.2.2). The connection goes on trying, and {@link #timedOut} comes if that
     * does not help (§3.8.3). {@link TcpSocket#reports} turns this off.
     */
    default void trouble(TcpSocket socket) {}

    /**
     * The other side has urgent text, or more of it; {@link TcpSocket#urgent} says how many bytes it is to its end. They stand in
     * the stream like all others, and some may not have arrived yet. {@link TcpSocket#reports} turns this off.
     */
    default void urgent(TcpSocket socket) {}

    /** The other side will send no more; what it sent may still be received. */
    default void peerClosed(TcpSocket socket) {}

    /** Our close is complete: the other side has everything we sent. */
    default void closed(TcpSocket socket) {}

    /**
     * The connection was reset, by the other side or by {@link TcpSocket#abort}, or closed before it could send what was queued.
     * What the other side may not have got is lost; so is what came and was not received, unless {@link #peerClosed} was told.
     */
    default void reset(TcpSocket socket) {}

    /** The other side does not accept the connection. */
    default void refused(TcpSocket socket) {}

    /** The other side does not answer any more. */
    default void timedOut(TcpSocket socket) {}
}
