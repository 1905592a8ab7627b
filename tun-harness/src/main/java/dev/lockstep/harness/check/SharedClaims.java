package dev.lockstep.harness.check;

import java.util.List;
import java.util.TreeSet;

/** Whether the claims that models share say anything: their premise has to be met in one of the models at least. */
public final class SharedClaims {

    private SharedClaims() {}

    /**
     * A sentence for each that no model meets the premise of.
     *
     * @param all these are all models, but for the deep ones
     */
    public static List<String> faults(List<Outcome> outcomes, boolean all) {
        if (!all || !outcomes.stream().allMatch(Outcome::isComplete)) {
            return List.of();
        }
        var vacuous = new TreeSet<String>();
        outcomes.forEach(outcome -> vacuous.addAll(outcome.task().sharedPremises()));
        outcomes.forEach(
                outcome -> vacuous.removeAll(outcome.coverage().claims().keySet()));
        return vacuous.stream()
                .map(claim -> "no model meets the premise of " + claim + ", so that it says nothing")
                .toList();
    }
}
