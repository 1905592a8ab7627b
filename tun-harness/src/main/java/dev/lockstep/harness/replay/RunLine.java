package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** Reads the line of an event: what it names, the tables have, and what it gives a value, has a value of its type. */
final class RunLine {

    static final String STATE = "STATE";
    static final String ARMED = "ARMED";

    private static final long SEQ_MOST = 0xFFFF_FFFFL;
    private static final long SIZE_MOST = 1_073_741_823;
    private static final int MOST_INTERVALS = 4096;

    private final Names names;
    private final RunHeader header;
    private final Shape shape;
    private final BiFunction<RunFault, String, RuntimeException> fault;

    RunLine(Names names, RunHeader header, BiFunction<RunFault, String, RuntimeException> fault) {
        this.names = names;
        this.header = header;
        this.fault = fault;
        this.shape = new Shape(fault);
    }

    RunEvent read(ObjectNode line, int number) {
        shape.only(
                line, "end", "record", "now", "event", "timer", "fields", "isn", "rows", "omitted", "set", "sent",
                "told", "refused");
        boolean isTimer = line.has("timer");
        if (isTimer == line.has("event")) {
            throw shape.wrong("there is either an event or a timer");
        }
        String event = isTimer ? "" : shape.one("event", line.get("event"), names.events.keySet());
        return new RunEvent(
                number,
                shape.one("end", line.path("end"), header.ends().keySet()),
                (int) shape.number(line, "record", 1, Integer.MAX_VALUE),
                shape.number(line, "now", Long.MIN_VALUE, Long.MAX_VALUE),
                event,
                isTimer ? shape.one("timer", line.get("timer"), names.timers) : "",
                isTimer ? Map.of() : fields(line, event),
                line.has("isn") ? OptionalLong.of(shape.number(line, "isn", 0, SEQ_MOST)) : OptionalLong.empty(),
                shape.list(line, "rows").stream()
                        .map(row -> shape.one("a row", row, names.rows.keySet()))
                        .toList(),
                line.has("omitted") ? shape.number(line, "omitted", 1, SIZE_MOST) : 0,
                set(shape.object(line, "set")),
                line.has("sent")
                        ? shape.objects(line, "sent").stream().map(this::sent).toList()
                        : List.of(),
                line.has("told") ? told(line) : List.of(),
                line.has("refused") ? shape.one("refused", line.get("refused"), names.values("refuse")) : "");
    }

    private List<String> told(ObjectNode line) {
        return shape.list(line, "told").stream()
                .map(news -> shape.one("told", news, names.values("tell")))
                .toList();
    }

    private Map<String, JsonNode> fields(ObjectNode line, String event) {
        ObjectNode said = line.has("fields") ? shape.object(line, "fields") : line.objectNode();
        Map<String, Field> known = names.fields(event);
        said.fieldNames().forEachRemaining(name -> require(known.containsKey(name), "field " + Shape.quoted(name)));
        var fields = new LinkedHashMap<String, JsonNode>();
        known.forEach((name, field) -> {
            JsonNode value = said.get(name);
            if (value == null && field.type() == Type.Simple.FLAG) {
                value = line.booleanNode(false);
            }
            if (value == null) {
                throw shape.wrong("there is no field " + name);
            }
            fields.put(name, check(name, field.type(), value));
        });
        return fields;
    }

    private void require(boolean known, String what) {
        if (!known) {
            throw fault.apply(RunFault.UNKNOWN_NAME, "the tables have no " + what);
        }
    }

    private Map<String, JsonNode> set(ObjectNode said) {
        var set = new LinkedHashMap<String, JsonNode>();
        said.properties().forEach(one -> {
            String name = one.getKey();
            switch (name) {
                case STATE -> shape.one(STATE, one.getValue(), names.states);
                case ARMED -> shape.list(said, ARMED).forEach(timer -> shape.one(ARMED, timer, names.timers));
                default -> {
                    require(names.variables.containsKey(name), "variable " + Shape.quoted(name));
                    check(name, names.variables.get(name).type(), one.getValue());
                }
            }
            set.put(name, one.getValue());
        });
        return set;
    }

    private JsonNode check(String name, Type type, JsonNode value) {
        switch (type) {
            case Type.Simple simple -> {
                switch (simple) {
                    case SEQ -> shape.number(name, value, 0, SEQ_MOST);
                    case SIZE, COUNT -> shape.number(name, value, 0, SIZE_MOST);
                    case DURATION, INSTANT -> shape.number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
                    case FLAG -> {
                        if (!value.isBoolean()) {
                            throw shape.wrong(name + " is neither true nor false");
                        }
                    }
                    case RANGES -> intervals(name, value);
                    case STATE -> shape.one(name, value, names.states);
                }
            }
            case Type.Enumeration enumeration -> shape.one(name, value, enumeration.values());
            case Type.SetOf ignored -> shape.number(name, value, 0, SIZE_MOST);
        }
        return value;
    }

    private void intervals(String name, JsonNode value) {
        if (!(value instanceof ArrayNode list) || list.size() > MOST_INTERVALS) {
            throw shape.wrong(name + " is no list of at most " + MOST_INTERVALS + " intervals");
        }
        for (JsonNode interval : list) {
            if (!interval.isArray() || interval.size() != 2) {
                throw shape.wrong(name + " holds something that is no interval");
            }
            shape.number(name, interval.get(0), 0, SEQ_MOST);
            shape.number(name, interval.get(1), 0, SEQ_MOST);
        }
    }

    private RunEvent.Sent sent(ObjectNode segment) {
        shape.only(segment, "SEQ", "ACK", "CTL", "LEN", "WND", "MSS", "UP");
        String control = shape.text(segment, "CTL");
        List<String> bits = control.isEmpty() ? List.of() : Arrays.asList(control.split(",", -1));
        bits.forEach(bit -> shape.one("CTL", segment.textNode(bit), names.controls()));
        return new RunEvent.Sent(
                shape.number(segment, "SEQ", 0, SEQ_MOST),
                shape.number(segment, "ACK", 0, SEQ_MOST),
                List.copyOf(bits),
                shape.number(segment, "LEN", 0, SIZE_MOST),
                shape.number(segment, "WND", 0, SIZE_MOST),
                shape.number(segment, "MSS", 0, SIZE_MOST),
                shape.number(segment, "UP", 0, SIZE_MOST));
    }
}
