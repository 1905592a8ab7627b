package dev.lockstep.stack.tcp;

import dev.lockstep.stack.tcp.table.News;

/**
 * Who uses a connection: the socket above.
 *
 * <p>These are called while an event is being carried out. An implementation notes what it hears and returns; calling
 * the connection back has to wait until the event is over.
 */
public interface TcpUser {

    /** A row tells the user something. */
    void told(News news);

    /** Text has become readable. */
    void readable();

    /** There is room for text again, after a call that found too little. */
    void writable();
}
