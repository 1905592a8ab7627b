package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The record of parameters, as its template knows it. */
record ParametersFile(
        String source, String packageName, List<String> imports, List<String> doc, List<Component> components) {

    /**
     * One parameter.
     *
     * @param title its name in the tables
     * @param literal the same as a Java string
     * @param value its default
     * @param text its default in the notation of the tables
     * @param set Java that gives its new value if it is the one to be set, else the old one
     * @param shown Java that gives a line of text
     */
    record Component(
            String type,
            String name,
            String title,
            String literal,
            String value,
            String text,
            String set,
            String shown) {}

    static ParametersFile of(Surface surface) {
        List<Parameter> parameters = surface.protocol().parameters();
        List<String> doc = new ArrayList<>(Prose.doc(
                "The parameters of the tables: each SHOULD or MAY of an RFC, each place where stacks differ. Fixed for the life "
                        + "of a stack.",
                0));
        if (!parameters.isEmpty()) {
            doc.add("");
        }
        for (Parameter parameter : parameters) {
            String about = Prose.sentence(parameter.about(), parameter.rfc());
            String text = parameter.name() + (about.isEmpty() ? "" : ": " + about);
            doc.addAll(Prose.wrap(
                    "@param " + Words.camel(parameter.name()) + " " + Prose.escape(text),
                    Layout.WIDTH - " * ".length()));
        }
        return new ParametersFile(
                surface.protocol().name() + "/vocabulary.yaml",
                surface.packageName(),
                Head.imports(List.of(), Stream.of("Setting"), List.of("java.util.List")),
                doc,
                parameters.stream().map(one -> component(surface, one)).toList());
    }

    private static Component component(Surface surface, Parameter parameter) {
        String name = Words.camel(parameter.name());
        String literal = Words.literal(parameter.name());
        return new Component(
                surface.type(parameter.type()),
                name,
                parameter.name(),
                literal,
                Layout.flat(new JavaExpr(surface, Map.of()).doc(parameter.value())),
                text(parameter.value()),
                set(surface, parameter, literal, name),
                Words.literal(parameter.name() + "=") + " + " + shown(parameter.type(), name) + " + \"\\n\"");
    }

    private static String set(Surface surface, Parameter parameter, String literal, String name) {
        return switch (parameter.type()) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ, SIZE, COUNT, DURATION, FLAG ->
                        "setting." + simple.word() + "(" + literal + ", " + name + ")";
                    case INSTANT, RANGES, STATE -> throw unusable(parameter);
                };
            case Type.Enumeration enumeration ->
                "setting.oneOf(" + literal + ", " + name + ", " + surface.enumeration(enumeration) + ".values())";
            case Type.SetOf ignored -> throw unusable(parameter);
        };
    }

    private static String shown(Type type, String name) {
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ -> "Integer.toUnsignedString(" + name + ")";
                    case DURATION -> "Setting.duration(" + name + ")";
                    case SIZE, COUNT, FLAG, INSTANT, RANGES, STATE -> name;
                };
            case Type.Enumeration ignored -> name + ".title()";
            case Type.SetOf ignored -> name;
        };
    }

    /** A default as the tables have it, for an example. */
    private static String text(Expr value) {
        if (value instanceof Expr.Number number) {
            return number.value() + (number.type() == Type.Simple.DURATION ? "ms" : "");
        }
        if (value instanceof Expr.Truth truth) {
            return String.valueOf(truth.value());
        }
        return value instanceof Expr.Enumeral enumeral ? enumeral.value() : "...";
    }

    private static IllegalArgumentException unusable(Parameter parameter) {
        return new IllegalArgumentException(parameter.place() + ": the parameter " + parameter.name()
                + " cannot be of type " + Type.word(parameter.type()));
    }
}
