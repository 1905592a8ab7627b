package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.tcp.table.Control;
import java.util.List;
import java.util.Set;

/**
 * The three-way handshake.
 *
 * @param clientIss the client's initial sequence number, and {@code serverIss} the server's
 * @param segments the three
 */
record Handshake(Exhibit exhibit, String clientIss, String serverIss, List<Numbered> segments) implements Chapter {

    /**
     * A segment with its numbers as they are on the wire.
     *
     * @param relative the same, counted from the first number of each side
     */
    record Numbered(String from, String control, String seq, String ack, String relative) {}

    static Handshake of(FiredRows rows, long seed) {
        var scene = new Scene(seed, List.of()).opened();
        TwoHosts hosts = scene.hosts;
        return new Handshake(
                Exhibit.of(
                        hosts,
                        rows,
                        "handshake",
                        "The three-way handshake",
                        Set.of("SND.UNA", "SND.NXT", "RCV.NXT"),
                        scene.packet(Wire.control(Side.LEFT, Control.SYN), 0),
                        0),
                Long.toString(hosts.numbers(Side.LEFT).initial()),
                Long.toString(hosts.numbers(Side.RIGHT).initial()),
                hosts.packets().stream().map(packet -> numbered(packet, hosts)).toList());
    }

    private static Numbered numbered(Packet packet, TwoHosts hosts) {
        return new Numbered(
                packet.from() == Side.LEFT ? "client" : "server",
                Control.title(packet.control()),
                Integer.toUnsignedString(packet.seq()),
                (packet.control() & Control.ACK) == 0 ? "" : Integer.toUnsignedString(packet.ack()),
                SegmentLabel.of(packet, hosts));
    }
}
