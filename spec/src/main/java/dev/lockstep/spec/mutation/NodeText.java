package dev.lockstep.spec.mutation;

import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import java.util.List;
import java.util.stream.Collectors;

/** Nodes as YAML that gives the same nodes when it is read: a line for each document, every scalar in quotes. */
final class NodeText {

    private NodeText() {}

    static String of(List<Node> documents) {
        return documents.stream().map(NodeText::of).collect(Collectors.joining("\n---\n", "", "\n"));
    }

    private static String of(Node node) {
        return switch (node) {
            case Node.Listing listing ->
                listing.items().stream().map(NodeText::of).collect(Collectors.joining(",\n", "[", "]"));
            case Node.Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> of(entry.key()) + ": " + of(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Scalar scalar -> quoted(scalar.text());
        };
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
