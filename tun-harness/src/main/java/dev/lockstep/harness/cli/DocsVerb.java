package dev.lockstep.harness.cli;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.GeneratedFolder;
import dev.lockstep.generators.doc.DocGenerator;
import dev.lockstep.harness.OutFolder;
import dev.lockstep.spec.requirements.LoadedRequirements;
import dev.lockstep.spec.requirements.RequirementLoader;
import dev.lockstep.spec.requirements.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pages for readers. */
@Command(
        name = "docs",
        description =
                "Write the tables as pages: grids of state by condition, the state diagram, requirements, models.",
        footer = {"", "Open index.html of the folder; the pages need no server."})
final class DocsVerb implements Callable<Integer> {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The folder of tables; spec/tables of this checkout if left out.")
    private Path tables;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write; .lockstep/docs of this checkout if left out.")
    private Path folder;

    @Option(names = "--force", description = "Write into a folder that holds other files, too.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Checkout checkout = Checkout.locate();
        Path to = folder != null ? folder : Shown.from(checkout.home().resolve(".lockstep/docs"));
        OutFolder.refuseUnusable(to);
        var out = new GeneratedFolder(to);
        if (out.isForeign() && !force) {
            throw Fault.badInput(
                    "the folder holds files that are not ours: " + to, "name another one, or write into it by --force");
        }
        var models = new ModelChoice(tables, null);
        LoadedRequirements requirements = RequirementLoader.load(
                Shown.from(checkout.requirements()),
                models.specification(),
                models.choose(List.of(), true),
                SourceTree.of(checkout.home()));
        List<GeneratedFile> pages = new DocGenerator(
                        models.specification(), requirements.lists(), models.choose(List.of(), true), models.pairs())
                .generate();
        out.write(pages);
        spec.commandLine().getOut().printf("%d pages, the first is %s%n", pages.size() - 1, to.resolve("index.html"));
        return ExitCode.DONE;
    }
}
