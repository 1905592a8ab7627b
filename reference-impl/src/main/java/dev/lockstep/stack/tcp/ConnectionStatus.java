package dev.lockstep.stack.tcp;

import dev.lockstep.stack.tcp.table.State;

/**
 * What STATUS tells of a connection (RFC 9293 §3.9.1.5).
 *
 * @param local our address, as an IPv4 address in a number
 * @param remote the other side's, 0 while nobody is there
 * @param receiveWindow bytes that the other side may send
 * @param sendWindow bytes that we may have in flight
 * @param unacknowledged bytes queued or sent that the other side has not acknowledged
 * @param readable bytes that have arrived and nobody has taken
 * @param urgent bytes up to the end of urgent text that nobody has taken, arrived or not
 * @param diffserv code point of what we send
 * @param retransmissionTimeout milliseconds until what is sent next would be sent again
 */
public record ConnectionStatus(
        State state,
        int local,
        int localPort,
        int remote,
        int remotePort,
        int receiveWindow,
        int sendWindow,
        int unacknowledged,
        int readable,
        int urgent,
        int diffserv,
        long retransmissionTimeout) {}
