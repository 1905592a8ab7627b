package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.spec.models.Model;
import dev.lockstep.stack.tcp.table.Tcb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Replays every edge of a model's state graph in Java, each from the state in which it begins. */
final class Replay {

    private final StateGraph graph;
    private final Happenings happenings;
    private final JavaSteps java;
    private final Map<String, Integer> byAction = new TreeMap<>();
    private final Set<String> rows = new TreeSet<>();
    private final List<StateGraph.Edge> open = new ArrayList<>();
    private final List<Disagreement> disagreements = new ArrayList<>();
    private int reached;

    private Replay(StateGraph graph, Model model, JavaSteps java) {
        this.graph = graph;
        this.happenings = new Happenings(model);
        this.java = java;
    }

    /**
     * What came of it. Every edge is either reached by Java, or open, or in disagreement.
     *
     * @param reached edges whose target Java reaches
     * @param open edges that the model has as another choice beside one that Java takes
     * @param rows ids of the rows that fired in Java
     */
    record Result(
            int reached,
            List<StateGraph.Edge> open,
            List<Disagreement> disagreements,
            Map<String, Integer> byAction,
            Set<String> rows) {

        @Override
        public String toString() {
            return reached + " edges replayed, " + open.size() + " free choices not taken, " + disagreements.size()
                    + " disagreements, " + rows.size() + " rows fired; " + byAction;
        }
    }

    static Result of(Explored explored, Placement placement) {
        return of(explored, placement, (tcb, mechanism) -> {});
    }

    /** @param fault changes what came of an event in Java, to see that it is noticed */
    static Result of(Explored explored, Placement placement, BiConsumer<Tcb, Mechanism> fault) {
        var java = new JavaSteps(explored.model(), placement, fault);
        return new Replay(explored.graph(), explored.model(), java).run();
    }

    private Result run() {
        Map<List<String>, List<StateGraph.Edge>> steps = new LinkedHashMap<>();
        for (StateGraph.Edge edge : graph.edges()) {
            steps.computeIfAbsent(List.of(edge.from(), edge.action()), step -> new ArrayList<>())
                    .add(edge);
        }
        steps.values().forEach(this::step);
        return new Result(reached, open, disagreements, byAction, rows);
    }

    /** One happening in one state: all edges that the model has for it, against all that Java may do. */
    private void step(List<StateGraph.Edge> edges) {
        Map<String, TlaValue> before = graph.states().get(edges.getFirst().from());
        Happening happening = happenings.of(edges.getFirst().action());
        List<Map<String, TlaValue>> targets =
                edges.stream().map(edge -> graph.states().get(edge.to())).toList();
        List<Outcome> outcomes = java.outcomes(before, happening, targets);
        outcomes.forEach(outcome -> rows.addAll(outcome.rows()));
        List<Outcome> unmatched = new ArrayList<>(outcomes);
        for (StateGraph.Edge edge : edges) {
            byAction.merge(edge.action(), 1, Integer::sum);
            Outcome target = target(edge);
            unmatched.removeIf(target::sameAs);
            if (outcomes.stream().anyMatch(target::sameAs)) {
                reached++;
            } else if (edges.size() > 1) {
                open.add(edge);
            }
        }
        for (Outcome outcome : unmatched) {
            StateGraph.Edge nearest = edges.stream()
                    .min(Comparator.comparingInt(
                            edge -> target(edge).differences(outcome).size()))
                    .orElseThrow();
            disagreements.add(new Disagreement(
                    nearest,
                    JavaSteps.cause(before, happening),
                    before,
                    outcome.rows(),
                    target(nearest).differences(outcome)));
        }
    }

    private Outcome target(StateGraph.Edge edge) {
        return java.seen(graph.states().get(edge.to()));
    }
}
