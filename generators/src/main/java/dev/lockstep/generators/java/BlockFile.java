package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The class of the control block, as its template knows it.
 *
 * @param startTitle the state of a fresh control block; empty for a protocol without states
 */
record BlockFile(
        String source,
        String packageName,
        List<String> imports,
        List<String> doc,
        String name,
        String startTitle,
        List<FieldView> fields,
        List<String> clears,
        List<String> copies,
        List<String> visits,
        List<String> shown) {

    static BlockFile of(Surface surface) {
        Protocol protocol = surface.protocol();
        List<FieldView> fields = new ArrayList<>();
        List<String> clears = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        List<String> visits = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        shown.add(Words.literal(protocol.controlBlock()));
        if (protocol.start() != null) {
            fields.add(new FieldView(List.of("The state of the connection."), "State state"));
            clears.add("state = " + surface.state(protocol.start()) + ";");
            copies.add("state = other.state;");
            visits.add(FieldView.assigned("state", "one", "\"STATE\"", "state", "State.values()"));
            shown.add("\" \" + state.title()");
        }
        for (Variable variable : protocol.variables()) {
            String name = Words.camel(variable.name());
            boolean ranges = variable.type() == Type.Simple.RANGES;
            fields.add(FieldView.of(surface, variable, name, Prose.sentence(variable.about(), variable.rfc())));
            clears.add(ranges ? name + ".clear();" : name + " = " + start(surface, variable) + ";");
            copies.add(ranges ? name + ".copyFrom(other." + name + ");" : name + " = other." + name + ";");
            visits.add(FieldView.visited(surface, variable.type(), variable.name(), name));
            shown.add(FieldView.shown(variable.type(), variable.name(), name));
        }
        for (Timer timer : protocol.timers()) {
            String name = surface.timerField(timer);
            String about = Prose.sentence(timer.about(), timer.rfc());
            fields.add(new FieldView(
                    Prose.doc("The timer " + timer.name() + " is armed" + (about.isEmpty() ? "." : ": " + about), 4),
                    "boolean " + name));
            clears.add(name + " = false;");
            copies.add(name + " = other." + name + ";");
            visits.add(FieldView.assigned(name, "armed", Words.literal(timer.name()), name));
            shown.add("(" + name + " ? " + Words.literal(" " + timer.name()) + " : \"\")");
        }
        return new BlockFile(
                protocol.name() + "/vocabulary.yaml",
                surface.packageName(),
                Head.imports(Stream.of(
                                Stream.of("RowLog", "Fields", "Visible"),
                                fields.stream().map(FieldView::declaration),
                                shown.stream())
                        .flatMap(part -> part)),
                doc(protocol),
                protocol.controlBlock(),
                protocol.start() == null ? "" : title(protocol.start()),
                fields,
                clears,
                copies,
                visits,
                shown);
    }

    private static String start(Surface surface, Variable variable) {
        return Layout.flat(new JavaExpr(surface, Map.of()).doc(variable.start()));
    }

    private static String title(State state) {
        return Prose.escape(state.name());
    }

    private static List<String> doc(Protocol protocol) {
        List<String> lines = new ArrayList<>(
                Prose.doc(Prose.sentence("The control block of the " + protocol.title(), protocol.rfc()) + ".", 0));
        if (protocol.variables().isEmpty()) {
            lines.addAll(Prose.paragraph("The tables declare no variables: every event stands by itself.", 0));
        } else {
            lines.addAll(Prose.paragraph(
                    "Only rows of the tables change it. Sequence numbers are modulo 2^32, spans and points of time milliseconds.",
                    0));
        }
        return lines;
    }
}
