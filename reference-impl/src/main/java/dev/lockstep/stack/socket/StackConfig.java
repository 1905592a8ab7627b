package dev.lockstep.stack.socket;

import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.tcp.TcpConfig;
import dev.lockstep.stack.tcp.table.Parameters;

/**
 * What a stack is built with.
 *
 * @param address our IPv4 address, as {@link dev.lockstep.stack.wire.Ipv4Address} has it
 * @param prefix length of our network's prefix, 0 to 32
 * @param timeToLive how many routers may pass on what we send, 1 to 255 (RFC 9293 MUST-49)
 */
public record StackConfig(int address, int prefix, int timeToLive, TcpConfig tcp) {

    /** What RFC 1700 recommends: more than the Internet's diameter (RFC 1122 §3.2.1.7). */
    private static final int TIME_TO_LIVE = 64;

    public StackConfig {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException("a prefix has 0 to 32 bits, not " + prefix);
        }
        if (timeToLive < 1 || timeToLive > 255) {
            throw new IllegalArgumentException("a time to live is 1 to 255, not " + timeToLive);
        }
    }

    /**
     * Defaults everywhere, a network of 24 bits.
     *
     * @param secret see {@link TcpConfig#secret}
     */
    public static StackConfig of(int address, SipKey secret) {
        return new StackConfig(address, 24, TIME_TO_LIVE, TcpConfig.defaults(secret));
    }

    public StackConfig withPrefix(int other) {
        return new StackConfig(address, other, timeToLive, tcp);
    }

    public StackConfig withTimeToLive(int other) {
        return new StackConfig(address, prefix, other, tcp);
    }

    public StackConfig withTcp(TcpConfig other) {
        return new StackConfig(address, prefix, timeToLive, other);
    }

    /** With other parameters of the tables of TCP. */
    public StackConfig withParameters(Parameters parameters) {
        return withTcp(tcp.withParameters(parameters));
    }
}
