package dev.lockstep.properties.agreement;

import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Model;
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

    /** What Java's generator of initial sequence numbers may offer: a choice. */
    List<Integer> isns(String end) {
        Endpoint endpoint = model.endpoints().stream()
                .filter(one -> one.name().equals(end))
                .findFirst()
                .orElseThrow();
        return offers(endpoint).stream()
                .map(number -> numberings.get(end).java(number))
                .toList();
    }

    private static List<Integer> offers(Endpoint end) {
        return end.inputs().stream()
                .filter(input -> input.symbol().name().equals("ISN"))
                .map(input -> Integer.parseInt(UserCalls.text(input)))
                .toList();
    }
}
