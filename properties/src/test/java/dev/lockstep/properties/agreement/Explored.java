package dev.lockstep.properties.agreement;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.tla.ModelGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.models.LoadedModels;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A model with all its states and steps, and the rows that fire in each.
 *
 * @param generated how many states TLC says it generated: one for each step, and the initial one
 * @param steps how many steps it wrote down
 */
record Explored(Model model, StateGraph graph, long generated, long steps) {

    private static final Path CHECKOUT = Path.of(System.getProperty("lockstep.home", ".."));
    private static final Map<String, Explored> KNOWN = new HashMap<>();

    /** The graph of a model of this checkout. TLC runs but once for each. */
    static synchronized Explored of(String model) {
        return KNOWN.computeIfAbsent(model, name -> explore(name, UnaryOperator.identity(), Long.MAX_VALUE, 0));
    }

    /** Steps that differ by more than the rows that fired: the edges of the model's graph without the variable that tells rows. */
    long edges() {
        return graph.edges().stream()
                .map(edge -> List.of(plain(edge.from()), edge.action(), plain(edge.to())))
                .distinct()
                .count();
    }

    /** States that differ by more than the rows that fired. */
    long states() {
        return graph.states().keySet().stream().map(this::plain).distinct().count();
    }

    private Map<String, TlaValue> plain(String state) {
        var variables = new HashMap<>(graph.states().get(state));
        variables.remove(ModelGenerator.ROWS);
        return variables;
    }

    /** The graph of a model whose generated modules were edited. */
    static Explored edited(String model, UnaryOperator<String> edit) {
        return explore(model, edit, Long.MAX_VALUE, 0);
    }

    /** About so many of the model's steps, the same ones with the same seed. */
    static Explored sampled(String model, long steps, long seed) {
        return explore(model, UnaryOperator.identity(), steps, seed);
    }

    /** The names of all models of a tier. */
    static List<String> models(Model.Tier tier) {
        return loaded().models().stream()
                .filter(model -> model.tier() == tier)
                .map(Model::name)
                .toList();
    }

    private static LoadedModels loaded() {
        return ModelLoader.load(
                CHECKOUT.resolve("spec/models"),
                SpecificationLoader.load(CHECKOUT.resolve("spec/tables")).orThrow());
    }

    private static Explored explore(String name, UnaryOperator<String> edit, long steps, long seed) {
        Model model = loaded().model(name);
        try {
            Path folder = Files.createTempDirectory("lockstep-agreement-");
            try {
                for (GeneratedFile file : ModelGenerator.generateTellingRows(model)) {
                    Files.writeString(folder.resolve(file.path()), edit.apply(file.text()));
                }
                for (String module : new String[] {"Lockstep.tla", "TcpMechanism.tla"}) {
                    Files.copy(CHECKOUT.resolve("reference-impl/src/main/tla").resolve(module), folder.resolve(module));
                }
                return new TlcGraph(folder, ModelGenerator.moduleName(model), steps, seed).explore(model);
            } finally {
                TlcGraph.delete(folder);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
