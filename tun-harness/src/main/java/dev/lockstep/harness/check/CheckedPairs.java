package dev.lockstep.harness.check;

import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.StatePairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a check says of the states in which both ends are at once.
 *
 * @param matrices one for each protocol that a model is about
 * @param comparisons with what is written down, as far as it is
 */
public record CheckedPairs(List<PairMatrix> matrices, List<PairComparison> comparisons) {
    public CheckedPairs {
        matrices = List.copyOf(matrices);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * @param checked the models, of which each has one outcome, in this order
     * @param written what the folder of models says of pairs
     * @param all these are all models, but for the deep ones, or all
     */
    public static CheckedPairs of(List<Model> checked, List<Outcome> outcomes, List<StatePairs> written, boolean all) {
        boolean complete = all && outcomes.stream().allMatch(Outcome::isComplete);
        Set<String> deep = checked.stream()
                .filter(model -> model.tier() == Model.Tier.DEEP)
                .map(Model::name)
                .collect(Collectors.toSet());
        var matrices = new ArrayList<PairMatrix>();
        var comparisons = new ArrayList<PairComparison>();
        for (Protocol protocol :
                checked.stream().map(Model::protocol).distinct().toList()) {
            var ofProtocol = new ArrayList<Outcome>();
            for (int i = 0; i < checked.size(); i++) {
                if (checked.get(i).protocol().equals(protocol)) {
                    ofProtocol.add(outcomes.get(i));
                }
            }
            PairMatrix matrix = PairMatrix.of(protocol, ofProtocol);
            matrices.add(matrix);
            written.stream()
                    .filter(pairs -> pairs.protocol().equals(protocol))
                    .forEach(pairs -> comparisons.add(new PairComparison(pairs, matrix, complete, deep)));
        }
        return new CheckedPairs(matrices, comparisons);
    }

    /** A sentence for each pair that is reached and not written down, or the other way around. */
    public List<String> faults() {
        return comparisons.stream()
                .flatMap(comparison -> comparison.faults().stream())
                .toList();
    }
}
