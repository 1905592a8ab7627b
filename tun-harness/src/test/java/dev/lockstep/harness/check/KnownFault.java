package dev.lockstep.harness.check;

import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fault that stacks have had, as edits of the tables.
 *
 * @param model that finds it
 * @param found the property by which, or {@code assertion} where no row matches
 */
record KnownFault(String fault, List<Edit> edits, String model, String found) {

    /** @param from stands in its file exactly once */
    record Edit(String file, String from, String to) {}

    static List<KnownFault> read(Path file) {
        return YamlReader.read(file, file.getFileName().toString(), new Diagnostics()).orElseThrow().stream()
                .flatMap(document -> items(document, "known-faults"))
                .map(item -> new KnownFault(
                        text(item, "fault"),
                        items(item, "edits")
                                .map(edit -> new Edit(text(edit, "file"), text(edit, "from"), text(edit, "to")))
                                .toList(),
                        text(item, "model"),
                        text(item, "found")))
                .toList();
    }

    private static Stream<Node> items(Node node, String key) {
        return ((Node.Listing) ((Node.Mapping) node).get(key).orElseThrow()).items().stream();
    }

    private static String text(Node node, String key) {
        return ((Scalar) ((Node.Mapping) node).get(key).orElseThrow()).text();
    }

    /** Copies the tables to a folder, with the fault in those of TCP. */
    void seed(Path tables, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(tables)) {
            for (Path path : all.toList()) {
                Path copy = into.resolve(tables.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
        for (Edit edit : edits) {
            Path file = into.resolve("tcp").resolve(edit.file());
            String text = Files.readString(file);
            String from = edit.from().strip();
            if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
                throw new IllegalArgumentException(fault + ": not exactly once in " + edit.file() + ":\n" + from
                        + "\nEdit known-faults.yaml to fit");
            }
            Files.writeString(file, text.replace(from, edit.to().strip()));
        }
    }

    @Override
    public String toString() {
        return fault;
    }
}
