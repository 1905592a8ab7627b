package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The class of what comes with an event, as its template knows it. */
record EventFile(
        String source,
        String packageName,
        List<String> imports,
        List<String> doc,
        String name,
        List<Limit> limits,
        List<FieldView> fields,
        List<String> clears,
        List<String> visits,
        List<String> shown) {

    /** The most that a field may be: a method, since a constant would be copied by the compiler. */
    record Limit(List<String> doc, String method, String value) {}

    static EventFile of(Surface surface, Event event) {
        List<FieldView> fields = new ArrayList<>();
        List<String> clears = new ArrayList<>();
        List<String> visits = new ArrayList<>();
        List<String> shown = new ArrayList<>(List.of(Words.literal(surface.event(event))));
        for (Field field : event.fields()) {
            String name = Words.eventField(field.name());
            fields.add(FieldView.of(surface, field, name, field.about()));
            clears.add(cleared(field.type(), name));
            visits.add(FieldView.visited(surface, field.type(), field.name(), name));
            shown.add(FieldView.shown(field.type(), field.name(), name));
        }
        return new EventFile(
                surface.file(event.place()),
                surface.packageName(),
                Head.imports(Stream.of(
                                Stream.of("Fields", "Visible"),
                                shown.stream(),
                                fields.stream().map(FieldView::declaration))
                        .flatMap(part -> part)),
                doc(event),
                surface.event(event),
                event.kind() == Event.Kind.CALL ? limits(event) : List.of(),
                fields,
                clears,
                visits,
                shown);
    }

    /** What a call may hand over at most: the mechanism, which promises it, cuts what its user says accordingly. */
    private static List<Limit> limits(Event event) {
        List<Limit> limits = new ArrayList<>();
        for (Invariant promise : event.assumes()) {
            if (promise.is() instanceof Expr.Compare compare) {
                for (int i = 0; i < compare.comparisons().size(); i++) {
                    limits.addAll(most(promise, compare, i));
                }
            }
        }
        return limits;
    }

    /** Of {@code CALL.LEN <= 65535}, the number. */
    private static List<Limit> most(Invariant promise, Expr.Compare compare, int link) {
        return compare.comparisons().get(link) == Expr.Comparison.LE
                        && compare.operands().get(link) instanceof Expr.Name name
                        && name.symbol() instanceof Field field
                        && compare.operands().get(link + 1) instanceof Expr.Number number
                ? List.of(new Limit(
                        Prose.doc("The most that " + field.name() + " may be (" + promise.id() + ").", 4),
                        "most" + Words.pascal(Words.eventField(field.name())),
                        JavaExpr.literal(number.value(), number.type())))
                : List.of();
    }

    private static String cleared(Type type, String name) {
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ, SIZE, COUNT, DURATION, INSTANT -> name + " = 0;";
                    case FLAG -> name + " = false;";
                    case RANGES -> name + ".clear();";
                    case STATE -> name + " = null;";
                };
            case Type.Enumeration ignored -> name + " = null;";
            case Type.SetOf ignored -> name + " = 0;";
        };
    }

    private static List<String> doc(Event event) {
        String kind = switch (event.kind()) {
            case MESSAGE -> "The event " + event.name();
            case CALL -> "The user call " + event.name();
        };
        String about = event.about().isEmpty() ? kind + "." : kind + ": " + event.about() + ".";
        List<String> lines = new ArrayList<>(Prose.doc(about, 0));
        for (Invariant promise : event.assumes()) {
            String why = promise.about().isEmpty() ? "" : ": " + promise.about();
            lines.addAll(Prose.paragraph(
                    "The mechanism promises " + ExprText.of(promise.is()) + " (" + promise.id() + ")" + why + ".", 0));
        }
        return lines;
    }
}
