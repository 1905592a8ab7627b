package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a list of the pairs of states that the models reach. */
final class PairsReader {

    private static final List<String> LIST_KEYS = List.of("pairs", "reached");
    private static final List<String> PAIR_KEYS = List.of("ends", "why", "tier");

    private final Shape shape;
    private final Specification specification;

    PairsReader(Shape shape, Specification specification) {
        this.shape = shape;
        this.specification = specification;
    }

    /** A document that begins with {@code pairs: PROTOCOL}. */
    Optional<StatePairs> read(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a list of pairs", LIST_KEYS);
        Optional<Protocol> protocol = keys.requiredText("pairs").flatMap(this::protocol);
        keys.required("reached");
        return protocol.map(known -> {
            var pairs = new ArrayList<StatePair>();
            for (Node item : keys.items("reached")) {
                shape.mapping(item).flatMap(one -> pair(known, one)).ifPresent(pair -> enter(pair, pairs));
            }
            pairs.sort(Comparator.comparingInt((StatePair pair) -> place(known, pair.one()))
                    .thenComparingInt(pair -> place(known, pair.other())));
            return new StatePairs(known, pairs, mapping.place());
        });
    }

    private void enter(StatePair pair, List<StatePair> into) {
        for (StatePair before : into) {
            if (before.is(pair.one().name(), pair.other().name())) {
                shape.report(
                        pair.place(),
                        Code.ID_TWICE,
                        "the pair " + pair.name() + " stands twice, see " + before.place(),
                        "take one of them away: which end is in which state does not matter");
                return;
            }
        }
        into.add(pair);
    }

    private Optional<StatePair> pair(Protocol protocol, Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a pair", PAIR_KEYS);
        keys.required("ends");
        Optional<String> why = keys.requiredText("why").map(Scalar::text);
        boolean deep =
                keys.word("tier", List.of("default", "deep")).orElse("default").equals("deep");
        List<Scalar> names = keys.texts("ends").orElse(List.of());
        List<State> states = names.stream()
                .flatMap(name -> state(protocol, name).stream())
                .sorted(Comparator.comparingInt(state -> place(protocol, state)))
                .toList();
        if (keys.node("ends").orElse(null) instanceof Node.Listing list
                && list.items().size() != 2) {
            shape.report(
                    list.place(),
                    Code.WRONG_SHAPE,
                    "a pair has two ends, not " + list.items().size(),
                    "write `ends: [CLOSED, LISTEN]`");
        }
        return states.size() != 2 || why.isEmpty()
                ? Optional.empty()
                : Optional.of(new StatePair(states.get(0), states.get(1), why.get(), deep, mapping.place()));
    }

    private static int place(Protocol protocol, State state) {
        return protocol.states().indexOf(state);
    }

    private Optional<State> state(Protocol protocol, Scalar name) {
        Optional<State> found = protocol.states().stream()
                .filter(state -> state.name().equals(name.text()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known = protocol.states().stream().map(State::name).toList();
            shape.report(
                    name.place(),
                    Code.UNKNOWN_STATE,
                    "there is no state `" + name.text() + "`",
                    Spelling.advice(name.text(), known));
        }
        return found;
    }

    private Optional<Protocol> protocol(Scalar name) {
        Optional<Protocol> found = specification.protocols().stream()
                .filter(protocol -> protocol.name().equals(name.text()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    specification.protocols().stream().map(Protocol::name).toList();
            shape.report(
                    name.place(),
                    Code.UNKNOWN_NAME,
                    "there is no protocol `" + name.text() + "`",
                    Spelling.advice(name.text(), known));
        }
        return found;
    }
}
