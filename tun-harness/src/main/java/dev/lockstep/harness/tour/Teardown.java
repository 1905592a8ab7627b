package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.tcp.table.Control;
import java.util.List;
import java.util.Set;

/** The four-way teardown: each direction is closed for itself. */
record Teardown(Exhibit exhibit) implements Chapter {

    static Teardown of(FiredRows rows, long seed) {
        var scene = new Scene(seed, List.of()).opened();
        long from = scene.hosts.nowNanos();
        scene.client.socket().close();
        scene.hosts.run(Scene.SECOND);
        scene.hosts.server();
        scene.server.send("one thing more");
        scene.hosts.run(Scene.SECOND);
        scene.server.socket().close();
        scene.hosts.run(Scene.SECOND);
        return new Teardown(Exhibit.of(
                scene.hosts,
                rows,
                "teardown",
                "The four-way teardown, with a word between",
                Set.of("SND.UNA", "SND.NXT", "RCV.NXT"),
                scene.packet(Wire.control(Side.LEFT, Control.FIN), from),
                from));
    }
}
