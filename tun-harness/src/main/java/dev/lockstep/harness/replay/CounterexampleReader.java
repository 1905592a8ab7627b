package dev.lockstep.harness.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.CounterexampleJson;
import dev.lockstep.harness.check.ModuleDigests;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of a counterexample, as {@code ./lockstep check} writes it. Nothing in it is trusted. */
final class CounterexampleReader {

    private static final long LARGEST = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String place;
    private final Shape shape;

    private CounterexampleReader(Path file) {
        this.place = file.toString();
        this.shape = new Shape((kind, what) -> kind.at(place, what));
    }

    /**
     * What the file holds.
     *
     * @param rows for each step; empty where they are not known
     */
    record Content(String model, ModuleDigests digests, Behavior behavior, List<Optional<List<String>>> rows) {}

    static Content read(Path file) throws IOException {
        return new CounterexampleReader(file).content(file);
    }

    private Content content(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw RunFault.LINE_TOO_LONG.at(place, "a file of more than " + LARGEST + " bytes");
        }
        ObjectNode node;
        try {
            node = JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (JsonProcessingException unreadable) {
            throw RunFault.NOT_JSON.at(place, "this is no JSON: " + unreadable.getOriginalMessage());
        }
        if (!node.path("schema").asText().equals(CounterexampleJson.SCHEMA)) {
            throw RunFault.NO_HEADER.at(place, "this is neither a recorded run nor a counterexample");
        }
        if (!node.has("modules")) {
            throw RunFault.OTHER_VERSION.at(place, "an older Lockstep wrote it, and did not say of which tables");
        }
        var states = new ArrayList<TlaState>();
        var rows = new ArrayList<Optional<List<String>>>();
        for (ObjectNode state : shape.objects(node, "states")) {
            states.add(state(state, states.size() + 1));
            rows.add(
                    state.has("rows")
                            ? Optional.of(shape.list(state, "rows").stream()
                                    .map(row -> shape.text("rows", row))
                                    .toList())
                            : Optional.empty());
        }
        if (states.isEmpty()) {
            throw RunFault.NO_EVENTS.at(place, "there is no state in it");
        }
        return new Content(
                shape.text(node, "model"),
                new ModuleDigests(shape.text(node, "tables"), shape.text(node, "modules")),
                new Behavior(states, continuation(shape.object(node, "continuation"), states.size())),
                rows);
    }

    private TlaState state(ObjectNode node, int number) {
        var variables = new LinkedHashMap<String, TlaValue>();
        shape.object(node, "variables").properties().forEach(one -> variables.put(one.getKey(), value(one.getValue())));
        return new TlaState(number, shape.text(node, "action"), variables);
    }

    private Behavior.Continuation continuation(ObjectNode node, int states) {
        return switch (shape.text(node, "continuation")) {
            case "ends" -> new Behavior.Continuation.Ends();
            case "stutters" -> new Behavior.Continuation.Stutters();
            case "goes-back" ->
                new Behavior.Continuation.GoesBack(
                        (int) shape.number(node, "state", 1, states), shape.text(node, "action"));
            default -> throw shape.wrong("continuation is none of ends, stutters, goes-back");
        };
    }

    private TlaValue value(JsonNode node) {
        if (node.isInt()) {
            return new TlaValue.Int(node.intValue());
        }
        if (node.isBoolean()) {
            return new TlaValue.Bool(node.booleanValue());
        }
        if (node.isTextual()) {
            return new TlaValue.Str(node.textValue());
        }
        if (node instanceof ArrayNode items) {
            return new TlaValue.Tuple(values(items));
        }
        if (node instanceof ObjectNode object) {
            return object(object);
        }
        throw shape.wrong("this is no value of TLA+: " + Shape.quoted(node.toString()));
    }

    private List<TlaValue> values(JsonNode items) {
        var values = new ArrayList<TlaValue>();
        items.forEach(item -> values.add(value(item)));
        return values;
    }

    private TlaValue object(ObjectNode node) {
        if (node.get("$set") instanceof ArrayNode members) {
            return new TlaValue.SetOf(values(members));
        }
        if (node.get("$interval") instanceof ArrayNode ends && ends.size() == 2) {
            return new TlaValue.Interval(ends.get(0).asInt(), ends.get(1).asInt());
        }
        if (node.has("$atom")) {
            return new TlaValue.Atom(shape.text(node, "$atom"));
        }
        if (node.get("$function") instanceof ArrayNode pairs) {
            var points = new LinkedHashMap<TlaValue, TlaValue>();
            for (JsonNode pair : pairs) {
                if (!pair.isArray() || pair.size() != 2) {
                    throw shape.wrong("$function holds something that is no pair");
                }
                points.put(value(pair.get(0)), value(pair.get(1)));
            }
            return new TlaValue.Fn(points);
        }
        Map<String, TlaValue> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        return new TlaValue.Rec(fields);
    }
}
