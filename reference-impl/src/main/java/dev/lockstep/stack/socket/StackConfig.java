package dev.lockstep.stack.socket;

import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.tcp.TcpConfig;
import dev.lockstep.stack.tcp.table.Parameters;

/**
 * What a stack is built with.
 *
 * @param address our IPv4 address, as {@link dev.lockstep.stack.wire.Ipv4Address} has it
 * @param prefix length of our network's prefix, 0 to 32
 */
public record StackConfig(int address, int prefix, TcpConfig tcp) {

    public StackConfig {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException("a prefix has 0 to 32 bits, not " + prefix);
        }
    }

    /**
     * Defaults everywhere, a network of 24 bits.
     *
     * @param secret see {@link TcpConfig#secret}
     */
    public static StackConfig of(int address, SipKey secret) {
        return new StackConfig(address, 24, TcpConfig.defaults(secret));
    }

    public StackConfig withPrefix(int other) {
        return new StackConfig(address, other, tcp);
    }

    public StackConfig withTcp(TcpConfig other) {
        return new StackConfig(address, prefix, other);
    }

    /** With other parameters of the tables of TCP. */
    public StackConfig withParameters(Parameters parameters) {
        return withTcp(tcp.withParameters(parameters));
    }
}
