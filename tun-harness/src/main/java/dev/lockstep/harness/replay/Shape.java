package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Takes a line of JSON apart, and complains of what has another shape. */
record Shape(BiFunction<RunFault, String, RuntimeException> fault) {

    RuntimeException wrong(String what) {
        return fault.apply(RunFault.WRONG_SHAPE, what);
    }

    void only(ObjectNode node, String... keys) {
        Set<String> known = Set.of(keys);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw wrong("there is no key " + quoted(key));
            }
        });
    }

    /** What a hostile file says is shown in part, on one line. */
    static String quoted(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return "`" + shown.replaceAll("\\p{Cntrl}", "?") + "`";
    }

    String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(quoted(name) + " is no text");
        }
        return value.textValue();
    }

    String text(ObjectNode node, String key) {
        return text(key, present(node, key));
    }

    private JsonNode present(ObjectNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw wrong("there is no " + key);
        }
        return value;
    }

    ObjectNode object(ObjectNode node, String key) {
        if (present(node, key) instanceof ObjectNode object) {
            return object;
        }
        throw wrong(key + " is no object");
    }

    List<JsonNode> list(ObjectNode node, String key) {
        if (present(node, key) instanceof ArrayNode array) {
            var items = new ArrayList<JsonNode>();
            array.forEach(items::add);
            return items;
        }
        throw wrong(key + " is no list");
    }

    List<ObjectNode> objects(ObjectNode node, String key) {
        return list(node, key).stream()
                .map(item -> {
                    if (item instanceof ObjectNode object) {
                        return object;
                    }
                    throw wrong(key + " holds something that is no object");
                })
                .toList();
    }

    /** A text of these. */
    String one(String name, JsonNode value, Iterable<String> known) {
        String text = text(name, value);
        for (String one : known) {
            if (one.equals(text)) {
                return text;
            }
        }
        throw fault.apply(RunFault.UNKNOWN_NAME, name + " is " + quoted(text) + ", which the tables do not have");
    }

    long number(String name, JsonNode value, long least, long most) {
        if (!value.isIntegralNumber()) {
            throw wrong(name + " is no whole number");
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            throw fault.apply(RunFault.OUT_OF_RANGE, name + " is not " + least + " to " + most);
        }
        return value.longValue();
    }

    long number(ObjectNode node, String key, long least, long most) {
        return number(key, present(node, key), least, most);
    }
}
