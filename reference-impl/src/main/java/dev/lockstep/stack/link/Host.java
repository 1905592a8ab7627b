package dev.lockstep.stack.link;

import java.lang.foreign.MemorySegment;

/**
 * A thing with an IP address at the end of a link: the stack under test, an echo responder, a simulated peer.
 *
 * <p>Sans I/O: packets and time come in by these calls, packets leave through the {@link PacketSink} the host was
 * built with, and only <em>during</em> one of these calls (or during a command run by the same loop). All calls
 * come from one thread, the loop's; a host needs no lock.
 *
 * <p>Instants are nanoseconds since some moment before the loop began, on its monotonic or virtual clock. They are
 * never negative and never decrease from call to call, so {@code <} compares them, {@link #NEVER} included.
 */
public interface Host {

    /** The answer of {@link #nextDeadlineNanos} when no timer is armed. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Takes a datagram that arrived for this host.
     *
     * @param buffer memory that holds the packet, borrowed: valid only during the call, not to be modified
     * @param offset bytes from the start of {@code buffer} to the first byte of the IP header
     * @param length bytes of the datagram as the link delivered it; the IP header's own length field may differ and
     *     is not to be trusted
     * @param nowNanos the instant of arrival
     */
    void packet(MemorySegment buffer, long offset, int length, long nowNanos);

    /**
     * The instant at which {@link #expire} wants to be called, or {@link #NEVER}. Asked after each batch of calls, so
     * it must be cheap and must not change anything.
     */
    long nextDeadlineNanos();

    /**
     * Lets every timer whose instant is not after {@code nowNanos} expire. May be called early or without need;
     * then it does nothing.
     *
     * <p>On return {@link #nextDeadlineNanos} is after {@code nowNanos}, or the loop would spin.
     *
     * @param nowNanos the present instant
     */
    void expire(long nowNanos);

    /**
     * Tells the host that a batch of packets has been handed over and the loop is about to wait. A host that defers
     * work to the end of a batch (one acknowledgement for many segments, say) does it here.
     *
     * @param nowNanos the present instant
     */
    default void batchEnd(long nowNanos) {}
}
