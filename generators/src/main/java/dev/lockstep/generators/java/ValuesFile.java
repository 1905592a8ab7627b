package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** An enum of named values, or the class of their bits, as their templates know it. */
record ValuesFile(
        String source,
        String packageName,
        List<String> imports,
        List<String> doc,
        String name,
        List<ValueView> values) {

    /**
     * One of the values.
     *
     * @param title a Java string: how the tables spell it
     * @param bit its number in a set
     */
    record ValueView(List<String> doc, String constant, String title, String bit) {}

    static ValuesFile states(Surface surface) {
        Protocol protocol = surface.protocol();
        return enumOf(
                surface,
                "State",
                "The states of a connection.",
                protocol.states(),
                state -> view(state.name(), Prose.sentence(state.about(), state.rfc()), ""));
    }

    static ValuesFile timers(Surface surface) {
        Protocol protocol = surface.protocol();
        return enumOf(
                surface,
                "Timer",
                "The timers of a control block.",
                protocol.timers(),
                timer -> view(timer.name(), Prose.sentence(timer.about(), timer.rfc()), ""));
    }

    static ValuesFile enumeration(Surface surface, Type.Enumeration enumeration) {
        String doc = "The values of the enumeration " + enumeration.name() + ".";
        return enumOf(
                surface, surface.enumeration(enumeration), doc, enumeration.values(), value -> view(value, "", ""));
    }

    static ValuesFile bits(Surface surface, Type.Enumeration enumeration) {
        List<ValueView> views = new ArrayList<>();
        for (String value : enumeration.values()) {
            views.add(view(value, "", String.valueOf(1 << views.size())));
        }
        String doc = "Sets of " + enumeration.name() + ": one bit for each member.";
        return file(surface, surface.bits(enumeration), doc, List.of(), views);
    }

    private static <T> ValuesFile enumOf(
            Surface surface, String name, String doc, List<T> values, Function<T, ValueView> view) {
        List<String> imports = Head.imports(Stream.of("Titled"));
        return file(surface, name, doc, imports, values.stream().map(view).toList());
    }

    private static ValuesFile file(
            Surface surface, String name, String doc, List<String> imports, List<ValueView> values) {
        String source = surface.protocol().name() + "/vocabulary.yaml";
        return new ValuesFile(source, surface.packageName(), imports, Prose.doc(doc, 0), name, values);
    }

    private static ValueView view(String name, String about, String bit) {
        List<String> doc = about.isEmpty() ? List.of() : Prose.doc(about, 4);
        return new ValueView(doc, Words.constant(name), Words.literal(name), bit);
    }
}
