package dev.lockstep.spec.load;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.model.Specification;
import java.util.List;
import java.util.Optional;

/**
 * What came of a folder of tables.
 *
 * @param specification empty if and only if there is an error among the diagnostics
 * @param diagnostics all that was found, sorted by place
 */
public record Loaded(Optional<Specification> specification, List<Diagnostic> diagnostics) {
    public Loaded {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The specification, for those who cannot go on without. @throws IllegalStateException with all that was found */
    public Specification orThrow() {
        return specification.orElseThrow(() -> {
            var text = new StringBuilder("the tables have errors:");
            diagnostics.forEach(diagnostic -> text.append('\n').append(diagnostic));
            return new IllegalStateException(text.toString());
        });
    }
}
