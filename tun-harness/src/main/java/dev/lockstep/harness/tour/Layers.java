package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import java.util.List;
import java.util.Set;

/**
 * Four layers: what a program gives is wrapped three times, and unwrapped at the other end.
 *
 * @param ipRows that fired when the packet arrived
 * @param tcpRows that fired then, those included that only pass it on
 */
record Layers(Exhibit exhibit, List<FiredRows.RowView> ipRows, List<FiredRows.RowView> tcpRows) implements Chapter {

    static Layers of(FiredRows rows, long seed) {
        var scene = new Scene(seed, List.of()).opened();
        long from = scene.hosts.nowNanos();
        scene.client.send("GET / HTTP/1.0\r\n\r\n");
        scene.hosts.run(Scene.SECOND);
        Packet packet = scene.packet(Wire.text(Side.LEFT), from);
        Moment.Event arrival = arrival(scene.hosts, packet);
        return new Layers(
                Exhibit.of(
                        scene.hosts,
                        rows,
                        "layers",
                        "One request, from program to program",
                        Set.of("SND.UNA", "SND.NXT", "RCV.NXT", "RCV.UNREAD"),
                        packet,
                        from),
                rows.views(arrival.ipRows()),
                rows.views(arrival.rows()));
    }

    private static Moment.Event arrival(TwoHosts hosts, Packet packet) {
        for (Moment moment : hosts.moments()) {
            if (moment instanceof Moment.Event event
                    && event.cause() instanceof Moment.Cause.Arrival(Packet arrived)
                    && arrived.id() == packet.id()) {
                return event;
            }
        }
        throw new IllegalStateException("the packet never arrived");
    }
}
