package dev.lockstep.harness.demo;

import dev.lockstep.harness.check.CheckOptions;
import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.Checker;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.TextLadder;
import dev.lockstep.harness.run.Amount;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.LoadedModels;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The stage in which TLC checks the models. */
final class Models {

    /** States of the largest model that the demo waits for; {@code ./lockstep check} takes all. */
    private static final long SMALL = 100_000;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final DemoOptions options;
    private final Screen screen;

    Models(DemoOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    /** @throws DemoFailed where a property is violated, a count differs, a witness is missing */
    List<Outcome> check(Specification specification, Path folder, Doing doing) throws IOException {
        screen.begin();
        List<Outcome> outcomes = new ArrayList<>();
        for (Model model : small(specification)) {
            outcomes.add(check(model, folder, doing));
        }
        List<Outcome> bad =
                outcomes.stream().filter(outcome -> !outcome.passed()).toList();
        if (!bad.isEmpty()) {
            throw new DemoFailed(
                    "TLC has found fault with the model" + (bad.size() == 1 ? " " : "s ") + names(bad),
                    bad.stream().map(Models::fault).toList());
        }
        String states = outcomes.stream()
                .map(outcome -> outcome.task().name() + " "
                        + Amount.count(outcome.report().counts().distinct()))
                .collect(Collectors.joining(", "));
        screen.done(
                "check", "TLC, distinct states as pinned: " + states + "; all properties hold, all witnesses reached");
        return outcomes;
    }

    private List<Model> small(Specification specification) {
        LoadedModels models = ModelLoader.load(options.folders().models(), specification);
        List<Diagnostic> errors =
                models.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            throw new DemoFailed(
                    "the models do not fit the tables",
                    errors.stream().map(Diagnostic::toString).toList());
        }
        return models.models().stream()
                .filter(model ->
                        model.tier() == Model.Tier.DEFAULT && model.distinct().orElse(0) <= SMALL)
                .sorted(Comparator.comparingLong(model -> model.distinct().orElse(0)))
                .toList();
    }

    private Outcome check(Model model, Path folder, Doing doing) throws IOException {
        CheckTask task = Tasks.of(model, options.folders().runtime());
        var checkOptions = new CheckOptions(folder, OptionalInt.empty(), Optional.of(LIMIT), true);
        var checker = new Checker(Tlc.locate(), checkOptions, Tasks.words(model.protocol()));
        long pinned = task.pinned().orElse(-1);
        return checker.check(task, counts -> doing.at("TLC", counts.distinct(), pinned, task.name()));
    }

    private static String names(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.task().name()).collect(Collectors.joining(", "));
    }

    /** The ladder, if there is one, and what is wrong. */
    private static String fault(Outcome outcome) {
        String drawing = outcome.drawing(TextLadder.WIDEST, Glyphs.fitting(System.out.charset()))
                .map(text -> text + "\n")
                .orElse("");
        return drawing
                + outcome.faults().stream()
                        .map(fault -> outcome.task().name() + ": " + fault)
                        .collect(Collectors.joining("\n"));
    }
}
