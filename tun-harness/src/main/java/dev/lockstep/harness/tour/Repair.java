package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Text that is lost and text that arrives in another order, and how both are repaired.
 *
 * @param bytes that the client's program gave in all
 * @param intact whether the server's program got the same
 * @param byTimer another run, in which nothing comes after what is lost
 * @param timerPicture the file of its drawing
 * @param waited how long the client waited there before it sent again
 */
record Repair(Exhibit exhibit, int bytes, boolean intact, Ladder byTimer, String timerPicture, String waited)
        implements Chapter {

    private static final int SEGMENT = 100;
    private static final int SEGMENTS = 6;
    private static final Set<String> SHOWN = Set.of("SND.UNA", "RCV.NXT", "RCV.HELD", "DUPLICATES", "RCV.UNREAD");
    private static final List<String> SETTINGS = List.of("MSS.RECEIVE=" + SEGMENT, "MSS.DEFAULT=" + SEGMENT);

    static Repair of(FiredRows rows, long seed) {
        var scene = new Scene(seed, SETTINGS).opened();
        long from = scene.hosts.nowNanos();
        byte[] text = letters(SEGMENTS);
        scene.hosts.wire().lose(Wire.text(Side.LEFT), 2);
        scene.hosts.wire().delay(Wire.text(Side.LEFT), 4, 5_000_000);
        scene.client.send(text);
        scene.hosts.run(Scene.SECOND / 2);
        Exhibit exhibit = Exhibit.of(
                scene.hosts,
                rows,
                "repair",
                "Six segments: the second is lost, the fourth is late",
                SHOWN,
                scene.packet(packet -> packet.from() == Side.RIGHT, from),
                from);
        Scene last = lastIsLost(seed);
        return new Repair(
                exhibit,
                text.length,
                Arrays.equals(text, scene.server.received()),
                new RunLadder(last.hosts, Set.of("SND.UNA", "RCV.NXT", "RTO", "RETRIES", "CWND"), true)
                        .ladder("The last of three segments is lost", Scene.SECOND),
                "repair-timer.svg",
                RunLadder.time(expiry(last) - Scene.SECOND));
    }

    /** Each segment has a letter of its own: AAA..., BBB... */
    private static byte[] letters(int segments) {
        byte[] text = new byte[segments * SEGMENT];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ('A' + i / SEGMENT);
        }
        return text;
    }

    private static Scene lastIsLost(long seed) {
        var scene = new Scene(seed, SETTINGS).opened();
        scene.hosts.wire().lose(Wire.text(Side.LEFT), 3);
        scene.client.send(letters(3));
        scene.hosts.run(5 * Scene.SECOND);
        return scene;
    }

    private static long expiry(Scene scene) {
        for (Moment moment : scene.hosts.moments()) {
            if (moment instanceof Moment.Event event
                    && event.at() == Side.LEFT
                    && event.cause() instanceof Moment.Cause.Expiry(String timer)
                    && timer.equals(Timer.RETRANSMISSION.title())) {
                return event.nanos();
            }
        }
        throw new IllegalStateException("no timer expired");
    }
}
