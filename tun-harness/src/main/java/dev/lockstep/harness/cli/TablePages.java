package dev.lockstep.harness.cli;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.doc.DocGenerator;
import dev.lockstep.spec.requirements.LoadedRequirements;
import dev.lockstep.spec.requirements.RequirementLoader;
import dev.lockstep.spec.requirements.SourceTree;
import java.util.List;

/** The pages of tables, requirements and models. */
final class TablePages {

    private TablePages() {}

    static List<GeneratedFile> of(Checkout checkout, ModelChoice models) {
        LoadedRequirements requirements = RequirementLoader.load(
                Shown.from(checkout.requirements()),
                models.specification(),
                models.choose(List.of(), true),
                SourceTree.of(checkout.home()));
        return new DocGenerator(
                        models.specification(), requirements.lists(), models.choose(List.of(), true), models.pairs())
                .generate();
    }
}
