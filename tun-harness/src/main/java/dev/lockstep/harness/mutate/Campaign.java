package dev.lockstep.harness.mutate;

import dev.lockstep.generators.TablesDigest;
import dev.lockstep.harness.check.CheckOptions;
import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.Checker;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.mutation.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries mutants and keeps what came of them.
 *
 * @param tables the folder of tables
 * @param modelsFolder the folder of models
 * @param models those that are asked, the smallest first
 * @param runtime folder of the modules written by hand
 * @param proofs folder of what is proved
 * @param limit of time for each model and mutant
 * @param tests whether the tests of the stack are asked, and the properties of its runs, and when
 * @param home the checkout that they belong to
 */
public record Campaign(
        Path tables,
        Path modelsFolder,
        List<Model> models,
        Path runtime,
        Path proofs,
        Tlc tlc,
        Duration limit,
        Tests tests,
        Path home) {

    /** What the tests and properties of the stack are asked about. */
    public enum Tests {
        /** What neither proofs nor models notice. */
        LAST,
        /** What proofs do not notice: quicker, and the models are asked about the rest. */
        FIRST,
        NONE
    }

    /** Hears how far it is. */
    public interface Listener {
        /** @param known how many an earlier run has tried */
        void begin(int mutants, int known);

        void trying(Mutant mutant);

        void tried(Result result);
    }

    /**
     * @param chosen all mutants that were selected, of which the shard is tried
     * @param selection in words
     * @return the results of the shard, also those of earlier runs
     */
    public List<Result> run(List<Mutant> chosen, String selection, Shard shard, Path out, Listener listener)
            throws IOException {
        var tasks = new ArrayList<CheckTask>();
        for (Model model : models) {
            tasks.add(Tasks.of(model, runtime));
        }
        String digest = Digests.of(TablesDigest.of(tables), tasks);
        var header = new Header(
                digest,
                selection,
                chosen.size(),
                Digests.of(chosen.stream().map(Mutant::id).toList()),
                shard);
        try (ResultFile file = ResultFile.open(out, header)) {
            var results = new ArrayList<>(file.former());
            Set<String> known = results.stream().map(Result::id).collect(Collectors.toCollection(HashSet::new));
            List<Mutant> mutants = shard.of(chosen);
            listener.begin(mutants.size(), known.size());
            try (Trial trial = trial(out.resolve("work"), digest)) {
                for (Mutant mutant : mutants) {
                    if (!known.contains(mutant.id())) {
                        listener.trying(mutant);
                        Result result = timed(trial, mutant);
                        file.add(result);
                        results.add(result);
                        listener.tried(result);
                    }
                }
            }
            return List.copyOf(results);
        }
    }

    private static Result timed(Trial trial, Mutant mutant) throws IOException {
        long began = System.nanoTime();
        Judgement judgement = trial.of(mutant);
        return Result.of(
                mutant, judgement, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private Trial trial(Path work, String digest) throws IOException {
        var options = new CheckOptions(work.resolve("check"), OptionalInt.empty(), Optional.of(limit), true);
        var checker = new Checker(tlc, options, Tasks.words(models.getFirst().protocol()));
        Path copy = work.resolve("tables");
        copyTables(copy);
        Baseline baseline = Baseline.of(models, checker, runtime, work.resolve("baseline.json"), digest);
        var stages = new ArrayList<Stage>(
                List.of(new Proofs(proofs), new ModelChecks(modelsFolder, baseline, checker, runtime)));
        if (tests != Tests.NONE) {
            Specification unchanged =
                    SpecificationLoader.load(copy).specification().orElseThrow();
            int at = tests == Tests.FIRST ? 1 : 2;
            for (JavaTests.Module module : JavaTests.Module.values()) {
                JavaTests java = JavaTests.of(
                        module, home, TablesDigest.of(tables), unchanged, work.resolve(module.folder()), limit);
                stages.add(at++, java);
                java.refuseFailing(unchanged);
            }
        }
        return new Trial(tables, copy, stages);
    }

    /** Over what a run has left there that was broken off. */
    private void copyTables(Path copy) throws IOException {
        try (Stream<Path> all = Files.walk(tables)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(tables.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
