package dev.lockstep.spec.requirements;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.Claim;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Shape;
import dev.lockstep.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a folder of lists of requirements. */
public final class RequirementLoader {

    private final Diagnostics diagnostics = new Diagnostics();
    private final Shape shape = new Shape(diagnostics);

    private RequirementLoader() {}

    /**
     * Loads all lists of a folder. Never throws for what is in it, nor for its absence: that is a diagnostic.
     *
     * @param folder diagnostics name files as this names the folder
     * @param models whose claims the lists may name
     * @param sources whose classes and tests the lists may name
     */
    public static LoadedRequirements load(
            Path folder, Specification specification, Collection<Model> models, SourceTree sources) {
        Set<String> claims = models.stream()
                .flatMap(model -> Stream.of(model.invariants(), model.steps(), model.liveness(), model.witnesses()))
                .flatMap(List::stream)
                .map(Claim::id)
                .collect(Collectors.toSet());
        var loader = new RequirementLoader();
        var reader = new RequirementReader(loader.shape, specification.protocols(), claims, sources);
        return loader.loadAll(folder, reader);
    }

    private LoadedRequirements loadAll(Path folder, RequirementReader reader) {
        var lists = new ArrayList<RequirementList>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
            for (Node node : YamlReader.read(file, shown(file), diagnostics).orElse(List.of())) {
                shape.mapping(node)
                        .flatMap(mapping -> reader.read(name, mapping))
                        .ifPresent(lists::add);
            }
        }
        return new LoadedRequirements(lists, diagnostics.sorted());
    }

    private List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            report(folder, Code.FOLDER_MISSING, "there is no such folder", "name one as spec/requirements is");
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            report(folder, Code.FILE_UNREADABLE, "this folder cannot be read", "check its permissions");
            return List.of();
        }
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void report(Path path, Code code, String message, String fix) {
        diagnostics.add(new Place(shown(path), 0, 0), code, message, fix);
    }
}
