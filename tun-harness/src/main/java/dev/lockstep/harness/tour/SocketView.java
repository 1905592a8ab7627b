package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The same as the programs see it: calls, and what they are told.
 *
 * @param lines what happened at the socket, in the order of time
 * @param said what the server's program received
 */
record SocketView(Exhibit exhibit, List<Line> lines, String said) implements Chapter {

    /**
     * A call or a callback.
     *
     * @param client what the client's program does or hears; empty where it is the server's
     * @param state of the connection at that host afterwards
     */
    record Line(String when, String client, String clientState, String server, String serverState) {}

    static SocketView of(FiredRows rows, long seed) {
        var scene = new Scene(seed, List.of()).opened();
        scene.client.send("hello");
        scene.hosts.run(Scene.SECOND);
        scene.hosts.server();
        scene.server.send("hello to you");
        scene.hosts.run(Scene.SECOND);
        scene.client.socket().close();
        scene.hosts.run(Scene.SECOND);
        scene.server.socket().close();
        scene.hosts.run(Scene.SECOND);
        return new SocketView(
                Exhibit.of(
                        scene.hosts,
                        rows,
                        "socket",
                        "A whole conversation",
                        Set.of("RCV.UNREAD", "SND.QUEUED"),
                        scene.packet(Wire.text(Side.LEFT), 0),
                        0),
                lines(scene.hosts),
                new String(scene.server.received(), StandardCharsets.ISO_8859_1));
    }

    private static List<Line> lines(TwoHosts hosts) {
        List<Line> lines = new ArrayList<>();
        for (Moment moment : hosts.moments()) {
            switch (moment) {
                case Moment.Event event -> {
                    if (event.cause() instanceof Moment.Cause.Call(String call)) {
                        lines.add(line(
                                event.nanos(), event.at(), call, event.after().title()));
                    } else if (event.before() != event.after()) {
                        lines.add(line(
                                event.nanos(), event.at(), "", event.after().title()));
                    }
                }
                case Moment.Notice notice -> lines.add(line(notice.nanos(), notice.at(), "→ " + notice.text(), ""));
                case Moment.Lost lost -> {}
            }
        }
        return lines;
    }

    private static Line line(long nanos, Side at, String what, String state) {
        return at == Side.LEFT
                ? new Line(RunLadder.time(nanos), what, state, "", "")
                : new Line(RunLadder.time(nanos), "", "", what, state);
    }
}
