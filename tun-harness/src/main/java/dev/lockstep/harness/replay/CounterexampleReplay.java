package dev.lockstep.harness.replay;

import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.ModuleDigests;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.story.Story;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.properties.agreement.ModelSteps;
import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Does the steps of a counterexample of TLC in the generated Java. */
public final class CounterexampleReplay {

    private final Function<String, Model> models;
    private final Path runtime;

    /**
     * @param models the model of a name; complains if there is none
     * @param runtime of the TLA+ modules written by hand
     */
    public CounterexampleReplay(Function<String, Model> models, Path runtime) {
        this.models = models;
        this.runtime = runtime;
    }

    /**
     * What came of it.
     *
     * @param steps that were done in Java
     * @param rows that fired there
     * @param finding the first step that is otherwise in Java
     */
    public record Result(
            String model, int steps, Set<String> rows, Optional<StepFinding> finding, Optional<Ladder> ladder) {}

    /**
     * A step that model and code see differently.
     *
     * @param number 1 leads to the second state
     * @param differences a line each: {@code A.tcb.SND_NXT: the model says 7, Java 8}
     */
    public record StepFinding(int number, String action, ModelSteps.Step step) {}

    /** @throws dev.lockstep.harness.InputException if this is no counterexample, or one of other tables or another model */
    public Result replay(Path file) throws IOException {
        CounterexampleReader.Content content = CounterexampleReader.read(file);
        Model model = models.apply(content.model());
        CheckTask task = Tasks.of(model, runtime);
        refuseStale(file, content.digests(), ModuleDigests.of(task));
        List<Step> steps = steps(content);
        Set<String> rows = new HashSet<>();
        Optional<StepFinding> finding = Optional.empty();
        var java = new ModelSteps(model);
        int done = 0;
        while (done < steps.size() && finding.isEmpty()) {
            Step step = steps.get(done++);
            ModelSteps.Step came = step(file, java, step, done);
            rows.addAll(came.rows());
            if (!came.differences().isEmpty()) {
                finding = Optional.of(new StepFinding(done, step.action(), came));
            }
        }
        return new Result(model.name(), done, rows, finding, ladder(content, task, model, finding));
    }

    private static void refuseStale(Path file, ModuleDigests said, ModuleDigests now) {
        if (!said.tables().equals(now.tables())) {
            throw RunFault.OTHER_TABLES.at(file.toString(), "this counterexample is about other tables");
        }
        if (!said.modules().equals(now.modules())) {
            throw RunFault.OTHER_MODEL.at(file.toString(), "this counterexample is about another model of that name");
        }
    }

    private record Step(TlaState before, String action, TlaState after, Optional<List<String>> rows) {}

    private static List<Step> steps(CounterexampleReader.Content content) {
        var steps = new ArrayList<Step>();
        List<TlaState> states = content.behavior().states();
        for (int i = 1; i < states.size(); i++) {
            steps.add(new Step(
                    states.get(i - 1),
                    states.get(i).action(),
                    states.get(i),
                    content.rows().get(i)));
        }
        if (content.behavior().continuation() instanceof Behavior.Continuation.GoesBack(int state, String action)) {
            steps.add(new Step(states.getLast(), action, states.get(state - 1), Optional.empty()));
        }
        return steps;
    }

    private static ModelSteps.Step step(Path file, ModelSteps java, Step step, int number) {
        try {
            return java.step(
                    step.before().variables(), bare(step.action()), step.after().variables(), step.rows());
        } catch (IllegalArgumentException | ClassCastException | NullPointerException damaged) {
            throw RunFault.WRONG_SHAPE.at(
                    file.toString(), "step " + number + " is none of this model: " + damaged.getMessage());
        }
    }

    /** Newer versions of TLC add arguments. */
    private static String bare(String action) {
        return action.replaceAll("\\(.*", "");
    }

    private static Optional<Ladder> ladder(
            CounterexampleReader.Content content, CheckTask task, Model model, Optional<StepFinding> finding) {
        List<List<String>> acting = content.rows().stream()
                .skip(1)
                .map(rows -> rows.orElse(List.of()).stream()
                        .filter(row -> !task.passing().contains(row))
                        .toList())
                .toList();
        var notes = new ArrayList<String>();
        finding.ifPresentOrElse(
                found -> {
                    notes.add("Step " + found.number() + ", " + found.step().cause() + ": code and model disagree");
                    notes.addAll(found.step().differences());
                },
                () -> notes.add("The code does what the model does, in every step."));
        return Story.tell(content.behavior(), acting, Tasks.words(model.protocol()))
                .map(told -> new Ladder(
                        "model " + model.name() + ", replayed in Java",
                        told.left(),
                        told.right(),
                        told.events(),
                        told.ending(),
                        notes));
    }
}
