package dev.lockstep.spec.requirements;

import dev.lockstep.spec.diagnostic.Diagnostic;
import java.util.List;

/**
 * What came of a folder of requirements.
 *
 * @param lists sorted by name
 * @param diagnostics all that was found, sorted by place
 */
public record LoadedRequirements(List<RequirementList> lists, List<Diagnostic> diagnostics) {
    public LoadedRequirements {
        lists = List.copyOf(lists);
        diagnostics = List.copyOf(diagnostics);
    }
}
