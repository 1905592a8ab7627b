package dev.lockstep.spec.mutation;

import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Shape;
import dev.lockstep.spec.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A mutant that means the same as the tables, so that nothing can find it: listed by hand, taken out of the score.
 *
 * @param id of the mutant
 * @param change in the mutant's own words, so that an entry whose row was edited does not silently stand for another mutant
 * @param reason why it means the same
 */
public record Equivalent(String id, String change, String reason, Place place) {

    /** The list's name, beside the models. */
    public static final String FILE = "equivalent-mutants.yaml";

    /** @return none if there is no such list. What is wrong with it is told to {@code diagnostics} */
    public static List<Equivalent> read(Path models, Diagnostics diagnostics) {
        Path file = models.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        var shape = new Shape(diagnostics);
        var all = new ArrayList<Equivalent>();
        for (Node document : YamlReader.read(file, file.toString().replace('\\', '/'), diagnostics)
                .orElse(List.of())) {
            shape.mapping(document)
                    .map(mapping -> shape.keys(mapping, "the list", List.of("equivalent")))
                    .map(keys -> keys.items("equivalent"))
                    .orElse(List.of())
                    .forEach(item -> read(shape, item, all));
        }
        return List.copyOf(all);
    }

    private static void read(Shape shape, Node item, List<Equivalent> into) {
        shape.mapping(item).ifPresent(mapping -> {
            Keys keys = shape.keys(mapping, "an entry", List.of("id", "change", "reason"));
            var id = keys.requiredText("id");
            var change = keys.requiredText("change");
            var reason = keys.requiredText("reason");
            if (id.isPresent() && change.isPresent() && reason.isPresent()) {
                into.add(new Equivalent(
                        id.get().text(), change.get().text(), reason.get().text(), mapping.place()));
            }
        });
    }
}
