package dev.lockstep.spec.mutation;

import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A node of a file, and how the file's documents look with another in its place.
 *
 * @param put gives the documents with this node instead, or without it
 */
record Site(Node node, Function<Optional<Node>, List<Node>> put) {

    /** The documents of a file. */
    static List<Site> of(List<Node> documents) {
        var sites = new ArrayList<Site>();
        for (int i = 0; i < documents.size(); i++) {
            int at = i;
            sites.add(new Site(documents.get(i), other -> replaced(documents, at, other)));
        }
        return List.copyOf(sites);
    }

    /** The value of a key, if this is a mapping that has it. */
    Optional<Site> child(String key) {
        if (!(node instanceof Node.Mapping mapping)) {
            return Optional.empty();
        }
        for (int i = 0; i < mapping.entries().size(); i++) {
            if (mapping.entries().get(i).key().text().equals(key)) {
                return Optional.of(value(mapping, i));
            }
        }
        return Optional.empty();
    }

    /** The text of a key, if this is a mapping that has one. */
    Optional<String> text(String key) {
        return child(key).map(Site::node).map(Node::toString);
    }

    /** The items of a list, or the values of a mapping. */
    List<Site> children() {
        var sites = new ArrayList<Site>();
        switch (node) {
            case Node.Listing listing -> {
                for (int i = 0; i < listing.items().size(); i++) {
                    int at = i;
                    sites.add(new Site(
                            listing.items().get(i),
                            other -> put(new Node.Listing(replaced(listing.items(), at, other), listing.place()))));
                }
            }
            case Node.Mapping mapping -> {
                for (int i = 0; i < mapping.entries().size(); i++) {
                    sites.add(value(mapping, i));
                }
            }
            case Scalar ignored -> {}
        }
        return List.copyOf(sites);
    }

    private Site value(Node.Mapping mapping, int at) {
        Node.Entry entry = mapping.entries().get(at);
        return new Site(
                entry.value(),
                other -> put(new Node.Mapping(
                        replaced(mapping.entries(), at, other.map(value -> new Node.Entry(entry.key(), value))),
                        mapping.place())));
    }

    List<Node> put(Node other) {
        return put.apply(Optional.of(other));
    }

    /** If this is a scalar: the documents with another text in its place. */
    List<Node> put(String text) {
        return put(((Scalar) node).with(text));
    }

    List<Node> removed() {
        return put.apply(Optional.empty());
    }

    private static <T> List<T> replaced(List<T> items, int at, Optional<T> other) {
        var changed = new ArrayList<>(items);
        if (other.isPresent()) {
            changed.set(at, other.get());
        } else {
            changed.remove(at);
        }
        return List.copyOf(changed);
    }
}
