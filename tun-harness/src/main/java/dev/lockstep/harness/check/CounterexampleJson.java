package dev.lockstep.harness.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import dev.lockstep.harness.ladder.JsonLadder;
import java.util.List;
import java.util.Map;

/** Writes a counterexample as JSON; {@code tun-harness/doc/counterexample.md} says what the keys mean. */
public final class CounterexampleJson {

    public static final String SCHEMA = "lockstep-counterexample/1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CounterexampleJson() {}

    static ObjectNode write(Counterexample counterexample) {
        ObjectNode node = JSON.objectNode();
        node.put("schema", SCHEMA);
        node.put("model", counterexample.model());
        node.put("tables", counterexample.digests().tables());
        node.put("modules", counterexample.digests().modules());
        node.put("kind", counterexample.kind().word());
        counterexample.property().ifPresent(name -> {
            ObjectNode property = node.putObject("property").put("name", name);
            counterexample
                    .claim()
                    .ifPresent(claim -> property.put("id", claim.id())
                            .put("about", claim.about())
                            .put("place", claim.place())
                            .put("is", claim.text()));
            ArrayNode text = property.putArray("text");
            counterexample.text().forEach(text::add);
        });
        node.put("says", counterexample.says());
        ArrayNode states = node.putArray("states");
        Behavior behavior = counterexample.behavior();
        for (TlaState state : behavior.states()) {
            states.add(write(state, counterexample.rows()));
        }
        node.set("continuation", write(behavior.continuation()));
        counterexample.ladder().ifPresent(ladder -> node.set("ladder", JsonLadder.write(ladder)));
        return node;
    }

    private static ObjectNode write(TlaState state, List<List<String>> rows) {
        ObjectNode node = JSON.objectNode().put("number", state.number()).put("action", state.action());
        int step = state.number() - 2; // the step that led here
        if (step >= 0 && step < rows.size()) {
            ArrayNode fired = node.putArray("rows");
            rows.get(step).forEach(fired::add);
        }
        ObjectNode variables = node.putObject("variables");
        state.variables().forEach((name, value) -> variables.set(name, write(value)));
        return node;
    }

    private static ObjectNode write(Behavior.Continuation continuation) {
        ObjectNode node = JSON.objectNode();
        return switch (continuation) {
            case Behavior.Continuation.Ends ends -> node.put("continuation", "ends");
            case Behavior.Continuation.Stutters stutters -> node.put("continuation", "stutters");
            case Behavior.Continuation.GoesBack(int state, String action) ->
                node.put("continuation", "goes-back").put("state", state).put("action", action);
        };
    }

    private static JsonNode write(TlaValue value) {
        return switch (value) {
            case TlaValue.Int(int number) -> JSON.numberNode(number);
            case TlaValue.Bool(boolean is) -> JSON.booleanNode(is);
            case TlaValue.Str(String text) -> JSON.textNode(text);
            case TlaValue.Atom(String name) -> JSON.objectNode().put("$atom", name);
            case TlaValue.Tuple(List<TlaValue> items) -> array(items);
            case TlaValue.SetOf(List<TlaValue> members) -> JSON.objectNode().set("$set", array(members));
            case TlaValue.Interval(int from, int to) ->
                JSON.objectNode().set("$interval", JSON.arrayNode().add(from).add(to));
            case TlaValue.Rec(Map<String, TlaValue> fields) -> {
                ObjectNode node = JSON.objectNode();
                fields.forEach((name, field) -> node.set(name, write(field)));
                yield node;
            }
            case TlaValue.Fn(Map<TlaValue, TlaValue> points) -> {
                ArrayNode pairs = JSON.arrayNode();
                points.forEach((argument, result) ->
                        pairs.add(JSON.arrayNode().add(write(argument)).add(write(result))));
                yield JSON.objectNode().set("$function", pairs);
            }
        };
    }

    private static ArrayNode array(List<TlaValue> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(write(value)));
        return array;
    }
}
