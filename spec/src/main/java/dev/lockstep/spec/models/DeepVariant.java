package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code deep:} in a model's file makes of it: the same model under the name {@code NAME-deep}, of the deep tier, with what stands
 * there in place of what it has: more calls, more faults, another count. Mappings are joined key by key and lists of claims by ids;
 * everything else is replaced.
 */
public final class DeepVariant {

    static final String KEY = "deep";

    /** What a variant cannot have otherwise. */
    private static final List<String> FIXED = List.of("model", "tier", "protocol", KEY);

    /** What it does not have from the model. */
    private static final List<String> LEFT = List.of("tier", "distinct", KEY);

    private DeepVariant() {}

    /** How the variant of a model is called: {@code open-deep}. */
    public static String name(String model) {
        return model + "-" + KEY;
    }

    /** The mapping of the variant; empty if the model has none, or none that can be read, which is reported. */
    static Optional<Node.Mapping> of(Node.Mapping model, Shape shape) {
        return model.get(KEY)
                .flatMap(shape::mapping)
                .filter(deep -> isPossible(model, deep, shape))
                .map(deep -> merged(model, deep));
    }

    private static boolean isPossible(Node.Mapping model, Node.Mapping deep, Shape shape) {
        if (deep.entries().isEmpty()) {
            shape.report(deep.place(), Code.EMPTY, "nothing is otherwise in this variant", "say what, or take it away");
            return false;
        }
        Optional<Scalar> tier =
                model.get("tier").flatMap(node -> node instanceof Scalar word ? Optional.of(word) : Optional.empty());
        tier.filter(word -> word.text().equals(KEY))
                .ifPresent(word -> shape.report(
                        deep.place(),
                        Code.UNKNOWN_KEY,
                        "a model that is deep itself has no key `deep`",
                        "take one of both away"));
        boolean allowed = tier.filter(word -> word.text().equals(KEY)).isEmpty();
        for (Node.Entry entry : deep.entries()) {
            if (FIXED.contains(entry.key().text())) {
                allowed = false;
                shape.report(
                        entry.key().place(),
                        Code.UNKNOWN_KEY,
                        "the variant of a model has no key `" + entry.key().text() + "`",
                        "take it away: it is of the deep tier, about the same protocol, and called MODEL-deep");
            }
        }
        return allowed;
    }

    private static Node.Mapping merged(Node.Mapping model, Node.Mapping deep) {
        var entries = new ArrayList<Node.Entry>();
        for (Node.Entry entry : model.entries()) {
            String key = entry.key().text();
            if (!LEFT.contains(key)) {
                Node value = deep.get(key)
                        .map(other -> ClaimReader.LISTS.contains(key)
                                ? claims(entry.value(), other)
                                : merged(entry.value(), other))
                        .orElse(entry.value());
                entries.add(new Node.Entry(entry.key(), value));
            }
        }
        deep.entries().stream()
                .filter(entry -> LEFT.contains(entry.key().text())
                        || model.get(entry.key().text()).isEmpty())
                .forEach(entries::add);
        Scalar anywhere = deep.entries().getFirst().key();
        entries.add(new Node.Entry(anywhere.with("tier"), anywhere.with(KEY)));
        entries.replaceAll(entry -> renamed(entry, deep));
        return new Node.Mapping(entries, deep.place());
    }

    /** Name and title, unless the variant has its own, tell it from the model. */
    private static Node.Entry renamed(Node.Entry entry, Node.Mapping deep) {
        if (!(entry.value() instanceof Scalar text)) {
            return entry;
        }
        return switch (entry.key().text()) {
            case "model" -> new Node.Entry(entry.key(), text.with(name(text.text())));
            case "title" ->
                deep.get("title").isPresent() ? entry : new Node.Entry(entry.key(), text.with(text.text() + " (deep)"));
            default -> entry;
        };
    }

    private static Node merged(Node base, Node over) {
        if (!(base instanceof Node.Mapping one) || !(over instanceof Node.Mapping other)) {
            return over;
        }
        var entries = new ArrayList<Node.Entry>();
        for (Node.Entry entry : one.entries()) {
            Optional<Node> value = other.get(entry.key().text());
            entries.add(new Node.Entry(
                    entry.key(), value.map(node -> merged(entry.value(), node)).orElse(entry.value())));
        }
        other.entries().stream()
                .filter(entry -> one.get(entry.key().text()).isEmpty())
                .forEach(entries::add);
        return new Node.Mapping(entries, one.place());
    }

    /** Each where the model has the one of its id, and the others behind. */
    private static Node claims(Node base, Node over) {
        if (!(base instanceof Node.Listing own) || !(over instanceof Node.Listing others)) {
            return over;
        }
        var items = new ArrayList<Node>();
        for (Node claim : own.items()) {
            items.add(with(id(claim), others.items()).orElse(claim));
        }
        others.items().stream()
                .filter(claim -> with(id(claim), own.items()).isEmpty())
                .forEach(items::add);
        return new Node.Listing(items, over.place());
    }

    private static Optional<Node> with(Optional<String> id, List<Node> claims) {
        return claims.stream()
                .filter(claim -> id.isPresent() && id(claim).equals(id))
                .findFirst();
    }

    private static Optional<String> id(Node claim) {
        return claim instanceof Node.Mapping mapping ? mapping.get("id").map(Node::toString) : Optional.empty();
    }
}
