package dev.lockstep.harness.check;

import dev.lockstep.generators.tla.ModelGenerator;
import dev.lockstep.harness.check.CheckTask.ClaimText;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.models.Claim;
import dev.lockstep.spec.models.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the authors of a model and of its tables claim, by the names that TLC calls it. */
final class Claims {

    private Claims() {}

    static Map<String, ClaimText> of(Model model) {
        var claims = new LinkedHashMap<String, ClaimText>();
        for (List<Claim> list : List.of(model.invariants(), model.steps(), model.liveness())) {
            for (Claim claim : list) {
                claims.put(
                        ModelGenerator.operatorName(claim),
                        new ClaimText(
                                claim.id(),
                                claim.about(),
                                claim.place().toString(),
                                Properties.text(claim.is()),
                                Properties.reads(claim.is())));
            }
        }
        for (Invariant invariant : model.protocol().invariants()) {
            claims.put(
                    ModelGenerator.operatorName(invariant),
                    new ClaimText(
                            invariant.id(),
                            invariant.about(),
                            invariant.place().toString(),
                            text(invariant, model.protocol().states()),
                            Properties.names(invariant.is()).distinct().toList()));
        }
        return claims;
    }

    private static String text(Invariant invariant, List<State> all) {
        String holds = ExprText.of(invariant.is());
        return invariant.states().containsAll(all)
                ? holds
                : "in " + invariant.states().stream().map(State::name).collect(Collectors.joining(", ")) + ": " + holds;
    }
}
