package dev.lockstep.stack.socket;

/** A program that serves connections others open. */
@FunctionalInterface
public interface Service {

    /**
     * Somebody has connected.
     *
     * @return the handler of the connection; its {@link TcpHandler#connected} is called next
     */
    TcpHandler accept(TcpSocket socket);
}
