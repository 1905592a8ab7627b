package dev.lockstep.harness.mutate;

import dev.lockstep.harness.check.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Results as text.
 *
 * @param equivalent ids of mutants that mean the same as the tables
 */
public record Report(List<Result> results, Set<String> equivalent) {

    public Report {
        results = List.copyOf(results);
        equivalent = Set.copyOf(equivalent);
    }

    /** By procedure, by kind, and then who was not killed. */
    public String text() {
        return table("procedure", Result::procedure)
                + "\n"
                + table("kind", result -> result.kind().word())
                + "\n"
                + alive()
                + summary()
                + "\n";
    }

    /** All results as one object, each as its line says it. */
    public String json() {
        return results.stream()
                .map(Result::line)
                .collect(Collectors.joining(
                        ",",
                        "{\"schema\":\"lockstep-mutate/1\",\"survivors\":"
                                + survivors().size() + ",\"results\":[",
                        "]}"));
    }

    /** Those that no one has noticed, or not decided about. */
    public List<Result> survivors() {
        return results.stream()
                .filter(result -> result.fate().counts() && !result.fate().isKilled())
                .filter(result -> !equivalent.contains(result.id()))
                .toList();
    }

    private String table(String heading, Function<Result, String> group) {
        Map<String, List<Result>> groups =
                results.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        var table = new Table();
        table.add(
                heading,
                "mutants",
                "rejected",
                "proof",
                "model",
                "test",
                "property",
                "survived",
                "changed",
                "undecided",
                "equivalent",
                "score");
        groups.forEach((name, members) -> add(table, name, members));
        add(table, "all", results);
        return String.join("\n", table.lines()) + "\n";
    }

    private void add(Table table, String name, List<Result> members) {
        List<Result> others = members.stream()
                .filter(result -> !equivalent.contains(result.id()))
                .toList();
        table.add(
                name,
                "" + members.size(),
                count(others, Fate.REJECTED),
                count(others, Fate.PROOF),
                count(others, Fate.MODEL),
                count(others, Fate.TEST),
                count(others, Fate.PROPERTY),
                count(others, Fate.SURVIVED),
                count(others, Fate.CHANGED),
                count(others, Fate.UNDECIDED, Fate.BROKEN),
                "" + (members.size() - others.size()),
                score(others));
    }

    private static String count(List<Result> results, Fate... fates) {
        return ""
                + results.stream()
                        .filter(result -> List.of(fates).contains(result.fate()))
                        .count();
    }

    /** Killed, of those that are tables and not equivalent. */
    private static String score(List<Result> results) {
        long all = results.stream().filter(result -> result.fate().counts()).count();
        long killed =
                results.stream().filter(result -> result.fate().isKilled()).count();
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * killed / all);
    }

    private String alive() {
        var text = new StringBuilder();
        for (Result result : survivors()) {
            text.append("%s: %s: %s%n  %s: %s%n"
                    .formatted(
                            result.place(),
                            result.fate().word(),
                            result.by(),
                            result.id(),
                            result.change().replaceAll("\\s+", " ")));
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    private String summary() {
        long killed =
                results.stream().filter(result -> result.fate().isKilled()).count();
        List<Result> others = results.stream()
                .filter(result -> !equivalent.contains(result.id()))
                .toList();
        return "%d mutants: %d killed, %d alive, score %s"
                .formatted(results.size(), killed, survivors().size(), score(others));
    }
}
