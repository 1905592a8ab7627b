package dev.lockstep.harness.check;

import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Verdict;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.TextLadder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking a model.
 *
 * @param counterexample if there is a behaviour that shows the violation
 * @param folder that holds the modules, the log and the counterexample
 */
public record Outcome(
        CheckTask task,
        Verdict verdict,
        TlcReport report,
        Coverage coverage,
        Duration took,
        Optional<Counterexample> counterexample,
        Path folder) {

    public boolean passed() {
        return faults().isEmpty();
    }

    /** One sentence for each thing that is wrong. */
    public List<String> faults() {
        return switch (verdict) {
            case Verdict.Holds holds -> shortcomings();
            case Verdict.NoneFound noneFound -> List.of();
            case Verdict.Violated violated -> List.of(sentence(violated));
            case Verdict.NotFinished notFinished ->
                List.of("not finished: neither true nor false. Give it more --seconds, or none");
            case Verdict.Broken broken -> List.of("TLC failed: " + folder.resolve("tlc.log"));
        };
    }

    /** A word or two for the table. */
    public String word() {
        return switch (verdict) {
            case Verdict.Holds holds -> {
                if (passed()) {
                    yield "holds";
                }
                if (!vacuous().isEmpty()) {
                    yield "vacuous: " + vacuous().getFirst();
                }
                yield countDiffers() ? "count differs" : "witness missing";
            }
            case Verdict.Violated violated ->
                violated.property()
                        .map(name -> "violated: " + id(name))
                        .orElse(violated.kind().word());
            case Verdict.NoneFound noneFound -> "no fault met";
            case Verdict.NotFinished notFinished -> "not finished";
            case Verdict.Broken broken -> "TLC failed";
        };
    }

    public List<String> missingWitnesses() {
        return task.witnesses().stream()
                .filter(name -> !coverage.witnesses().containsKey(name))
                .toList();
    }

    /** Claims of this model alone that hold only because their premise is never met. */
    public List<String> vacuous() {
        return task.premises().stream()
                .filter(id -> !coverage.claims().containsKey(id))
                .toList();
    }

    public boolean countDiffers() {
        return task.pinned().isPresent()
                && task.pinned().getAsLong() != report.counts().distinct();
    }

    /** All states were visited, so that their count means something. */
    public boolean isComplete() {
        return verdict instanceof Verdict.Holds;
    }

    /** Of runs drawn by lot. */
    public boolean isSimulated() {
        return report.counts().runs().isPresent();
    }

    /** Nothing is wrong but the count. */
    public boolean onlyCountDiffers() {
        return isComplete() && missingWitnesses().isEmpty() && vacuous().isEmpty();
    }

    /** The counterexample as a ladder, for a terminal. */
    public Optional<String> drawing(int width, Glyphs glyphs) {
        return counterexample.flatMap(Counterexample::ladder).map(ladder -> TextLadder.draw(ladder, width, glyphs));
    }

    private List<String> shortcomings() {
        var faults = new ArrayList<String>();
        for (String witness : missingWitnesses()) {
            faults.add("witness not reached: " + witness
                    + ". No state shows it, so what holds may hold because nothing happens");
        }
        for (String claim : vacuous()) {
            faults.add("nothing meets the premise of " + claim + ", so that it says nothing");
        }
        if (countDiffers()) {
            faults.add("%,d distinct states, but %,d are pinned in %s. If that is meant: ./lockstep check %s --pin"
                    .formatted(report.counts().distinct(), task.pinned().getAsLong(), task.file(), task.name()));
        }
        return faults;
    }

    private String sentence(Verdict.Violated violated) {
        String what = violated.property().map(this::id).orElse("");
        return switch (violated.kind()) {
            case INVARIANT, ACTION_PROPERTY, LIVENESS, ASSUMPTION ->
                (violated.kind().word() + " " + what).strip() + " is violated";
            case DEADLOCK -> "deadlock: nothing can happen any more, and the model does not say that this is right";
            case ASSERTION -> "an assertion is false: " + firstLines(violated.says());
            case EVALUATION -> "TLC cannot evaluate something: " + firstLines(violated.says());
        };
    }

    private String id(String property) {
        CheckTask.ClaimText claim = task.claims().get(property);
        return claim == null ? property : claim.id();
    }

    private static String firstLines(String says) {
        String text = says.replaceAll("\\s+", " ");
        return text.length() <= 400 ? text : text.substring(0, 400) + " ...";
    }
}
