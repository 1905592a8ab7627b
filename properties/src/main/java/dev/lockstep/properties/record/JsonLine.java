package dev.lockstep.properties.record;

import java.util.List;

/** One line of JSON, written into a buffer that is used again. */
final class JsonLine {

    private final StringBuilder text = new StringBuilder(512);

    JsonLine begin() {
        text.setLength(0);
        text.append('{');
        return this;
    }

    JsonLine object(String name) {
        name(name);
        text.append('{');
        return this;
    }

    JsonLine end() {
        text.append('}');
        return this;
    }

    JsonLine list(String name) {
        name(name);
        text.append('[');
        return this;
    }

    JsonLine endList() {
        text.append(']');
        return this;
    }

    /** An object inside a list. */
    JsonLine item() {
        comma();
        text.append('{');
        return this;
    }

    JsonLine item(String value) {
        comma();
        text.append(quoted(value));
        return this;
    }

    JsonLine field(String name, String value) {
        return raw(name, quoted(value));
    }

    JsonLine field(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** A value that is JSON already. */
    JsonLine raw(String name, String json) {
        name(name);
        text.append(json);
        return this;
    }

    private void name(String name) {
        comma();
        text.append(quoted(name)).append(':');
    }

    private void comma() {
        char last = text.charAt(text.length() - 1);
        if (last != '{' && last != '[' && last != ':') {
            text.append(',');
        }
    }

    /** A list of texts. */
    static String list(List<String> values) {
        var list = new StringBuilder("[");
        for (String value : values) {
            list.append(list.length() == 1 ? "" : ",").append(quoted(value));
        }
        return list.append(']').toString();
    }

    static String quoted(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
