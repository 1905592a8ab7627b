package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.UserCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in Java's sequence space the two ends of a model count. */
final class Placement {

    private final Model model;
    private final Map<String, Numbering> numberings = new HashMap<>();

    /** @param anywhere for each end, in the model's order: its initial sequence number is at most the modulus behind this */
    Placement(Model model, int... anywhere) {
        this.model = model;
        for (int i = 0; i < model.endpoints().size(); i++) {
            Endpoint end = model.endpoints().get(i);
            numberings.put(end.name(), Numbering.from(offers(end).getFirst(), model.modulus(), anywhere[i]));
        }
    }

    Numbering.Pair numbers(String end) {
        String other = model.endpoints().stream()
                .map(Endpoint::name)
                .filter(name -> !name.equals(end))
                .findFirst()
                .orElseThrow();
        return new Numbering.Pair(numberings.get(end), numberings.get(other));
    }

    /** What Java's generator of initial sequence numbers may offer in a state of the model: a choice, or each in its turn. */
    List<Integer> isns(String end, Map<String, TlaValue> state) {
        Endpoint endpoint = model.endpoints().stream()
                .filter(one -> one.name().equals(end))
                .findFirst()
                .orElseThrow();
        List<Integer> offered = endpoint.inTurn() ? List.of(turn(endpoint, state)) : offers(endpoint);
        return offered.stream().map(number -> numberings.get(end).java(number)).toList();
    }

    private static int turn(Endpoint end, Map<String, TlaValue> state) {
        List<Integer> offers = offers(end);
        int times = end.calls().stream()
                .filter(call -> call.event().name().equals("OPEN"))
                .mapToInt(UserCall::times)
                .sum();
        int opened = times - Values.number(Values.field(Values.field(state.get("calls"), end.name()), "OPEN"));
        boolean closed = Values.string(Values.field(Values.field(state.get("tcb"), end.name()), "STATE"))
                .equals("CLOSED");
        return offers.get(Math.min(opened + (closed ? 1 : 0), offers.size()) - 1);
    }

    private static List<Integer> offers(Endpoint end) {
        return end.inputs().stream()
                .filter(input -> input.symbol().name().equals("ISN"))
                .map(input -> Integer.parseInt(UserCalls.text(input)))
                .toList();
    }
}
