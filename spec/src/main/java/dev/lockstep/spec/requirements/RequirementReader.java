package dev.lockstep.spec.requirements;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one list of requirements, and looks for all it names. */
final class RequirementReader {

    private static final List<String> LIST_KEYS = List.of("requirements", "title", "protocol", "list");
    private static final List<String> KEYS = List.of(
            "id", "level", "section", "feature", "says", "tables", "mechanism", "claims", "tests", "not", "open");
    private static final List<String> LEVELS =
            Stream.of(Requirement.Level.values()).map(Requirement.Level::word).toList();

    private final Shape shape;
    private final List<Protocol> protocols;
    private final Set<String> claims;
    private final SourceTree sources;

    RequirementReader(Shape shape, List<Protocol> protocols, Set<String> claims, SourceTree sources) {
        this.shape = shape;
        this.protocols = protocols;
        this.claims = claims;
        this.sources = sources;
    }

    /** @param file the file's name without its ending */
    Optional<RequirementList> read(String file, Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a list of requirements", LIST_KEYS);
        keys.requiredText("requirements");
        Optional<String> rfc = keys.requiredText("rfc").map(Scalar::text);
        Optional<Citations> citations =
                keys.requiredText("protocol").flatMap(this::protocol).map(Citations::new);
        keys.required("list");
        if (rfc.isEmpty() || citations.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Requirement> read = new LinkedHashMap<>();
        for (Node item : keys.items("list")) {
            shape.mapping(item)
                    .flatMap(entry -> requirement(entry, citations.get()))
                    .ifPresent(one -> enter(one, read));
        }
        var list = new RequirementList(file, keys.prose("title"), rfc.get(), List.copyOf(read.values()));
        checkCitations(list, citations.get());
        return Optional.of(list);
    }

    private Optional<Protocol> protocol(Scalar name) {
        Optional<Protocol> found = protocols.stream()
                .filter(protocol -> protocol.name().equals(name.text()))
                .findFirst();
        if (found.isEmpty()) {
            unknown(name, "protocol", protocols.stream().map(Protocol::name).toList());
        }
        return found;
    }

    private void enter(Requirement one, Map<String, Requirement> into) {
        if (into.putIfAbsent(one.id(), one) != null) {
            shape.report(one.place(), Code.ID_TWICE, "the requirement `" + one.id() + "` stands twice", "");
        }
    }

    private Optional<Requirement> requirement(Node.Mapping mapping, Citations citations) {
        Keys keys = shape.keys(mapping, "a requirement", KEYS);
        Optional<Scalar> id = keys.requiredText("id");
        keys.required("level");
        Optional<Requirement.Level> level = keys.word("level", LEVELS)
                .flatMap(word -> Stream.of(Requirement.Level.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst());
        keys.required("section");
        keys.required("says");
        if (id.isEmpty() || level.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Requirement(
                id.get().text(),
                level.get(),
                keys.prose("section"),
                keys.prose("feature"),
                keys.prose("says"),
                answer(id.get(), keys, citations),
                keys.prose("note"),
                id.get().place()));
    }

    private Requirement.Answer answer(Scalar id, Keys keys, Citations citations) {
        var kept = new Requirement.Kept(
                known(keys, "tables", citations.names(), "entry of the tables"),
                known(keys, "mechanism", sources.classes(), "class"),
                known(keys, "claims", claims, "claim of a model"),
                tests(keys));
        boolean isKept = Stream.of("tables", "mechanism", "claims", "tests").anyMatch(keys::has);
        if (keys.has("not")) {
            if (isKept || keys.has("open")) {
                unanswered(id, "both a reason against and something else is said of");
            }
            return new Requirement.NotOurs(keys.prose("not"));
        }
        if (keys.has("open")) {
            return new Requirement.Open(keys.prose("open"), kept);
        }
        if (!keys.has("tables") && !keys.has("mechanism")) {
            unanswered(id, "nothing is named that keeps");
        } else if (!keys.has("tests")) {
            unanswered(id, "no test is named that would fail without");
        }
        return kept;
    }

    private void unanswered(Scalar id, String what) {
        shape.report(
                id.place(),
                Code.REQUIREMENT_UNANSWERED,
                what + " `" + id.text() + "`",
                "name `tables:` or `mechanism:` and `tests:`, or the reason under `not:`, or what is missing under `open:`");
    }

    private List<String> known(Keys keys, String key, Collection<String> known, String what) {
        var found = new ArrayList<String>();
        for (Scalar name : keys.texts(key).orElse(List.of())) {
            if (known.contains(name.text())) {
                found.add(name.text());
            } else {
                unknown(name, what, known);
            }
        }
        return found;
    }

    private void unknown(Scalar name, String what, Collection<String> known) {
        shape.report(
                name.place(),
                Code.UNKNOWN_NAME,
                "there is no " + what + " `" + name.text() + "`",
                Spelling.advice(name.text(), known));
    }

    private List<String> tests(Keys keys) {
        var found = new ArrayList<String>();
        for (Scalar name : keys.texts("tests").orElse(List.of())) {
            String[] parts = name.text().split("\\.", 2);
            if (parts.length == 2 && sources.tests(parts[0]).contains(parts[1])) {
                found.add(name.text());
            } else {
                shape.report(name.place(), Code.NO_SUCH_TEST, "there is no test `" + name.text() + "`", advice(parts));
            }
        }
        return found;
    }

    private String advice(String[] parts) {
        if (!sources.testClasses().contains(parts[0])) {
            return Spelling.advice(parts[0], sources.testClasses());
        }
        return Spelling.advice(parts.length == 2 ? parts[1] : "", sources.tests(parts[0]));
    }

    /** What an entry of the tables says it keeps has to be said here, too. */
    private void checkCitations(RequirementList list, Citations citations) {
        Map<String, Requirement> byId =
                list.requirements().stream().collect(Collectors.toMap(Requirement::id, one -> one));
        for (String name : citations.names()) {
            for (String id : citations.citedBy(name, list.rfc())) {
                Requirement cited = byId.get(id);
                if (cited == null || !cited.kept().tables().contains(name)) {
                    shape.report(
                            citations.place(name).orElseThrow(),
                            Code.CITATION_NOT_LISTED,
                            "`" + name + "` names " + id + ", which does not name `" + name + "`",
                            cited == null
                                    ? Spelling.advice(id, byId.keySet())
                                    : "see " + cited.place() + ": add it under `tables:`, or take the one back");
                }
            }
        }
    }
}
