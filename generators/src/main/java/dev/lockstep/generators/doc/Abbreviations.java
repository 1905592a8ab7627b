package dev.lockstep.generators.doc;

import dev.lockstep.spec.model.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Short names of states for the heads of narrow columns: SYN-RECEIVED is SR, FIN-WAIT-1 is F1, CLOSED CL and CLOSING CG. */
public final class Abbreviations {

    private final Map<State, String> names = new HashMap<>();

    public Abbreviations(List<State> states) {
        Set<String> taken = new HashSet<>();
        for (State state : states) {
            names.put(
                    state,
                    candidates(state.name()).stream()
                            .filter(taken::add)
                            .findFirst()
                            .orElse(state.name()));
        }
    }

    public String of(State state) {
        return names.get(state);
    }

    /** The first letter, with the first of the last part; of a single word, with its second letter or its last. */
    private static List<String> candidates(String name) {
        String first = name.substring(0, 1);
        int last = name.lastIndexOf('-');
        return last >= 0
                ? List.of(first + name.charAt(last + 1))
                : List.of(name.substring(0, Math.min(2, name.length())), first + name.charAt(name.length() - 1));
    }
}
