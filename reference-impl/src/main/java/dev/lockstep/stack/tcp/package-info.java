/**
 * The mechanism under the tables of TCP: buffers, timers, demultiplexing, segments on the wire.
 *
 * <p>What a TCP does is decided by the generated classes of {@code dev.lockstep.stack.tcp.table}; this package only
 * carries out the effects they ask for. It keeps no protocol variable of its own and never looks at a connection's
 * state.
 */
package dev.lockstep.stack.tcp;
