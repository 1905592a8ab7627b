package dev.lockstep.harness.ladder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes a ladder as JSON; {@code tun-harness/doc/counterexample.md} says what the keys mean. */
public final class JsonLadder {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonLadder() {}

    public static ObjectNode write(Ladder ladder) {
        ObjectNode node = JSON.objectNode();
        node.put("title", ladder.title());
        ArrayNode lanes = node.putArray("lanes");
        for (Side side : Side.values()) {
            Lane lane = ladder.lane(side);
            lanes.addObject().put("side", lower(side)).put("name", lane.name()).put("state", lane.state());
        }
        ArrayNode events = node.putArray("events");
        ladder.events().forEach(event -> events.add(write(event)));
        node.set("ending", write(ladder.ending()));
        ArrayNode notes = node.putArray("notes");
        ladder.notes().forEach(notes::add);
        return node;
    }

    private static ObjectNode write(LadderEvent event) {
        ObjectNode node = JSON.objectNode();
        switch (event) {
            case LadderEvent.Step step -> {
                node.put("event", "step").put("when", step.when()).put("at", lower(step.at()));
                node.set("cause", write(step.cause()));
                node.put("state", step.state());
                ArrayNode rows = node.putArray("rows");
                step.rows().forEach(rows::add);
                ArrayNode changes = node.putArray("changes");
                for (Change change : step.changes()) {
                    changes.addObject()
                            .put("variable", change.variable())
                            .put("before", change.before())
                            .put("after", change.after());
                }
                ArrayNode sends = node.putArray("sends");
                step.sends().forEach(message -> sends.add(write(message)));
            }
            case LadderEvent.Mishap mishap -> {
                node.put("event", "mishap").put("when", mishap.when()).put("towards", lower(mishap.towards()));
                node.put("fate", lower(mishap.fate()));
                node.set("message", write(mishap.message()));
            }
            case LadderEvent.Remark remark ->
                node.put("event", "remark").put("when", remark.when()).put("text", remark.text());
        }
        return node;
    }

    private static ObjectNode write(Cause cause) {
        ObjectNode node = JSON.objectNode();
        switch (cause) {
            case Cause.Call(String call) -> node.put("call", call);
            case Cause.Expiry(String timer) -> node.put("expiry", timer);
            case Cause.Report(String report) -> node.put("report", report);
            case Cause.Arrival(Message message) -> node.set("arrival", write(message));
            case Cause.Unseen unseen -> node.put("unseen", true);
        }
        return node;
    }

    private static ObjectNode write(Message message) {
        return JSON.objectNode().put("id", message.id()).put("label", message.label());
    }

    private static ObjectNode write(Ending ending) {
        ObjectNode node = JSON.objectNode();
        return switch (ending) {
            case Ending.Open open -> node.put("ending", "open");
            case Ending.Stays stays -> node.put("ending", "stays");
            case Ending.Repeats(int event) -> node.put("ending", "repeats").put("from", event);
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
