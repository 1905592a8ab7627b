package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Ladder;
import java.util.List;
import java.util.Set;

/**
 * What each page shows of its run.
 *
 * @param ladder the drawing
 * @param picture the file of the drawing
 * @param envelope a packet of the run, taken apart
 * @param rows that fired
 */
record Exhibit(Ladder ladder, String picture, Envelope envelope, List<FiredRows.RowView> rows) {

    /**
     * @param name of the picture's file, without ending
     * @param variables whose changes the ladder tells
     * @param packet to be taken apart
     */
    static Exhibit of(
            TwoHosts hosts,
            FiredRows rows,
            String name,
            String title,
            Set<String> variables,
            Packet packet,
            long fromNanos) {
        return new Exhibit(
                new RunLadder(hosts, variables, true).ladder(title, fromNanos),
                name + ".svg",
                Envelope.of(packet, hosts),
                rows.telling(hosts, fromNanos));
    }
}
