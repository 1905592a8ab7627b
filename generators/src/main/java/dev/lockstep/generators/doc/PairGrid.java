package dev.lockstep.generators.doc;

import dev.lockstep.spec.model.State;
import dev.lockstep.spec.models.StatePair;
import dev.lockstep.spec.models.StatePairs;
import java.util.List;

/**
 * In which states both ends of a connection can be at once: state by state, and the reasons.
 *
 * @param lines one for each state of the one end
 */
record PairGrid(List<Line> lines, List<Reason> reasons) {

    record Line(String state, List<Cell> cells) {}

    /** A pair; without a link if it is not reached. */
    record Cell(String href, String title) {}

    record Reason(String id, String one, String other, String why) {}

    static PairGrid of(StatePairs pairs) {
        List<State> states = pairs.protocol().states();
        return new PairGrid(
                states.stream()
                        .map(one -> new Line(
                                one.name(),
                                states.stream()
                                        .map(other -> cell(one, other, pairs))
                                        .toList()))
                        .toList(),
                pairs.pairs().stream()
                        .map(pair -> new Reason(
                                id(pair), pair.one().name(), pair.other().name(), why(pair)))
                        .toList());
    }

    private static Cell cell(State one, State other, StatePairs pairs) {
        String title = one.name() + " / " + other.name();
        return pairs.find(one.name(), other.name())
                .map(pair -> new Cell("#" + id(pair), title))
                .orElse(new Cell("", title));
    }

    private static String why(StatePair pair) {
        return pair.deep() ? pair.why() + " (only the deep models reach this)" : pair.why();
    }

    private static String id(StatePair pair) {
        return "pair-" + pair.one().name() + "-" + pair.other().name();
    }
}
