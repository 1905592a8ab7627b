package dev.lockstep.harness.cli;

import dev.lockstep.harness.mutate.Merge;
import dev.lockstep.harness.mutate.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the results of shards. */
@Command(
        name = "merge",
        description = "Join the results of the shards of `mutate`, if they are complete and of the same tables.",
        footer = {"", "Exit code 1 if a mutant survives, 2 if a shard is missing, not finished or of another run."})
final class MergeVerb implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "What each shard has left in its --out.")
    private List<Path> folders;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "The folder whose list of equivalent mutants counts; spec/models of this checkout if left out.")
    private Path models;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var equivalents = new EquivalentList(
                models != null ? models : Shown.from(Checkout.locate().models()));
        var report = new Report(Merge.of(folders), equivalents.ids());
        var writer = spec.commandLine().getOut();
        writer.print(report.text());
        writer.flush();
        return report.survivors().isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }
}
