package dev.lockstep.stack.tcp;

import dev.lockstep.stack.tcp.table.Invariants;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.wire.ChecksumPolicy;

/**
 * What a TCP is built with: the tables' parameters, and the sizes and secrets of the mechanism.
 *
 * @param parameters the tables' parameters
 * @param sendBuffer bytes of text a user may queue on one connection; rounded up to a power of two
 * @param connections how many connections there may be at a time, those in TIME-WAIT included
 * @param backlog how many connections a listener has that are not open yet
 * @param checksums whether stack or link does the checksums
 * @param secret of the connection table and the choice of ports; nobody else may know it
 * @param initialSequence where initial sequence numbers come from
 */
public record TcpConfig(
        Parameters parameters,
        int sendBuffer,
        int connections,
        int backlog,
        ChecksumPolicy checksums,
        SipKey secret,
        InitialSequence initialSequence) {

    public TcpConfig {
        String violated = Invariants.violated(parameters);
        if (violated != null) {
            throw new IllegalArgumentException("the parameters violate " + violated + " of the tables");
        }
        if (sendBuffer < 1 || connections < 1 || backlog < 1) {
            throw new IllegalArgumentException("send buffer, connections and backlog are at least 1");
        }
    }

    /** Parameters as the tables have them, buffers of 64 KiB, room for 4,096 connections. */
    public static TcpConfig defaults(SipKey secret) {
        return new TcpConfig(
                Parameters.defaults(),
                65_536,
                4_096,
                128,
                ChecksumPolicy.SOFTWARE,
                secret,
                InitialSequence.rfc6528(secret));
    }

    public TcpConfig withParameters(Parameters other) {
        return new TcpConfig(other, sendBuffer, connections, backlog, checksums, secret, initialSequence);
    }

    public TcpConfig withSendBuffer(int other) {
        return new TcpConfig(parameters, other, connections, backlog, checksums, secret, initialSequence);
    }

    public TcpConfig withConnections(int other) {
        return new TcpConfig(parameters, sendBuffer, other, backlog, checksums, secret, initialSequence);
    }

    public TcpConfig withBacklog(int other) {
        return new TcpConfig(parameters, sendBuffer, connections, other, checksums, secret, initialSequence);
    }

    public TcpConfig withChecksums(ChecksumPolicy other) {
        return new TcpConfig(parameters, sendBuffer, connections, backlog, other, secret, initialSequence);
    }

    public TcpConfig withInitialSequence(InitialSequence other) {
        return new TcpConfig(parameters, sendBuffer, connections, backlog, checksums, secret, other);
    }
}
