package dev.lockstep.harness.cli;

import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.CheckedPairs;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.Results;
import dev.lockstep.harness.check.ResultsJson;
import dev.lockstep.harness.check.SharedClaims;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.shard.CheckMerge;
import dev.lockstep.harness.check.shard.ShardFile;
import dev.lockstep.harness.mutate.Merge;
import dev.lockstep.harness.mutate.Report;
import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the results of shards. */
@Command(
        name = "merge",
        description =
                "Join the results of the shards of `check` or `mutate`, if they are complete and of the same tables.",
        footer = {
            "",
            "Exit code 1 if a property is false, a count or a pair of states is not as pinned, or a mutant survives; 2 if a shard"
                    + " is missing, given twice, not finished or of another run."
        })
final class MergeVerb implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "What each shard has left in its --out.")
    private List<Path> folders;

    @Mixin
    private ModelFolders checkout;

    @Option(names = "--json", description = "Write the result as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return Files.exists(folders.getFirst().resolve(ShardFile.NAME)) ? checked() : mutated();
    }

    private int mutated() throws IOException {
        var equivalents = new EquivalentList(checkout.choice().models());
        var report = new Report(Merge.of(folders), equivalents.ids());
        print(json ? report.json() : report.text().stripTrailing());
        return report.survivors().isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private int checked() throws IOException {
        ModelChoice choice = checkout.choice();
        CheckMerge.Joined joined = CheckMerge.of(folders, names -> tasks(choice.choose(names, true), names));
        List<Outcome> outcomes = joined.outcomes();
        List<Model> models = inOrder(choice.choose(joined.models(), true), joined.models());
        CheckedPairs pairs = CheckedPairs.of(models, outcomes, choice.pairs(), joined.all());
        List<String> vacuous = SharedClaims.faults(outcomes, joined.all());
        if (json) {
            print(ResultsJson.write(outcomes, pairs).toPrettyString());
        } else {
            print(Results.table(outcomes)
                    + Results.coverage(outcomes, false)
                    + Results.faults(outcomes)
                    + String.join("\n", pairs.faults()));
        }
        vacuous.forEach(spec.commandLine().getErr()::println);
        boolean isFine =
                outcomes.stream().allMatch(Outcome::passed) && pairs.faults().isEmpty() && vacuous.isEmpty();
        return isFine ? ExitCode.DONE : ExitCode.FALSE;
    }

    private static List<CheckTask> tasks(List<Model> models, List<String> names) {
        var tasks = new ArrayList<CheckTask>();
        Path runtime = Checkout.locate().home().resolve("reference-impl/src/main/tla");
        try {
            for (Model model : inOrder(models, names)) {
                tasks.add(Tasks.of(model, runtime));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return tasks;
    }

    /** In the order in which they were dealt out. */
    private static List<Model> inOrder(List<Model> models, List<String> names) {
        return names.stream()
                .flatMap(name -> models.stream().filter(model -> model.name().equals(name)))
                .toList();
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text.stripTrailing());
        spec.commandLine().getOut().flush();
    }
}
