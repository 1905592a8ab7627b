package dev.lockstep.stack.socket;

import java.util.ArrayDeque;

/** Sockets that have something to tell their handlers, first come, first served; each is in here once. */
final class Notices {

    private final ArrayDeque<TcpSocket> waiting = new ArrayDeque<>();

    void add(TcpSocket socket) {
        waiting.add(socket);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Tells the handlers, also what they bring about by that. */
    void dispatch() {
        for (TcpSocket socket = waiting.poll(); socket != null; socket = waiting.poll()) {
            socket.dispatch();
        }
    }
}
