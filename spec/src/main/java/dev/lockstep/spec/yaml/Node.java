package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/** A node of a YAML document. */
public sealed interface Node permits Node.Listing, Node.Mapping, Scalar {
    Place place();

    /** {@code [a, b]}, or lines that begin with {@code -}. */
    record Listing(List<Node> items, Place place) implements Node {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** {@code {a: 1, b: 2}}, or lines of the form {@code key: value}; keys are distinct, in the order of the file. */
    record Mapping(List<Entry> entries, Place place) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key, if the mapping has it. */
        public Optional<Node> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}

    /** What it is, for messages: "a list". */
    default String kind() {
        return switch (this) {
            case Listing listing -> "a list";
            case Mapping mapping -> "a mapping";
            case Scalar scalar -> scalar.text().isEmpty() ? "nothing" : "text";
        };
    }
}
