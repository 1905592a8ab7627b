package dev.lockstep.spec.mutation;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.syntax.Action;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mutants of one file. */
final class FileMutants {

    /** Where in the file we are: whose mutants are made. */
    private record Owner(String procedure, String name, Set<String> row, Set<String> step) {}

    private static final Set<String> ANYTHING = Set.of();

    private final Protocol protocol;
    private final String file;
    private final Actions actions;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Mutant> mutants = new ArrayList<>();

    FileMutants(Protocol protocol, String file) {
        this.protocol = protocol;
        this.file = file;
        this.actions = new Actions(protocol);
    }

    List<Mutant> of(List<Node> documents) {
        for (Site document : Site.of(documents)) {
            document.child("definitions").ifPresent(this::definitions);
            document.text("procedure").ifPresent(name -> procedure(name, document));
        }
        return List.copyOf(mutants);
    }

    private void definitions(Site site) {
        List<Node.Entry> entries = ((Node.Mapping) site.node()).entries();
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).key().text();
            var owner = new Owner(protocol.name() + " vocabulary", name, ANYTHING, ANYTHING);
            boolean isFlag = site.children().get(i).text("type").equals(Optional.of("flag"));
            site.children().get(i).child("is").ifPresent(is -> condition(owner, is, isFlag, ANYTHING));
        }
    }

    private void procedure(String name, Site procedure) {
        List<Site> steps = children(procedure, "steps");
        for (int i = 0; i < steps.size(); i++) {
            Site step = steps.get(i);
            boolean isLast = i == steps.size() - 1;
            Set<String> rows = children(step, "rows").stream()
                    .flatMap(row -> row.text("id").stream())
                    .collect(Collectors.toSet());
            String label = protocol.name() + " " + name;
            var owner = new Owner(label, name + "." + step.text("step").orElse(""), ANYTHING, rows);
            step.child("only").ifPresent(only -> condition(owner, only, true, ANYTHING));
            for (Site row : children(step, "rows")) {
                String id = row.text("id").orElse("");
                if (row.child("unreachable").isEmpty()) {
                    row(new Owner(label, id, Set.of(id), rows), row, isLast);
                }
            }
        }
    }

    private static List<Site> children(Site site, String key) {
        return site.child(key).map(Site::children).orElse(List.of());
    }

    private void row(Owner owner, Site row, boolean isLast) {
        add(owner, Kind.ROW, row.node().place(), "the row is dropped", row.removed(), owner.step());
        empty(owner, row);
        row.child("when").ifPresent(when -> condition(owner, when, true, owner.step()));
        for (Site entry : children(row, "do")) {
            action(owner, entry);
        }
        row.child("to").ifPresent(to -> target(owner, to));
        row.child("then").ifPresent(then -> then(owner, then, isLast));
    }

    private void empty(Owner owner, Site row) {
        Node.Mapping mapping = (Node.Mapping) row.node();
        List<Node.Entry> kept = mapping.entries().stream()
                .filter(entry -> !Set.of("do", "to").contains(entry.key().text()))
                .toList();
        if (kept.size() < mapping.entries().size()) {
            List<Node> documents = row.put(new Node.Mapping(kept, mapping.place()));
            add(owner, Kind.EMPTY, mapping.place(), "the row does nothing", documents, owner.row());
        }
    }

    private void condition(Owner owner, Site site, boolean isFlag, Set<String> reach) {
        Scalar scalar = (Scalar) site.node();
        Syntax syntax = Texts.expression(scalar.text());
        if (syntax instanceof Syntax.Otherwise) {
            return;
        }
        if (isFlag && !(syntax instanceof Syntax.Not)) { // of that one the `not` goes, below
            List<Node> documents = site.put("not (" + scalar.text() + ")");
            add(owner, Kind.NEGATE, scalar.place(), "all of it is negated", documents, reach);
        }
        splices(owner, site, Expressions.of(syntax), reach);
    }

    private void action(Owner owner, Site site) {
        Scalar scalar = (Scalar) site.node();
        Action action = Texts.action(scalar.text());
        String words = "without `" + scalar.text() + "`";
        add(owner, Actions.dropped(action), scalar.place(), words, site.removed(), owner.row());
        splices(owner, site, actions.of(action), owner.row());
    }

    private void splices(Owner owner, Site site, List<Splice> splices, Set<String> reach) {
        Scalar scalar = (Scalar) site.node();
        for (Splice splice : splices) {
            String words = splice.words() + " in `" + scalar.text().strip() + "`";
            List<Node> documents = site.put(splice.in(scalar.text()));
            add(owner, splice.kind(), scalar.at(splice.offset()), words, documents, reach);
        }
    }

    private void target(Owner owner, Site to) {
        String state = to.node().toString();
        Place place = to.node().place();
        add(owner, Kind.TARGET, place, "without `to: " + state + "`", to.removed(), owner.row());
        protocol.states().stream()
                .map(State::name)
                .filter(other -> !other.equals(state))
                .forEach(other -> add(
                        owner,
                        Kind.TARGET,
                        place,
                        "to: " + other + " instead of " + state,
                        to.put(other),
                        owner.row()));
    }

    /** Behind the last step there is nothing to go on to: {@code next} means {@code stop}. */
    private void then(Owner owner, Site then, boolean isLast) {
        String word = then.node().toString();
        if (isLast && !word.equals("again")) {
            return;
        }
        (isLast ? Stream.of("stop") : Stream.of("next", "stop"))
                .filter(other -> !other.equals(word))
                .forEach(other -> add(
                        owner,
                        Kind.THEN,
                        then.node().place(),
                        "then: " + other + " instead of " + word,
                        then.put(other),
                        owner.row()));
    }

    private void add(Owner owner, Kind kind, Place place, String change, List<Node> documents, Set<String> reach) {
        String id = owner.name() + ":" + kind.word();
        int number = numbers.merge(id, 1, Integer::sum);
        mutants.add(new Mutant(
                id + ":" + number, kind, owner.procedure(), owner.name(), place, change, file, documents, reach));
    }
}
