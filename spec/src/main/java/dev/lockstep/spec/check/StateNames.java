package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Lists of states as authors write them. */
record StateNames(Vocabulary vocabulary, Diagnostics diagnostics) {

    /** The states named, in the vocabulary's order, each once; names of no state are reported and left out. */
    List<State> of(List<Scalar> names) {
        var order = List.copyOf(vocabulary.states.values());
        var found = new TreeSet<Integer>();
        for (Scalar name : names) {
            one(name).ifPresent(state -> {
                if (!found.add(order.indexOf(state))) {
                    diagnostics.add(
                            name.place(),
                            Code.DECLARED_TWICE,
                            "`" + name.text() + "` stands twice in this list",
                            "take one away");
                }
            });
        }
        return found.stream().map(order::get).toList();
    }

    /** The state of this name; empty, reported, if there is none. */
    Optional<State> one(Scalar name) {
        State state = vocabulary.states.get(name.text());
        if (state == null) {
            diagnostics.add(
                    name.place(),
                    Code.UNKNOWN_STATE,
                    vocabulary.states.isEmpty()
                            ? "this protocol has no states"
                            : "there is no state `" + name.text() + "`",
                    Spelling.advice(name.text(), vocabulary.states.keySet()));
        }
        return Optional.ofNullable(state);
    }
}
