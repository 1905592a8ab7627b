/**
 * The mechanism under the tables of TCP: buffers, timers, demultiplexing, segments on the wire.
 *
 * <p>What a TCP does is decided by the generated classes of {@code dev.lockstep.stack.tcp.table}; this package only
 * carries out the effects they ask for. It never looks at a connection's
 * state. What it remembers are effects carried out: which numbers a buffer holds, by {@code queue}, {@code deliver} and
 * {@code take}; under which pair of sockets a record is found, by {@code bind}; which text is the user's, by {@code leave}.
 */
package dev.lockstep.stack.tcp;
