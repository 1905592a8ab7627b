package dev.lockstep.spec.mutation;

import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All mutants of tables. */
public final class Mutants {

    private Mutants() {}

    /**
     * In the order of files and lines, the same each time. Rows marked {@code unreachable} have none: whatever they did, nothing
     * would come of it.
     *
     * @param tables the folder that {@code specification} was read from
     * @param protocols those to be changed, by name
     * @throws UncheckedIOException if the folder has gone
     */
    public static List<Mutant> of(Path tables, Specification specification, Set<String> protocols) {
        var mutants = new ArrayList<Mutant>();
        for (Protocol protocol : specification.protocols()) {
            if (protocols.contains(protocol.name())) {
                for (Path file : files(tables.resolve(protocol.name()))) {
                    String shown = file.toString().replace('\\', '/');
                    List<Node> documents = YamlReader.read(file, shown, new Diagnostics())
                            .orElseThrow(() -> new IllegalArgumentException("read before, and not now: " + file));
                    mutants.addAll(new FileMutants(protocol, shown).of(documents));
                }
            }
        }
        return List.copyOf(mutants);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
