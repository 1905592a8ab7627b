package dev.lockstep.harness.cli;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.GeneratedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pages for readers. */
@Command(
        name = "docs",
        description =
                "Write the tables as pages: grids of state by condition, the state diagram, requirements, models.",
        footer = {"", "Open index.html of the folder (.lockstep/docs); the pages need no server."})
final class DocsVerb implements Callable<Integer> {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The folder of tables; spec/tables of this checkout if left out.")
    private Path tables;

    @Mixin
    private PageFolder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Checkout checkout = Checkout.locate();
        Path to = folder.path(checkout, "docs");
        GeneratedFolder out = folder.open(to);
        List<GeneratedFile> pages = TablePages.of(checkout, new ModelChoice(tables, null));
        out.write(pages);
        spec.commandLine().getOut().printf("%d pages, the first is %s%n", pages.size() - 1, to.resolve("index.html"));
        return ExitCode.DONE;
    }
}
