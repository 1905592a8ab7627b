package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Diagnostic;
import java.util.List;

/**
 * What came of a folder of models.
 *
 * @param models those without fault, sorted by name
 * @param pairs of states that the models of a protocol reach, as far as a file says so
 * @param diagnostics all that was found, sorted by place
 */
public record LoadedModels(List<Model> models, List<StatePairs> pairs, List<Diagnostic> diagnostics) {
    public LoadedModels {
        models = List.copyOf(models);
        pairs = List.copyOf(pairs);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The models, for those who cannot go on without. @throws IllegalStateException with all that was found */
    public List<Model> orThrow() {
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            var text = new StringBuilder("the models have errors:");
            diagnostics.forEach(diagnostic -> text.append('\n').append(diagnostic));
            throw new IllegalStateException(text.toString());
        }
        return models;
    }

    /** @throws IllegalArgumentException when there is no such model */
    public Model model(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model " + name));
    }
}
