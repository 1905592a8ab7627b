package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.syntax.Action;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.expr.syntax.SyntaxReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes nodes for what they should be, and reports those that are something else. */
public final class Shape {

    private final Diagnostics diagnostics;
    private final SyntaxReader syntax;

    public Shape(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.syntax = new SyntaxReader(diagnostics);
    }

    /** Reports a fault. */
    public void report(Place place, Code code, String message, String fix) {
        diagnostics.add(place, code, message, fix);
    }

    private <T> Optional<T> wrong(Node node, String expected) {
        boolean isEmpty = node instanceof Scalar scalar && scalar.text().isEmpty();
        report(
                node.place(),
                isEmpty ? Code.EMPTY : Code.WRONG_SHAPE,
                "expected " + expected + (isEmpty ? ", and nothing stands here" : ", and this is " + node.kind()),
                "");
        return Optional.empty();
    }

    /** Text with something in it. */
    public Optional<Scalar> text(Node node) {
        return node instanceof Scalar scalar && !scalar.text().isBlank() ? Optional.of(scalar) : wrong(node, "text");
    }

    /** A mapping. */
    public Optional<Node.Mapping> mapping(Node node) {
        return node instanceof Node.Mapping mapping ? Optional.of(mapping) : wrong(node, "a mapping of keys to values");
    }

    /** A list with at least one item; else an empty one, reported. */
    public List<Node> list(Node node) {
        if (node instanceof Node.Listing listing && !listing.items().isEmpty()) {
            return listing.items();
        }
        if (node instanceof Node.Listing) {
            report(node.place(), Code.EMPTY, "this list is empty", "take the key away, or give the list an item");
        } else {
            wrong(node, "a list");
        }
        return List.of();
    }

    /** A list of texts; items that are something else are reported and left out. */
    public List<Scalar> texts(Node node) {
        var texts = new ArrayList<Scalar>();
        for (Node item : list(node)) {
            text(item).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** The entries of a mapping; none, reported, if it is something else. */
    public List<Node.Entry> entries(Node node) {
        return mapping(node).map(Node.Mapping::entries).orElse(List.of());
    }

    /** A text that is an expression. */
    public Optional<Syntax> expression(Node node) {
        return text(node).flatMap(scalar -> syntax.expression(scalar.text(), scalar));
    }

    /** The entries of {@code do:} that can be read. */
    public List<Action> actions(Node node) {
        var actions = new ArrayList<Action>();
        for (Scalar entry : texts(node)) {
            syntax.action(entry.text(), entry).ifPresent(actions::add);
        }
        return List.copyOf(actions);
    }

    /**
     * Looks at a mapping by its keys.
     *
     * @param what {@code a row}, for messages
     * @param known the keys it may have, besides {@code about}, {@code rfc} and {@code note}, which everything may have
     */
    public Keys keys(Node.Mapping mapping, String what, List<String> known) {
        return new Keys(this, mapping, what, known);
    }
}
