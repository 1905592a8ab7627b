package dev.lockstep.harness.check;

import dev.lockstep.spec.models.StatePair;
import dev.lockstep.spec.models.StatePairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pairs of states that the models reach, beside those that are written down.
 *
 * @param all every model was gone through to its end, so that what none has reached is not reached
 * @param deep the models among them that are of the deep tier, by name: all of them, or none
 */
public record PairComparison(StatePairs written, PairMatrix matrix, boolean all, Set<String> deep) {
    public PairComparison {
        deep = Set.copyOf(deep);
    }

    /** Reached, and not written down. */
    public List<StatesOfEnds> unwritten() {
        return matrix.pairs().stream()
                .filter(pair -> written.find(pair.a(), pair.b()).isEmpty())
                .toList();
    }

    /** Written down, and reached by no model; nothing is said of it where not all models were checked. */
    public List<StatePair> unreached() {
        return written.pairs().stream()
                .filter(pair -> all && (!pair.deep() || !deep.isEmpty()))
                .filter(pair -> matrix.modelsEitherWay(states(pair)).isEmpty())
                .toList();
    }

    /** Written down as reached by deep models only, and another one reaches it. */
    public List<StatePair> notOnlyDeep() {
        return written.pairs().stream()
                .filter(pair -> pair.deep() && !deep.containsAll(matrix.modelsEitherWay(states(pair))))
                .toList();
    }

    /** Only deep models reach it. */
    boolean isOnlyDeep(StatesOfEnds pair) {
        return deep.containsAll(matrix.modelsEitherWay(pair));
    }

    /** A sentence for each difference. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        for (StatesOfEnds pair : unwritten()) {
            faults.add(("the ends are in %s at once in %s, which %s does not list."
                            + " If that is meant: ./lockstep check --pin, then say there why")
                    .formatted(
                            pair,
                            String.join(", ", matrix.modelsEitherWay(pair)),
                            written.place().file()));
        }
        for (StatePair pair : unreached()) {
            faults.add(
                    "no model reaches %s, which %s lists. If that is meant: ./lockstep check --pin takes it away; if not,"
                                    .formatted(pair.name(), pair.place())
                            + " a model lacks a call or a fault, or the tables lost a way");
        }
        for (StatePair pair : notOnlyDeep()) {
            faults.add(
                    "%s reaches %s, which %s lists as reached by deep models only. ./lockstep check --pin says otherwise there"
                            .formatted(
                                    matrix.modelsEitherWay(states(pair))
                                            .iterator()
                                            .next(),
                                    pair.name(),
                                    pair.place()));
        }
        return faults;
    }

    private static StatesOfEnds states(StatePair pair) {
        return new StatesOfEnds(pair.one().name(), pair.other().name());
    }
}
