package dev.lockstep.harness.check;

import dev.lockstep.harness.check.story.Story;
import dev.lockstep.harness.check.story.Words;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Verdict;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.ladder.Ladder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a counterexample of what TLC said, in words and as a ladder. */
final class Explanation {

    private final CheckTask task;
    private final Words words;
    private final Definitions texts;

    Explanation(CheckTask task, Words words) {
        this.task = task;
        this.words = words;
        this.texts = new Definitions(task.files().values());
    }

    /** @param rows that fired in each step */
    Optional<Counterexample> of(Verdict.Violated violated, TlcReport report, List<List<String>> rows) {
        return report.behavior().map(behavior -> of(violated, behavior, rows));
    }

    private Counterexample of(Verdict.Violated violated, Behavior behavior, List<List<String>> rows) {
        Optional<CheckTask.ClaimText> claim =
                violated.property().map(name -> task.claims().get(name));
        List<String> text = violated.property().map(texts::of).orElse(List.of());
        Optional<Ladder> ladder = Story.tell(behavior, acting(rows), words)
                .map(told -> new Ladder(
                        title(violated, claim),
                        told.left(),
                        told.right(),
                        told.events(),
                        told.ending(),
                        notes(violated, claim, text, behavior)));
        return new Counterexample(
                task.name(),
                ModuleDigests.of(task),
                violated.kind(),
                violated.property(),
                claim,
                text,
                violated.says(),
                behavior,
                rows,
                ladder);
    }

    /** A segment passes a dozen rows that let it go on; a reader looks for those that did something, or stopped. */
    private List<List<String>> acting(List<List<String>> rows) {
        return rows.stream()
                .map(fired -> fired.stream()
                        .filter(row -> !task.passing().contains(row))
                        .toList())
                .toList();
    }

    private String title(Verdict.Violated violated, Optional<CheckTask.ClaimText> claim) {
        String name = claim.map(CheckTask.ClaimText::id).or(violated::property).orElse("");
        return "model %s: %s %s"
                        .formatted(task.name(), violated.kind().word(), name)
                        .strip()
                + switch (violated.kind()) {
                    case INVARIANT, ACTION_PROPERTY, LIVENESS, ASSUMPTION -> " is violated";
                    case DEADLOCK -> "";
                    case ASSERTION -> " is false";
                    case EVALUATION -> " fails";
                };
    }

    private List<String> notes(
            Verdict.Violated violated, Optional<CheckTask.ClaimText> claim, List<String> text, Behavior behavior) {
        var notes = new ArrayList<String>();
        switch (violated.kind()) {
            case DEADLOCK ->
                notes.add("Here nothing can happen any more, and the model's `done:` does not say that this is right.");
            case ASSERTION, EVALUATION -> notes.add(violated.says());
            case INVARIANT, ACTION_PROPERTY, LIVENESS, ASSUMPTION ->
                claim.ifPresentOrElse(author -> notes.add(words(author)), () -> notes.addAll(text));
        }
        List<String> read = claim.map(CheckTask.ClaimText::reads).orElse(List.of());
        LastState.table(behavior.last(), read, text, words).ifPresent(notes::add);
        return notes;
    }

    private static String words(CheckTask.ClaimText claim) {
        String about = claim.about().isBlank() ? "" : ": " + claim.about();
        return claim.id() + " (" + claim.place() + ")" + about + "\n  " + claim.text();
    }
}
