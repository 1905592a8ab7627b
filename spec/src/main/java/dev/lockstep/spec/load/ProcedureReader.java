package dev.lockstep.spec.load;

import dev.lockstep.spec.expr.syntax.Action;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a document that holds a procedure. */
final class ProcedureReader {

    private static final List<String> KEYS = List.of("procedure", "on", "states", "chosen-by", "steps");
    private static final List<String> STEP_KEYS = List.of("step", "states", "only", "measure", "rows");
    private static final List<String> ROW_KEYS = List.of("id", "in", "when", "do", "to", "then", "unreachable");

    private final Shape shape;

    ProcedureReader(Shape shape) {
        this.shape = shape;
    }

    Optional<Raw.Procedure> read(Node document) {
        return shape.mapping(document).flatMap(this::procedure);
    }

    private Optional<Raw.Procedure> procedure(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a procedure", KEYS);
        List<Node> items = keys.required("steps").map(shape::list).orElse(List.of());
        var steps = new ArrayList<Raw.Step>();
        for (Node item : items) {
            shape.mapping(item).flatMap(this::step).ifPresent(steps::add);
        }
        Optional<Scalar> on = keys.requiredText("on");
        return keys.requiredText("procedure")
                .map(name -> new Raw.Procedure(
                        name,
                        on,
                        keys.texts("states"),
                        keys.expression("chosen-by"),
                        keys.text("chosen-by"),
                        List.copyOf(steps),
                        keys.prose("rfc"),
                        keys.prose("note"),
                        keys.isKnown() && !items.isEmpty() && steps.size() == items.size(),
                        mapping.place()));
    }

    private Optional<Raw.Step> step(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a step", STEP_KEYS);
        List<Node> items = keys.required("rows").map(shape::list).orElse(List.of());
        var rows = new ArrayList<Raw.Row>();
        for (Node item : items) {
            shape.mapping(item).flatMap(this::row).ifPresent(rows::add);
        }
        return keys.requiredText("step")
                .map(name -> new Raw.Step(
                        name,
                        keys.texts("states"),
                        keys.expression("only"),
                        keys.expression("measure"),
                        keys.text("measure"),
                        List.copyOf(rows),
                        keys.prose("rfc"),
                        keys.prose("note"),
                        keys.isKnown() && !items.isEmpty() && rows.size() == items.size(),
                        mapping.place()));
    }

    private Optional<Raw.Row> row(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a row", ROW_KEYS);
        keys.required("then");
        Optional<Row.Then> then = keys.word("then", List.of("next", "stop", "again"))
                .map(word -> switch (word) {
                    case "next" -> Row.Then.NEXT;
                    case "again" -> Row.Then.AGAIN;
                    default -> Row.Then.STOP;
                });
        List<Action> actions = keys.node("do").map(shape::actions).orElse(List.of());
        Optional<Scalar> to = keys.text("to");
        boolean isWhole = keys.isKnown()
                && then.isPresent()
                && to.isPresent() == keys.has("to")
                && actions.size() == entries(keys.node("do"));
        return keys.requiredText("id")
                .map(id -> new Raw.Row(
                        id,
                        keys.texts("in"),
                        keys.has("when"),
                        keys.expression("when"),
                        keys.placeOf("when"),
                        actions,
                        isWhole,
                        to,
                        then,
                        keys.prose("rfc"),
                        keys.prose("note"),
                        keys.text("unreachable").map(Scalar::text),
                        mapping.place()));
    }

    private static int entries(Optional<Node> actions) {
        if (actions.isEmpty()) {
            return 0;
        }
        return actions.get() instanceof Node.Listing listing ? listing.items().size() : -1;
    }
}
