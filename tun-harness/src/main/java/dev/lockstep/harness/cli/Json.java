package dev.lockstep.harness.cli;

/** Writes JSON, one line. A library would take longer to start than all that is written here. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    Json open() {
        comma();
        text.append('{');
        return this;
    }

    Json close() {
        text.append('}');
        return this;
    }

    Json openList(String name) {
        name(name);
        text.append('[');
        return this;
    }

    Json closeList() {
        text.append(']');
        return this;
    }

    Json field(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    Json field(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    Json field(String name, boolean value) {
        name(name);
        text.append(value);
        return this;
    }

    /** A text of a list. */
    Json item(String value) {
        comma();
        quote(value);
        return this;
    }

    private void name(String name) {
        comma();
        quote(name);
        text.append(':');
    }

    private void comma() {
        if (!text.isEmpty() && "{[:".indexOf(text.charAt(text.length() - 1)) < 0) {
            text.append(',');
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> {
                    if (c < ' ' || c == 0x7F) {
                        text.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
