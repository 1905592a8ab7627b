package dev.lockstep.stack.tcp;

import java.util.function.IntPredicate;

/**
 * Picks local ports for connections opened from here: RFC 6056 §3.3.3, simple hash-based selection. An observer of
 * connections to one socket learns nothing about the ports used towards another.
 */
final class EphemeralPorts {

    /** Answer of {@link #pick} when every port of the range is taken. */
    static final int NONE = -1;

    /** The dynamic ports (RFC 6335 §6). */
    static final int FIRST = 49_152;

    private static final int COUNT = 65_536 - FIRST;

    private final SipKey secret;
    private int turn;

    EphemeralPorts(SipKey secret) {
        this.secret = secret;
    }

    /**
     * A port that is free.
     *
     * @param remote address and port of the other side
     * @param free tells of a port whether the pair of sockets it makes is free
     */
    int pick(int remote, int remotePort, IntPredicate free) {
        int offset = (int) secret.hash(~((long) remote << 16 | remotePort)) & 0x7fff_ffff;
        for (int tries = 0; tries < COUNT; tries++) {
            int port = FIRST + Math.floorMod(offset + turn++, COUNT);
            if (free.test(port)) {
                return port;
            }
        }
        return NONE;
    }
}
