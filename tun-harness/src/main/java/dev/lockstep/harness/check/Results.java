package dev.lockstep.harness.check;

import dev.lockstep.harness.check.tlc.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What came of all models, as text. */
public final class Results {

    private Results() {}

    /** One line for each model. */
    public static String table(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(Outcome::isSimulated) ? runs(outcomes) : states(outcomes);
    }

    private static String runs(List<Outcome> outcomes) {
        var table = new Table();
        table.add("model", "runs", "generated", "seconds", "states/s", "rows", "witnesses", "verdict");
        for (Outcome outcome : outcomes) {
            Counts counts = outcome.report().counts();
            table.add(
                    outcome.task().name(),
                    number(counts.runs().orElse(0)),
                    number(counts.generated()),
                    seconds(outcome.took()),
                    number(perSecond(counts.generated(), outcome.took())),
                    rows(outcome),
                    reached(outcome) + "/" + outcome.task().witnesses().size(),
                    outcome.word());
        }
        return String.join("\n", table.lines()) + "\n";
    }

    private static String states(List<Outcome> outcomes) {
        var table = new Table();
        table.add(
                "model",
                "distinct",
                "pinned",
                "generated",
                "depth",
                "seconds",
                "states/s",
                "rows",
                "witnesses",
                "verdict");
        for (Outcome outcome : outcomes) {
            Counts counts = outcome.report().counts();
            table.add(
                    outcome.task().name(),
                    number(counts.distinct()),
                    outcome.task().pinned().isPresent()
                            ? number(outcome.task().pinned().getAsLong())
                            : "-",
                    number(counts.generated()),
                    outcome.report().depth() == 0
                            ? "-"
                            : number(outcome.report().depth()),
                    seconds(outcome.took()),
                    number(perSecond(counts.generated(), outcome.took())),
                    rows(outcome),
                    reached(outcome) + "/" + outcome.task().witnesses().size(),
                    outcome.word());
        }
        return String.join("\n", table.lines()) + "\n";
    }

    private static String rows(Outcome outcome) {
        return outcome.coverage().rows().size() + "/" + outcome.task().rows().size();
    }

    /** How many rows fired in some model. */
    public static String coverage(List<Outcome> outcomes, boolean listed) {
        var rows = new TreeSet<String>();
        Coverage covered = Coverage.NONE;
        for (Outcome outcome : outcomes) {
            rows.addAll(outcome.task().rows());
            covered = covered.plus(outcome.coverage());
        }
        int all = rows.size();
        rows.removeAll(covered.rows().keySet());
        var text = new StringBuilder("%d of %d rows fired".formatted(all - rows.size(), all));
        if (listed && !rows.isEmpty()) {
            text.append("; not these:\n");
            rows.forEach(row -> text.append("  ").append(row).append('\n'));
        } else {
            text.append(rows.isEmpty() ? "\n" : "; --coverage lists the others\n");
        }
        return text.toString();
    }

    /** What is wrong, a line for each; nothing if all is well. */
    public static String faults(List<Outcome> outcomes) {
        var text = new StringBuilder();
        for (Outcome outcome : outcomes) {
            for (String fault : outcome.faults()) {
                text.append(outcome.task().name()).append(": ").append(fault).append('\n');
            }
            outcome.counterexample()
                    .ifPresent(any -> text.append("  counterexample: ")
                            .append(outcome.folder().resolve("counterexample.txt"))
                            .append(", .svg, .json\n"));
        }
        return text.toString();
    }

    private static int reached(Outcome outcome) {
        return outcome.task().witnesses().size() - outcome.missingWitnesses().size();
    }

    static long perSecond(long states, Duration took) {
        return took.isZero() ? 0 : Math.round(states * 1e9 / took.toNanos());
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
