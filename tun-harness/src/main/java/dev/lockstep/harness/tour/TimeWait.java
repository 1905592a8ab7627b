package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.State;
import java.util.List;
import java.util.Set;

/**
 * TIME-WAIT, and what it is for.
 *
 * @param stayed how long the client stayed there in all
 */
record TimeWait(Exhibit exhibit, String stayed) implements Chapter {

    static TimeWait of(FiredRows rows, long seed) {
        var scene = new Scene(seed, List.of()).opened();
        scene.client.socket().close();
        scene.hosts.run(Scene.SECOND);
        long from = scene.hosts.nowNanos();
        scene.hosts.wire().lose(Wire.bare(Side.LEFT), 1);
        scene.server.socket().close();
        scene.hosts.runOut();
        return new TimeWait(
                Exhibit.of(
                        scene.hosts,
                        rows,
                        "time-wait",
                        "The last acknowledgement is lost",
                        Set.of("RETRIES", "RTO"),
                        scene.packet(Wire.control(Side.RIGHT, Control.FIN), from),
                        from),
                RunLadder.time(stay(scene.hosts)));
    }

    private static long stay(TwoHosts hosts) {
        long entered = 0;
        for (Moment moment : hosts.moments()) {
            if (moment instanceof Moment.Event event && event.at() == Side.LEFT) {
                if (event.after() == State.TIME_WAIT && event.before() != State.TIME_WAIT) {
                    entered = event.nanos();
                } else if (event.before() == State.TIME_WAIT && event.after() == State.CLOSED) {
                    return event.nanos() - entered;
                }
            }
        }
        throw new IllegalStateException("the client never left TIME-WAIT");
    }
}
