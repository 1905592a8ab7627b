package dev.lockstep.stack.tcp;

/** Who takes over connections: those that others opened to a port of ours, and one that is about to be opened from here. */
@FunctionalInterface
public interface Acceptor {

    /**
     * Names the user of a connection. Called while an event is being carried out: {@link TcpUser} says what that forbids.
     *
     * @return who is told of this connection from now on
     */
    TcpUser accepted(Connection connection);
}
