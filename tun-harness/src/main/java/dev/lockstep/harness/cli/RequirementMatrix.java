package dev.lockstep.harness.cli;

import dev.lockstep.spec.requirements.Requirement;
import dev.lockstep.spec.requirements.RequirementList;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A list of requirements, to be read by people or by programs. */
final class RequirementMatrix {

    private static final int WIDTH = 100;
    private static final int LABEL = 14;

    private RequirementMatrix() {}

    /** A paragraph for each requirement, then the counts. */
    static void print(RequirementList list, PrintWriter out) {
        list.requirements().forEach(one -> print(one, out));
        out.printf(
                Locale.ROOT,
                "RFC %s: %d requirements: %d kept, %d not for us, %d to be done%n",
                list.rfc(),
                list.requirements().size(),
                count(list, one -> one instanceof Requirement.Kept),
                count(list, one -> one instanceof Requirement.NotOurs),
                count(list, one -> one instanceof Requirement.Open));
    }

    private static long count(RequirementList list, Predicate<Requirement.Answer> which) {
        return list.requirements().stream()
                .map(Requirement::answer)
                .filter(which)
                .count();
    }

    private static void print(Requirement one, PrintWriter out) {
        out.printf("%-13s %-10s §%-9s %s%n", one.id(), one.level().word(), one.section(), one.feature());
        wrapped("", List.of(one.says().split(" ")), " ", out);
        wrapped("tables", one.kept().tables(), ", ", out);
        wrapped("mechanism", one.kept().mechanism(), ", ", out);
        wrapped("claims", one.kept().claims(), ", ", out);
        wrapped("tests", one.kept().tests(), ", ", out);
        switch (one.answer()) {
            case Requirement.Kept kept -> {}
            case Requirement.NotOurs no ->
                wrapped("not for us", List.of(no.reason().split(" ")), " ", out);
            case Requirement.Open open ->
                wrapped("to be done", List.of(open.missing().split(" ")), " ", out);
        }
        wrapped("note", one.note().isEmpty() ? List.of() : List.of(one.note().split(" ")), " ", out);
        out.println();
    }

    private static void wrapped(String label, List<String> words, String between, PrintWriter out) {
        if (words.isEmpty()) {
            return;
        }
        var line = new StringBuilder(" ".repeat(2) + label);
        line.append(" ".repeat(LABEL - line.length()));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i + 1 < words.size() ? between : "");
            if (line.length() + word.stripTrailing().length() > WIDTH
                    && !line.toString().isBlank()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(LABEL));
            }
            line.append(word);
        }
        out.println(line.toString().stripTrailing());
    }

    /** One object: {@code lists}, each with {@code name}, {@code rfc} and {@code requirements}. */
    static Json json(List<RequirementList> lists) {
        var json = new Json().open().openList("lists");
        for (RequirementList list : lists) {
            json.open().field("name", list.name()).field("rfc", list.rfc()).openList("requirements");
            list.requirements().forEach(one -> json(one, json));
            json.closeList().close();
        }
        return json.closeList().close();
    }

    private static void json(Requirement one, Json json) {
        json.open()
                .field("id", one.id())
                .field("level", one.level().word())
                .field("section", one.section())
                .field("feature", one.feature())
                .field("says", one.says());
        switch (one.answer()) {
            case Requirement.Kept kept -> json.field("answer", "kept");
            case Requirement.NotOurs no -> json.field("answer", "not ours").field("reason", no.reason());
            case Requirement.Open open -> json.field("answer", "open").field("missing", open.missing());
        }
        names("tables", one.kept().tables(), json);
        names("mechanism", one.kept().mechanism(), json);
        names("claims", one.kept().claims(), json);
        names("tests", one.kept().tests(), json);
        json.field("note", one.note()).close();
    }

    private static void names(String key, List<String> names, Json json) {
        json.openList(key);
        names.forEach(json::item);
        json.closeList();
    }
}
