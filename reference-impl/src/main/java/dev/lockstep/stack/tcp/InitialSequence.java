package dev.lockstep.stack.tcp;

/** Where initial sequence numbers come from (RFC 9293 §3.4.1, MUST-8, MUST-9). */
@FunctionalInterface
public interface InitialSequence {

    /**
     * The number a connection between these sockets would start with.
     *
     * @param local our address, {@code remote} the other side's
     * @param ports our port in the high 16 bits, the other side's in the low
     * @param nowNanos the present instant
     */
    int next(int local, int remote, int ports, long nowNanos);

    /**
     * The generator of RFC 6528 §3: a clock that ticks every 4 microseconds, plus a hash of the sockets under a
     * secret. Numbers of one pair of sockets grow with time, those of another pair tell nothing about them.
     */
    static InitialSequence rfc6528(SipKey secret) {
        return (local, remote, ports, nowNanos) -> {
            long sockets = secret.hash(secret.hash((long) local << 32 | (remote & 0xffff_ffffL)) ^ ports);
            return (int) (nowNanos / 4_000) + (int) sockets;
        };
    }
}
