package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;
import java.util.List;
import java.util.Map;

/**
 * All reachable states of a model, and all steps between them.
 *
 * @param states the variables of each state, by the name that TLC gives it
 * @param edges each once
 */
record StateGraph(Map<String, Map<String, TlaValue>> states, List<Edge> edges) {
    StateGraph {
        states = Map.copyOf(states);
        edges = List.copyOf(edges);
    }

    /** @param action the name of the action that leads from one to the other */
    record Edge(String from, String action, String to) {
        @Override
        public String toString() {
            return from + " -> " + to + " (" + action + ")";
        }
    }
}
