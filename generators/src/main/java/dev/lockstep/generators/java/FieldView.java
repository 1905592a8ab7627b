package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import java.util.List;

/** A field of a control block or of an event, as the templates know it. */
record FieldView(List<String> doc, String declaration) {

    static FieldView of(Surface surface, Symbol symbol, String name, String about) {
        String doc = about.isEmpty() ? symbol.name() : symbol.name() + ": " + about;
        String declaration = symbol.type() == Type.Simple.RANGES
                ? "final Ranges " + name + " = new Ranges()"
                : surface.type(symbol.type()) + " " + name;
        return new FieldView(Prose.doc(doc, 4), declaration);
    }

    /** Java that gives {@code " SND.UNA=100"}; a flag is shown only when it is set. */
    static String shown(Type type, String title, String name) {
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ -> labelled(title, "Integer.toUnsignedString(" + name + ")");
                    case SIZE, COUNT, RANGES -> labelled(title, name);
                    case DURATION -> labelled(title, "Setting.duration(" + name + ")");
                    case INSTANT -> labelled(title, name) + " + \"ms\"";
                    case FLAG -> "(" + name + " ? " + Words.literal(" " + title) + " : \"\")";
                    case STATE -> labelled(title, name + ".title()");
                };
            case Type.Enumeration ignored -> labelled(title, "(" + name + " == null ? \"-\" : " + name + ".title())");
            case Type.SetOf set -> labelled(title, Words.pascal(set.of().name()) + ".title(" + name + ")");
        };
    }

    /** Java that shows a {@code Fields} the value, and takes the one that it gives. */
    static String visited(Surface surface, Type type, String title, String name) {
        String literal = Words.literal(title);
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ, FLAG, DURATION, INSTANT -> assigned(name, simple.word(), literal, name);
                    case SIZE, COUNT -> assigned(name, "size", literal, name);
                    case RANGES -> "fields.ranges(" + literal + ", " + name + ");";
                    case STATE -> assigned(name, "one", literal, name, "State.values()");
                };
            case Type.Enumeration enumeration ->
                assigned(name, "one", literal, name, surface.enumeration(enumeration) + ".values()");
            case Type.SetOf ignored -> assigned(name, "bits", literal, name);
        };
    }

    static String assigned(String name, String method, String... arguments) {
        return name + " = fields." + method + "(" + String.join(", ", arguments) + ");";
    }

    private static String labelled(String title, String value) {
        return Words.literal(" " + title + "=") + " + " + value;
    }
}
