package dev.lockstep.harness.check;

import dev.lockstep.generators.doc.Abbreviations;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In which states both ends are at once, over all models of a protocol.
 *
 * @param reached the models, by name, that reach a pair
 */
public record PairMatrix(Protocol protocol, SortedMap<StatesOfEnds, Set<String>> reached) {

    /** @param outcomes of models of this protocol */
    public static PairMatrix of(Protocol protocol, Collection<Outcome> outcomes) {
        var reached = new TreeMap<StatesOfEnds, Set<String>>();
        for (Outcome outcome : outcomes) {
            outcome.coverage()
                    .pairs()
                    .keySet()
                    .forEach(pair -> reached.computeIfAbsent(pair, one -> new TreeSet<>())
                            .add(outcome.task().name()));
        }
        return new PairMatrix(protocol, reached);
    }

    /** The models in which the first end is in the one state and the second in the other. */
    public Set<String> models(StatesOfEnds pair) {
        return reached.getOrDefault(pair, Set.of());
    }

    /** The same, whichever end is in which state. */
    public Set<String> modelsEitherWay(StatesOfEnds pair) {
        var models = new TreeSet<>(models(pair));
        models.addAll(models(pair.mirrored()));
        return models;
    }

    /** Every pair that is reached, once: the state that the vocabulary names first stands first. */
    public List<StatesOfEnds> pairs() {
        var pairs = new ArrayList<StatesOfEnds>();
        List<String> states = states();
        for (String one : states) {
            for (String other : states.subList(states.indexOf(one), states.size())) {
                var pair = new StatesOfEnds(one, other);
                if (!modelsEitherWay(pair).isEmpty()) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /** A line for each state of the first end, a column for each of the second. */
    public String grid() {
        var abbreviations = new Abbreviations(protocol.states());
        int width = states().stream().mapToInt(String::length).max().orElse(0);
        var text = new StringBuilder(" ".repeat(width));
        protocol.states().forEach(state -> text.append(cell(abbreviations.of(state))));
        text.append("   <- B\n");
        for (String a : states()) {
            var line = new StringBuilder(a).append(" ".repeat(width - a.length()));
            states().forEach(b -> line.append(cell(count(new StatesOfEnds(a, b)))));
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.append("A\n")
                .append("In how many models both are reached at once; . where only with A and B exchanged.\n")
                .append(pairs().size())
                .append(" pairs, whichever end is in which state; of those left empty no model reaches any.\n")
                .toString();
    }

    private String count(StatesOfEnds pair) {
        if (!models(pair).isEmpty()) {
            return Integer.toString(models(pair).size());
        }
        return models(pair.mirrored()).isEmpty() ? "" : ".";
    }

    private static String cell(String text) {
        return String.format(Locale.ROOT, "%4s", text);
    }

    private List<String> states() {
        return protocol.states().stream().map(State::name).toList();
    }
}
