package dev.lockstep.harness.mutate;

import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.Checker;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.tlc.Verdict;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.LoadedModels;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import dev.lockstep.spec.mutation.Mutant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The models, smallest first, each with one start of TLC, until one finds fault. A model in which nothing of the mutant can happen
 * is not asked: what happens in it unchanged is known.
 *
 * @param models the folder
 * @param baseline what the models are without mutants
 * @param runtime folder of the modules written by hand
 */
record ModelChecks(Path models, Baseline baseline, Checker checker, Path runtime) implements Stage {

    @Override
    public Optional<Judgement> look(Mutant mutant, Specification specification) throws IOException {
        LoadedModels loaded = ModelLoader.load(models, specification);
        Optional<Diagnostic> fault =
                loaded.diagnostics().stream().filter(Diagnostic::isError).findFirst();
        if (fault.isPresent()) {
            return Optional.of(new Judgement(Fate.REJECTED, fault.get().code().id() + " in a model"));
        }
        Judgement sofar = new Judgement(Fate.SURVIVED, "no model gets there");
        for (Baseline.Known known : baseline.models()) {
            if (reaches(known, mutant)) {
                Judgement here = judge(loaded.model(known.name()), known);
                if (here.fate() == Fate.MODEL) {
                    return Optional.of(here);
                }
                sofar = graver(sofar, here);
            }
        }
        return Optional.of(sofar);
    }

    private static boolean reaches(Baseline.Known known, Mutant mutant) {
        Collection<String> reach = mutant.reach();
        return reach.isEmpty() || !Collections.disjoint(reach, known.rows());
    }

    private Judgement judge(Model model, Baseline.Known known) throws IOException {
        CheckTask task = Tasks.of(model, runtime);
        Outcome outcome = checker.verdict(task, counts -> {});
        return switch (outcome.verdict()) {
            case Verdict.Holds ignored -> holds(outcome, known);
            case Verdict.Violated violated -> new Judgement(Fate.MODEL, model.name() + ": " + property(task, violated));
            case Verdict.NoneFound ignored -> throw new IllegalStateException("no mutant is asked for runs");
            case Verdict.NotFinished ignored -> new Judgement(Fate.UNDECIDED, model.name() + ": not finished");
            case Verdict.Broken broken ->
                new Judgement(
                        broken.trouble() == Verdict.Trouble.MEMORY ? Fate.UNDECIDED : Fate.BROKEN,
                        model.name() + ": " + broken.trouble());
        };
    }

    private static Judgement holds(Outcome outcome, Baseline.Known known) {
        List<String> missing = outcome.missingWitnesses();
        if (!missing.isEmpty()) {
            return new Judgement(Fate.MODEL, known.name() + ": witness " + missing.getFirst());
        }
        long distinct = outcome.report().counts().distinct();
        return distinct == known.distinct()
                ? new Judgement(Fate.SURVIVED, "all models hold")
                : new Judgement(
                        Fate.CHANGED,
                        "%s: %,d states instead of %,d".formatted(known.name(), distinct, known.distinct()));
    }

    private static String property(CheckTask task, Verdict.Violated violated) {
        return violated.property()
                .map(name -> task.claims().containsKey(name)
                        ? task.claims().get(name).id()
                        : name)
                .orElse(violated.kind().word());
    }

    private static Judgement graver(Judgement sofar, Judgement here) {
        return here.fate().compareTo(sofar.fate()) >= 0 ? here : sofar;
    }
}
