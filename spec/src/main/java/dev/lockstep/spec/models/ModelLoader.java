package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.mutation.Equivalent;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Shape;
import dev.lockstep.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a folder of models: files that hold a model each, files with claims that several models share, and one with the pairs of
 * states that all of them together reach.
 */
public final class ModelLoader {

    private final Diagnostics diagnostics = new Diagnostics();
    private final Shape shape = new Shape(diagnostics);
    private final Specification specification;

    private ModelLoader(Specification specification) {
        this.specification = specification;
    }

    /**
     * Loads all models of a folder. Never throws for what is in it, nor for its absence: that is a diagnostic.
     *
     * @param modelsDir diagnostics name files as this names the folder
     */
    public static LoadedModels load(Path modelsDir, Specification specification) {
        return new ModelLoader(specification).loadAll(modelsDir);
    }

    private LoadedModels loadAll(Path folder) {
        Map<Path, Node.Mapping> models = new LinkedHashMap<>();
        Map<String, RawClaims> shared = new HashMap<>();
        var pairs = new ArrayList<StatePairs>();
        for (Path file : files(folder)) {
            for (Node.Mapping mapping : mappings(file)) {
                if (mapping.get("pairs").isPresent() && mapping.get("model").isEmpty()) {
                    new PairsReader(shape, specification).read(mapping).ifPresent(pairs::add);
                } else if (mapping.get("claims").isPresent()
                        && mapping.get("model").isEmpty()) {
                    new ClaimReader(shape).shared(mapping).ifPresent(set -> shared.put(set.name(), set));
                } else {
                    models.put(file, mapping);
                }
            }
        }
        var loaded = new ArrayList<Model>();
        models.forEach((file, mapping) -> read(file, mapping, shared, loaded));
        return new LoadedModels(loaded, pairs, diagnostics.sorted());
    }

    /** The model of a file, and its variant. What is wrong in the model is not told once more of the variant. */
    private void read(Path file, Node.Mapping mapping, Map<String, RawClaims> shared, List<Model> into) {
        String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        var own = new Diagnostics();
        var found = new ArrayList<Model>();
        var reader = new ModelReader(new Shape(own), own, specification, shared);
        reader.read(name, mapping).ifPresent(found::add);
        Optional<Node.Mapping> variant = DeepVariant.of(mapping, new Shape(own));
        if (!own.hasErrors()) {
            variant.flatMap(deep -> reader.read(DeepVariant.name(name), deep)).ifPresent(found::add);
        }
        if (!own.hasErrors()) {
            found.forEach(model -> enter(model, into));
        }
        own.sorted().forEach(diagnostics::add);
    }

    private void enter(Model model, List<Model> into) {
        into.stream()
                .filter(other -> other.name().equals(model.name()))
                .findFirst()
                .ifPresentOrElse(
                        other -> shape.report(
                                model.place(),
                                Code.ID_TWICE,
                                "there are two models " + model.name() + ", see " + other.place(),
                                "give the file another name, or take `deep:` away"),
                        () -> into.add(model));
    }

    private List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            report(
                    folder,
                    Code.FOLDER_MISSING,
                    "there is no such folder",
                    "name the folder of models, as spec/models is");
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(Equivalent.FILE))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            report(folder, Code.FILE_UNREADABLE, "this folder cannot be read", "check its permissions");
            return List.of();
        }
    }

    private List<Node.Mapping> mappings(Path file) {
        return YamlReader.read(file, shown(file), diagnostics).orElse(List.of()).stream()
                .flatMap(node -> shape.mapping(node).stream())
                .toList();
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void report(Path path, Code code, String message, String fix) {
        diagnostics.add(new Place(shown(path), 0, 0), code, message, fix);
    }
}
