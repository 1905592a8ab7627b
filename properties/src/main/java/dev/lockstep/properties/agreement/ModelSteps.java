package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.ModelGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.spec.models.Model;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps of a model's behaviour, done in Java one by one. */
public final class ModelSteps {

    private final Happenings happenings;
    private final JavaSteps java;

    public ModelSteps(Model model) {
        this.happenings = new Happenings(model);
        this.java = new JavaSteps(model, new Placement(model, -1, -1), (tcb, mechanism) -> {});
    }

    /**
     * What came of a step.
     *
     * @param cause what happened, with its segment if there is one
     * @param rows that fired in Java
     * @param differences a line each; none where model and code agree
     */
    public record Step(String cause, List<String> rows, List<String> differences) {
        public Step {
            rows = List.copyOf(rows);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Does one step.
     *
     * @param before the variables of the state in which it begins, as TLC names them
     * @param action the name of the model's action
     * @param after those of the state that it leads to
     * @param rows that fired in the model; empty where nobody knows
     * @throws IllegalArgumentException for what is no state or no action of this model
     */
    public Step step(
            Map<String, TlaValue> before, String action, Map<String, TlaValue> after, Optional<List<String>> rows) {
        Happening happening = happenings.of(action);
        Map<String, TlaValue> from = withRows(before, List.of());
        Outcome target = java.seen(withRows(after, rows.orElse(List.of())));
        return java.outcomes(from, happening, List.of(after)).stream()
                .map(outcome -> new Step(
                        JavaSteps.cause(before, happening),
                        outcome.rows(),
                        differences(target, rows.isPresent() ? outcome : outcome.withoutRows())))
                .min(Comparator.comparingInt(step -> step.differences().size()))
                .orElseThrow(() -> new IllegalArgumentException("nothing can come of " + action));
    }

    private static List<String> differences(Outcome model, Outcome java) {
        return model.sameAs(java) ? List.of() : model.differences(java);
    }

    private static Map<String, TlaValue> withRows(Map<String, TlaValue> state, List<String> rows) {
        var told = new HashMap<>(state);
        told.put(
                ModelGenerator.ROWS,
                new TlaValue.Tuple(
                        rows.stream().<TlaValue>map(TlaValue.Str::new).toList()));
        return told;
    }
}
