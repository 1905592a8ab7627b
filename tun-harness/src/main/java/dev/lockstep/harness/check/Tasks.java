package dev.lockstep.harness.check;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.tla.ModelGenerator;
import dev.lockstep.harness.check.story.Words;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.spec.models.Claim;
import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes tasks for TLC of models. */
public final class Tasks {

    private Tasks() {}

    /** @param runtime folder of the modules written by hand */
    public static CheckTask of(Model model, Path runtime) throws IOException {
        var files = new HashMap<String, String>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(runtime, "*.tla")) {
            for (Path module : modules) {
                files.put(module.getFileName().toString(), Files.readString(module));
            }
        }
        for (GeneratedFile file : ModelGenerator.generate(model)) {
            files.put(file.path(), file.text());
        }
        return new CheckTask(
                model.name(),
                Path.of(model.place().file()),
                files,
                ModelGenerator.generateTellingRows(model).stream()
                        .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::text)),
                ModelGenerator.moduleName(model),
                Claims.of(model),
                model.liveness().stream().map(ModelGenerator::operatorName).toList(),
                model.witnesses().stream().map(Claim::id).toList(),
                premises(model, true),
                premises(model, false),
                rows(model.protocol()).map(Row::id).toList(),
                rows(model.protocol()).filter(Row::passes).map(Row::id).collect(Collectors.toSet()),
                model.distinct());
    }

    private static List<String> premises(Model model, boolean own) {
        return Stream.of(model.invariants(), model.steps())
                .flatMap(List::stream)
                .filter(claim -> claim.is() instanceof Property.Implies)
                .filter(claim -> claim.place().file().equals(model.place().file()) == own)
                .map(Claim::id)
                .toList();
    }

    /** Those that could fire in some run. */
    private static Stream<Row> rows(Protocol protocol) {
        return protocol.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .filter(row -> row.unreachable().isEmpty());
    }

    /** What the tables call the variables of the modules. */
    public static Words words(Protocol protocol) {
        return new Words(protocol.variables().stream().map(Variable::name).toList());
    }
}
