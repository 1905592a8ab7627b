package dev.lockstep.harness.check;

import dev.lockstep.harness.check.tlc.Verdict;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.ladder.Ladder;
import java.util.List;
import java.util.Optional;

/**
 * A behaviour that shows that a property is false.
 *
 * @param digests of the modules that TLC read
 * @param property its name in TLA+; empty for a deadlock
 * @param claim what the author wrote of it, if it is a claim of the model's file
 * @param text its definition, in TLA+
 * @param rows ids of the rows that fired, for each step
 * @param ladder empty for a model that is not one of two ends
 */
public record Counterexample(
        String model,
        ModuleDigests digests,
        Verdict.Kind kind,
        Optional<String> property,
        Optional<CheckTask.ClaimText> claim,
        List<String> text,
        String says,
        Behavior behavior,
        List<List<String>> rows,
        Optional<Ladder> ladder) {
    public Counterexample {
        text = List.copyOf(text);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
