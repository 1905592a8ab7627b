package dev.lockstep.harness.cli;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.LoadedModels;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import dev.lockstep.spec.models.StatePairs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the models that the user asks for. */
final class ModelChoice {

    private final Path tables;
    private final Path folder;
    private Specification specification; // loaded when first asked for
    private LoadedModels models; // likewise

    /** A null stands for this checkout's own. */
    ModelChoice(Path tables, Path folder) {
        this.tables = tables != null ? tables : Shown.from(Checkout.locate().tables());
        this.folder = folder != null ? folder : Shown.from(Checkout.locate().models());
    }

    /**
     * The small ones first, so that the first results come soon.
     *
     * @param names none for all models, of which those that take minutes only if {@code deep}
     * @throws Fault if there is no such model, or if there are faults in the files
     */
    List<Model> choose(List<String> names, boolean deep) {
        List<Model> models = load().models();
        var chosen = new ArrayList<Model>();
        for (String name : names) {
            chosen.add(models.stream()
                    .filter(model -> model.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(name, models)));
        }
        if (names.isEmpty()) {
            models.stream()
                    .filter(model -> deep || model.tier() == Model.Tier.DEFAULT)
                    .forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            throw Fault.badInput("there is no model in " + folder, "--models names another folder");
        }
        return chosen.stream()
                .distinct()
                .sorted(Comparator.comparingLong(
                                (Model model) -> model.distinct().orElse(Long.MAX_VALUE))
                        .thenComparing(Model::name))
                .toList();
    }

    /** The tables the models are about. @throws Fault if there are faults in the files */
    Specification specification() {
        if (specification == null) {
            Loaded loaded = SpecificationLoader.load(tables);
            specification = loaded.specification()
                    .orElseThrow(() -> faulty(
                            "the tables have errors",
                            loaded.diagnostics(),
                            "put them right, then ./lockstep lint --tables " + tables));
        }
        return specification;
    }

    /** The folder of tables. */
    Path tables() {
        return tables;
    }

    /** The folder of models. */
    Path models() {
        return folder;
    }

    /** The pairs of states that the models are known to reach. @throws Fault if there are faults in the files */
    List<StatePairs> pairs() {
        return load().pairs();
    }

    private LoadedModels load() {
        if (models == null) {
            LoadedModels loaded = ModelLoader.load(folder, specification());
            if (loaded.diagnostics().stream().anyMatch(Diagnostic::isError)) {
                throw faulty("the models have errors", loaded.diagnostics(), "see spec/models/README.md");
            }
            models = loaded;
        }
        return models;
    }

    private static Fault faulty(String what, List<Diagnostic> diagnostics, String fix) {
        String errors = diagnostics.stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n"));
        return Fault.badInput(what + ":\n" + errors, fix);
    }

    private static Fault unknown(String name, List<Model> models) {
        List<String> known = models.stream().map(Model::name).toList();
        String meant = Spelling.closest(name, known)
                .map(closest -> "did you mean " + closest + "? ")
                .orElse("");
        return Fault.badInput("there is no model " + name, meant + "there are " + String.join(", ", known));
    }
}
