package dev.lockstep.harness.demo;

import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.run.RunReport;
import dev.lockstep.harness.target.StreamDigest;
import java.util.List;
import java.util.Objects;

/**
 * Files exchanged under one set of conditions.
 *
 * @param legs in their order
 * @param remarks on what else was tried
 * @param report of the whole run
 * @param ladders of the connection of each leg, in the same order
 */
record Run(Conditions conditions, List<Leg> legs, List<String> remarks, RunReport report, List<Ladder> ladders) {

    /** What did not arrive as it was sent. */
    List<String> faults(StreamDigest sent) {
        return legs.stream()
                .map(leg -> leg.fault(sent))
                .filter(Objects::nonNull)
                .map(fault -> conditions.title() + ": " + fault)
                .toList();
    }
}
