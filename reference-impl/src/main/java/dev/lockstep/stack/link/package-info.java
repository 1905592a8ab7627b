/**
 * The seam between the stack and whatever carries its datagrams: a TUN device, a simulated link, a test.
 *
 * <p>Nothing here does I/O, reads a clock, starts a thread or allocates. Whoever owns the event loop calls
 * {@link dev.lockstep.stack.link.Host}; the host answers through a {@link dev.lockstep.stack.link.PacketSink}.
 */
package dev.lockstep.stack.link;
