package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of a mapping whose keys are known; other keys are reported when this is made. */
public final class Keys {

    /** What everything may carry. */
    private static final List<String> PROSE = List.of("about", "rfc", "note");

    private final Shape shape;
    private final Node.Mapping mapping;
    private final String what;
    private boolean isKnown = true;

    /** @param what {@code a row}, for messages */
    Keys(Shape shape, Node.Mapping mapping, String what, List<String> known) {
        this.shape = shape;
        this.mapping = mapping;
        this.what = what;
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key) && !PROSE.contains(key)) {
                isKnown = false;
                var all = new ArrayList<>(known);
                all.addAll(PROSE);
                shape.report(
                        entry.key().place(),
                        Code.UNKNOWN_KEY,
                        what + " has no key `" + key + "`",
                        Spelling.advice(key, all));
            }
        }
    }

    /** Are all its keys known? If not, one of them may have been meant to say anything. */
    public boolean isKnown() {
        return isKnown;
    }

    public Place place() {
        return mapping.place();
    }

    public boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    public Optional<Node> node(String key) {
        return mapping.get(key);
    }

    /** Where the value of a key stands; where the mapping begins if it has no such key. */
    public Place placeOf(String key) {
        return mapping.get(key).map(Node::place).orElse(mapping.place());
    }

    /** The value of a key, which is reported if it is missing. */
    public Optional<Node> required(String key) {
        Optional<Node> node = mapping.get(key);
        if (node.isEmpty()) {
            shape.report(
                    mapping.place(), Code.MISSING_KEY, what + " needs the key `" + key + "`", "add `" + key + ":`");
        }
        return node;
    }

    public Optional<Scalar> text(String key) {
        return node(key).flatMap(shape::text);
    }

    public Optional<Scalar> requiredText(String key) {
        return required(key).flatMap(shape::text);
    }

    /** A text without meaning to Lockstep; the empty string if there is none. */
    public String prose(String key) {
        return text(key).map(Scalar::text).orElse("");
    }

    public Optional<List<Scalar>> texts(String key) {
        return node(key).map(shape::texts);
    }

    /** The items of a list; none if there is no such key. */
    public List<Node> items(String key) {
        return node(key).map(shape::list).orElse(List.of());
    }

    /** The entries of a mapping; none if there is no such key. */
    public List<Node.Entry> entries(String key) {
        return node(key).map(shape::entries).orElse(List.of());
    }

    public Optional<Syntax> expression(String key) {
        return node(key).flatMap(shape::expression);
    }

    public Optional<Syntax> requiredExpression(String key) {
        return required(key).flatMap(shape::expression);
    }

    /** One of a few words; empty, reported, if it is another. Empty too if there is no such key. */
    public Optional<String> word(String key, List<String> words) {
        Optional<Scalar> found = text(key);
        if (found.isEmpty() || words.contains(found.get().text())) {
            return found.map(Scalar::text);
        }
        String fix = Spelling.closest(found.get().text(), words)
                .map(meant -> "did you mean `" + meant + "`?")
                .orElse("one of " + String.join(", ", words));
        shape.report(
                found.get().place(),
                Code.UNKNOWN_WORD,
                "`" + key + "` is " + String.join(" or ", words) + ", not `"
                        + found.get().text() + "`",
                fix);
        return Optional.empty();
    }
}
