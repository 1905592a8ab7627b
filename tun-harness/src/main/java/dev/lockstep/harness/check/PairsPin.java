package dev.lockstep.harness.check;

import dev.lockstep.spec.model.State;
import dev.lockstep.spec.models.StatePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that lists the pairs of states: what is reached is added, what is not is taken away, all else stays as it is. */
public final class PairsPin {

    /** Stands for the reason until somebody has written it; a test does not let it pass. */
    public static final String UNEXPLAINED = "?";

    /** An entry begins so, at the beginning of a line, and ends before the next. */
    private static final Pattern ENTRY = Pattern.compile("^- (?:\\{)?ends: \\[\\s*([\\w-]+)\\s*,\\s*([\\w-]+)\\s*\\]");

    /** On a line of its own, or in braces. */
    private static final Pattern DEEP = Pattern.compile("(?m)^  tier: *deep *\\R|, *tier: *deep(?=[ ,}])");

    private PairsPin() {}

    /** Writes the differences into the file, new pairs without a reason and in the order of the vocabulary. */
    public static void write(PairComparison comparison) throws IOException {
        Path file = Path.of(comparison.written().place().file());
        String[] parts = Files.readString(file).split("(?m)(?=^- )");
        List<String> entries = new ArrayList<>(List.of(parts).subList(1, parts.length));
        for (StatePair gone : comparison.unreached()) {
            entries.removeIf(entry ->
                    states(entry).filter(pair -> gone.is(pair.a(), pair.b())).isPresent());
        }
        for (StatesOfEnds pair : comparison.unwritten()) {
            String tier = comparison.isOnlyDeep(pair) ? "  tier: deep%n".formatted() : "";
            entries.add("- ends: [%s, %s]%n%s  why: \"%s\"%n".formatted(pair.a(), pair.b(), tier, UNEXPLAINED));
        }
        for (StatePair pair : comparison.notOnlyDeep()) {
            entries.replaceAll(entry ->
                    states(entry).filter(one -> pair.is(one.a(), one.b())).isPresent()
                            ? DEEP.matcher(entry).replaceFirst("")
                            : entry);
        }
        List<String> order = comparison.matrix().protocol().states().stream()
                .map(State::name)
                .toList();
        entries.sort(Comparator.comparingInt(entry -> rank(entry, order)));
        Files.writeString(file, parts[0] + String.join("", entries));
    }

    private static int rank(String entry, List<String> order) {
        return states(entry)
                .map(pair -> {
                    int a = order.indexOf(pair.a());
                    int b = order.indexOf(pair.b());
                    return Math.min(a, b) * order.size() + Math.max(a, b);
                })
                .orElse(Integer.MAX_VALUE);
    }

    private static Optional<StatesOfEnds> states(String entry) {
        Matcher ends = ENTRY.matcher(entry);
        return ends.find() ? Optional.of(new StatesOfEnds(ends.group(1), ends.group(2))) : Optional.empty();
    }
}
