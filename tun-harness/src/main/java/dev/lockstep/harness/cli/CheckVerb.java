package dev.lockstep.harness.cli;

import dev.lockstep.harness.OutFolder;
import dev.lockstep.harness.check.CheckOptions;
import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.CheckedPairs;
import dev.lockstep.harness.check.Checker;
import dev.lockstep.harness.check.ModuleDigests;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.Results;
import dev.lockstep.harness.check.ResultsJson;
import dev.lockstep.harness.check.SharedClaims;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.shard.Deal;
import dev.lockstep.harness.check.shard.ShardFile;
import dev.lockstep.harness.check.shard.ShardHeader;
import dev.lockstep.harness.check.tlc.Simulation;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.mutate.Shard;
import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** TLC on the models. */
@Command(
        name = "check",
        description = "Check the models with TLC: properties, counts of states, witnesses. Draw what goes wrong.",
        footer = {
            "",
            "A property that is false, a count of states that differs from the pinned one, a witness that no state shows,"
                    + " a claim whose premise is never met, a pair of states that pairs.yaml beside the models does not list or that it lists in vain, and a limit"
                    + " of time that comes first are exit code 1. Modules, TLC's log and counterexamples are left"
                    + " in .lockstep/check/MODEL/, those of --simulate in .lockstep/simulate/MODEL/. LOCKSTEP_TLA2TOOLS names another tla2tools.jar than Lockstep's own."
        })
final class CheckVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            description = "The models to check; all but the deep ones if left out.")
    private List<String> names = List.of();

    @Mixin
    private ModelFolders folders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where a folder for each model goes; .lockstep/check of this checkout if left out.")
    private Path out;

    @Option(names = "--json", description = "Write the result as one JSON object.")
    private boolean json;

    @Option(names = "--deep", description = "Check the deep models too, which take minutes.")
    private boolean deep;

    @Mixin
    private SimulateOptions simulate;

    @Option(names = "--coverage", description = "List the rows that fired in no model.")
    private boolean coverage;

    @Option(
            names = "--pairs",
            description =
                    "Show in which states both ends are at once, as a grid with the number of models for each pair.")
    private boolean showPairs;

    @Option(names = "--no-liveness", description = "Leave out the properties of what happens at last.")
    private boolean noLiveness;

    @Option(
            names = "--pin",
            description =
                    "Write the counts of states that were found into the models' files, and the pairs of states into"
                            + " pairs.yaml.")
    private boolean pin;

    @Option(names = "--workers", paramLabel = "N", description = "Threads of TLC; as suits the model if left out.")
    private Integer workers;

    @Option(names = "--seconds", paramLabel = "N", description = "Stop after so many seconds for each model.")
    private Integer seconds;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Check only the I-th of N parts of the models, and leave the results in --out for ./lockstep merge.")
    private String shard;

    @Option(names = "--width", paramLabel = "N", description = "Columns of a ladder, 64 to 100. Default: 80.")
    private int width = 80;

    @Option(names = "--ascii", description = "Draw ladders in ASCII.")
    private boolean ascii;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        positive("--workers", workers);
        positive("--seconds", seconds);
        simulate.fault(pin, workers).ifPresent(fault -> {
            throw new ParameterException(spec.commandLine(), fault);
        });
        Path folder = out != null ? out : Checkout.locate().home().resolve(ownFolder());
        OutFolder.refuseUnusable(folder);
        Tlc tlc = Tlc.locate();
        var choice = folders.choice();
        List<Model> chosen = choice.choose(names, deep);
        if (shard != null) {
            return part(tlc, chosen, folder);
        }
        List<Outcome> outcomes = check(tlc, chosen, folder, outcome -> {});
        List<String> vacuous = SharedClaims.faults(outcomes, names.isEmpty());
        CheckedPairs pairs = CheckedPairs.of(chosen, outcomes, choice.pairs(), names.isEmpty());
        if (pin) {
            var pinning = new Pinning(spec.commandLine().getErr());
            pinning.pin(outcomes);
            pinning.pin(pairs);
        }
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(ResultsJson.write(outcomes, pairs).toPrettyString());
        } else {
            print(outcomes, pairs);
        }
        vacuous.forEach(spec.commandLine().getErr()::println);
        TlcTrouble.complain(outcomes);
        boolean isFine = outcomes.stream().allMatch(outcome -> outcome.passed() || (pin && outcome.onlyCountDiffers()));
        return isFine && vacuous.isEmpty() && (pin || pairs.faults().isEmpty()) ? ExitCode.DONE : ExitCode.FALSE;
    }

    /** Of their own for runs drawn by lot: what all states have covered is kept for ./lockstep coverage. */
    private String ownFolder() {
        return simulate.wanted().isPresent() ? ".lockstep/simulate" : ".lockstep/check";
    }

    /** Checks a part of the models. Pairs of states are told when the parts are joined. */
    private int part(Tlc tlc, List<Model> chosen, Path folder) throws IOException {
        if (pin) {
            throw new ParameterException(spec.commandLine(), "--pin is not for a part: --pin without --shard");
        }
        Shard part = shard(shard);
        List<Model> dealt = Deal.order(chosen, part.of());
        ShardFile file = ShardFile.open(folder, header(dealt, part));
        List<Model> mine = part.of(dealt).reversed().stream() // the smallest first
                .filter(model -> !file.isDone(model.name()))
                .toList();
        List<Outcome> outcomes = check(tlc, mine, folder, file::add);
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(ResultsJson.write(outcomes, CheckedPairs.of(mine, outcomes, List.of(), false))
                            .toPrettyString());
        } else {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "shard %s: %d of %d models, %d of them done before; results in %s%n",
                            part,
                            part.of(dealt).size(),
                            chosen.size(),
                            part.of(dealt).size() - mine.size(),
                            Shown.from(folder));
            print(outcomes, CheckedPairs.of(mine, outcomes, List.of(), false));
        }
        TlcTrouble.complain(outcomes);
        return outcomes.stream().allMatch(Outcome::passed) ? ExitCode.DONE : ExitCode.FALSE;
    }

    private ShardHeader header(List<Model> chosen, Shard part) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        for (Model model : chosen) {
            digests.put(
                    model.name(), ModuleDigests.of(Tasks.of(model, runtime())).modules());
        }
        String options = (noLiveness ? "--no-liveness" : "")
                + (seconds == null ? "" : " --seconds " + seconds)
                + simulate.wanted().map(lots -> " " + lots).orElse("");
        return new ShardHeader(digests, options.strip(), names.isEmpty(), part.index(), part.of());
    }

    private Shard shard(String text) {
        try {
            return Shard.parse(text);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), "--shard: " + fault.getMessage(), fault);
        }
    }

    private static Path runtime() {
        return Checkout.locate().home().resolve("reference-impl/src/main/tla");
    }

    /** Hears of each model as soon as it is checked. */
    private interface Done {
        void with(Outcome outcome) throws IOException;
    }

    private List<Outcome> check(Tlc tlc, List<Model> chosen, Path folder, Done done) throws IOException {
        var options = new CheckOptions(
                folder,
                workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                !noLiveness);
        var outcomes = new ArrayList<Outcome>();
        for (Model model : chosen) {
            CheckTask task = Tasks.of(model, runtime());
            var checker = new Checker(tlc, options, Tasks.words(model.protocol()));
            Optional<Simulation> lots = simulate.wanted();
            OptionalLong expected =
                    lots.isPresent() ? OptionalLong.of(lots.get().runs()) : task.pinned();
            try (var progress =
                    new CheckProgress(task, expected, spec.commandLine().getErr())) {
                Outcome outcome = lots.isPresent()
                        ? checker.simulate(task, lots.get(), progress::show)
                        : checker.check(task, progress::show);
                done.with(outcome);
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    private void print(List<Outcome> outcomes, CheckedPairs pairs) {
        Glyphs glyphs = ascii ? Glyphs.ASCII : Glyphs.fitting(System.out.charset());
        var writer = spec.commandLine().getOut();
        for (Outcome outcome : outcomes) {
            outcome.drawing(width, glyphs).ifPresent(writer::println);
        }
        writer.print(Results.table(outcomes));
        writer.print(Results.coverage(outcomes, coverage));
        if (showPairs) {
            pairs.matrices().forEach(matrix -> writer.print(matrix.grid()));
        }
        writer.print(Results.faults(outcomes));
        if (!pin) {
            pairs.faults().forEach(writer::println);
        }
        writer.flush();
    }

    private void positive(String option, Integer number) {
        if (number != null && number <= 0) {
            throw new ParameterException(spec.commandLine(), option + " needs a positive number, not " + number);
        }
    }
}
