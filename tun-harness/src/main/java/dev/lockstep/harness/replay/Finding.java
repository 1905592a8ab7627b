package dev.lockstep.harness.replay;

import java.util.List;
import java.util.Optional;

/**
 * A line of a run that the tables do not bear out.
 *
 * @param differences what differs, a line each: {@code SND.NXT: the tables say 5, the run 6}
 * @param row the row that is nearest to what differs
 * @param tables the rows that the tables fire in place of the run's; empty where TLC could not tell
 */
record Finding(RunEvent event, List<String> differences, Optional<NearestRow> row, List<String> tables) {
    Finding {
        differences = List.copyOf(differences);
        tables = List.copyOf(tables);
    }

    /** @param place {@code spec/tables/tcp/transmit.yaml:41:5} */
    record NearestRow(String id, String place) {}
}
