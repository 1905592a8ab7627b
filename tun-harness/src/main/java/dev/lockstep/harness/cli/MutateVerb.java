package dev.lockstep.harness.cli;

import dev.lockstep.harness.OutFolder;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.mutate.Campaign;
import dev.lockstep.harness.mutate.Report;
import dev.lockstep.harness.mutate.Result;
import dev.lockstep.harness.mutate.Selection;
import dev.lockstep.harness.mutate.Shard;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.mutation.Kind;
import dev.lockstep.spec.mutation.Mutant;
import dev.lockstep.spec.mutation.Mutants;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes the tables in one place after the other, to see whether anything notices. */
@Command(
        name = "mutate",
        description =
                "Change the tables in one place after the other, and see whether a proof, a model, a test or a property"
                        + " notices.",
        footer = {
            "",
            "Kinds: row, empty, negate, boundary, constant, target, effect, argument, assignment, then. What came of each mutant is a"
                    + " line of DIR/mutants.jsonl; a run that was broken off goes on where it stopped. The score is of those that"
                    + " type check and are not listed in equivalent-mutants.yaml beside the models. Exit code 1 if a mutant survives."
        })
final class MutateVerb implements Callable<Integer> {

    @Mixin
    private ModelFolders folders;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            arity = "1..*",
            description = "The models that are asked; all but the deep ones if left out.")
    private List<String> names = List.of();

    @Option(
            names = "--rows",
            paramLabel = "ID",
            arity = "1..*",
            description = "Mutants of these rows or definitions, or of a step's `only`: PROCEDURE.STEP.")
    private List<String> rows = List.of();

    @Option(
            names = "--procedure",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Mutants of these procedures; `vocabulary` for definitions.")
    private List<String> procedures = List.of();

    @Option(names = "--kind", paramLabel = "KIND", arity = "1..*", description = "Mutants of these kinds.")
    private List<Kind> kinds = List.of();

    @Option(names = "--sample", paramLabel = "N", description = "So many mutants, drawn by lot.")
    private Integer sample;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The lots: the same seed draws the same mutants. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "The I-th of N parts of the work, I from 1. `merge` joins the results.")
    private String shard = "1/1";

    @Option(
            names = "--tests",
            paramLabel = "WHEN",
            description =
                    "Ask the stack's own tests and properties: last (of what no model notices), first (quicker), or none."
                            + " Default: last.")
    private Campaign.Tests tests = Campaign.Tests.LAST;

    @Option(names = "--list", description = "List the mutants, and try none.")
    private boolean list;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Give up after so many seconds for each mutant and model. Default: 120.")
    private int seconds = 120;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go; .lockstep/mutate of this checkout if left out.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        positive("--sample", sample == null ? 1 : sample);
        positive("--seconds", seconds);
        Shard part = part();
        var choice = folders.choice();
        List<Model> asked = choice.choose(names, false);
        List<Mutant> all = Mutants.of(choice.tables(), choice.specification(), protocols(asked));
        var equivalents = new EquivalentList(choice.models());
        equivalents.refuseStale(all);
        Selection selection = selection(all);
        List<Mutant> chosen = selection.of(all);
        if (list) {
            part.of(chosen).forEach(this::print);
            return ExitCode.DONE;
        }
        Path folder = out != null ? out : Checkout.locate().home().resolve(".lockstep/mutate");
        OutFolder.refuseUnusable(folder);
        var writer = spec.commandLine().getOut();
        writer.printf(
                "%,d of %,d mutants: %s, shard %s, results in %s%n",
                part.of(chosen).size(), all.size(), selection, part, Shown.from(folder));
        writer.flush();
        List<Result> results;
        try (var progress = new MutateProgress(spec.commandLine().getErr())) {
            results = campaign(choice, asked).run(chosen, asked(selection), part, folder, progress);
        }
        var report = new Report(results, equivalents.ids());
        writer.print(report.text());
        writer.flush();
        return report.survivors().isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private Campaign campaign(ModelChoice choice, List<Model> asked) {
        Path home = Checkout.locate().home();
        return new Campaign(
                choice.tables(),
                choice.models(),
                asked,
                home.resolve("reference-impl/src/main/tla"),
                home.resolve(".lockstep/mutate-proofs"), // of its own, since mutants would crowd out the tables' proofs
                Tlc.locate(),
                Duration.ofSeconds(seconds),
                tests,
                home);
    }

    /** What results depend on, besides tables and models. */
    private String asked(Selection selection) {
        return selection + (names.isEmpty() ? "" : " --model " + String.join(" ", names)) + " --seconds " + seconds
                + " --tests " + tests.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> protocols(List<Model> models) {
        return models.stream().map(model -> model.protocol().name()).collect(Collectors.toSet());
    }

    private Selection selection(List<Mutant> all) {
        var selection = new Selection(
                Set.copyOf(rows),
                Set.copyOf(procedures),
                Set.copyOf(kinds),
                sample == null ? OptionalInt.empty() : OptionalInt.of(sample),
                seed);
        selection.unknown(all).ifPresent(name -> {
            throw Fault.badInput(
                    "nothing of the tables that has mutants is called " + name,
                    "./lockstep mutate --list shows all: ids begin with the name of a row, a definition or PROCEDURE.STEP");
        });
        return selection;
    }

    private void print(Mutant mutant) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s: %s%n",
                        mutant.place(), mutant.id(), mutant.change().replaceAll("\\s+", " "));
    }

    private Shard part() {
        try {
            return Shard.parse(shard);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), "--shard: " + fault.getMessage(), fault);
        }
    }

    private void positive(String option, int number) {
        if (number <= 0) {
            throw new ParameterException(spec.commandLine(), option + " needs a positive number, not " + number);
        }
    }
}
