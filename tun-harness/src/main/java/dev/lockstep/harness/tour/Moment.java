package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.tcp.table.State;
import java.util.List;

/** What happens in a run, in the order of time. */
sealed interface Moment {

    long nanos();

    /**
     * An event at one host.
     *
     * @param cause what began it
     * @param before the connection's state before, and {@code after} it
     * @param ipRows ids of the rows of IP that fired; none where nothing came from the wire
     * @param rows ids of the rows of TCP that fired, in their order
     * @param variables of the control block when it was over
     * @param sent the packets that left
     * @param told what the user was told
     */
    record Event(
            long nanos,
            Side at,
            Cause cause,
            State before,
            State after,
            List<String> ipRows,
            List<String> rows,
            Variables variables,
            List<Packet> sent,
            List<String> told)
            implements Moment {}

    /** A packet did not arrive. */
    record Lost(long nanos, Packet packet) implements Moment {}

    /** The program on a host was called back. */
    record Notice(long nanos, Side at, String text) implements Moment {}

    /** What begins an event. */
    sealed interface Cause {
        record Arrival(Packet packet) implements Cause {}

        record Call(String text) implements Cause {}

        record Expiry(String timer) implements Cause {}
    }
}
