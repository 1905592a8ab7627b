package dev.lockstep.generators.java;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.Generator;
import dev.lockstep.generators.template.Templates;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the Java of the tables: per protocol one package {@code dev.lockstep.stack.<protocol>.table}.
 *
 * <p>One final class for each step, an {@code if} for each row in the order of the table, the table's file and line and the
 * RFC's section above it. No reflection, no allocation, static calls only. It is meant to read as if somebody had
 * written it beside the RFC.
 */
public final class JavaGenerator implements Generator {

    private final Templates templates = new Templates(JavaGenerator.class, "java.stg");

    @Override
    public List<GeneratedFile> generate(Specification specification) {
        return specification.protocols().stream()
                .flatMap(protocol -> generate(protocol).stream())
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
    }

    /** The package of one protocol. */
    public List<GeneratedFile> generate(Protocol protocol) {
        var surface = new Surface(protocol);
        List<GeneratedFile> files = new ArrayList<>();
        addVocabulary(surface, files);
        addValues(surface, files);
        for (Procedure procedure : protocol.procedures()) {
            if (!surface.isOneStep(procedure)) {
                String name = surface.procedure(procedure);
                files.add(file(surface, name, "procedure", ProcedureFile.of(surface, procedure)));
            }
            for (Step step : procedure.steps()) {
                String stepName = surface.step(procedure, step);
                files.add(file(surface, stepName, "step", StepFile.of(surface, procedure, step)));
            }
        }
        return files;
    }

    /** The class that says which tables all the others were made from. */
    public GeneratedFile tables(String digest) {
        return new GeneratedFile(
                "dev/lockstep/stack/table/Tables.java", templates.render("tables", "f", new TablesFile(digest)));
    }

    private record TablesFile(String digest) {}

    private void addVocabulary(Surface surface, List<GeneratedFile> files) {
        Protocol protocol = surface.protocol();
        files.add(file(surface, surface.block(), "block", BlockFile.of(surface)));
        files.add(file(surface, "Parameters", "parameters", ParametersFile.of(surface)));
        files.add(file(surface, "Effects", "effects", EffectsFile.of(surface)));
        files.add(file(surface, "Row", "rows", RowsFile.of(surface)));
        files.add(file(surface, "Events", "events", EventsFile.of(surface)));
        files.add(file(surface, "Invariants", "invariants", InvariantsFile.of(surface)));
        if (!protocol.hooks().isEmpty()) {
            files.add(file(surface, "Hooks", "hooks", HooksFile.of(surface)));
        }
        if (!protocol.definitions().isEmpty()) {
            files.add(file(surface, "Definitions", "definitions", DefinitionsFile.of(surface)));
        }
        for (Event event : protocol.events()) {
            files.add(file(surface, surface.event(event), "eventClass", EventFile.of(surface, event)));
        }
    }

    private void addValues(Surface surface, List<GeneratedFile> files) {
        Protocol protocol = surface.protocol();
        if (!protocol.states().isEmpty()) {
            files.add(file(surface, "State", "values", ValuesFile.states(surface)));
        }
        if (!protocol.timers().isEmpty()) {
            files.add(file(surface, "Timer", "values", ValuesFile.timers(surface)));
        }
        for (Type.Enumeration enumeration : protocol.enums()) {
            if (surface.isUsedPlainly(enumeration)) {
                String name = surface.enumeration(enumeration);
                files.add(file(surface, name, "values", ValuesFile.enumeration(surface, enumeration)));
            }
            if (surface.isUsedAsSet(enumeration)) {
                files.add(file(surface, surface.bits(enumeration), "bits", ValuesFile.bits(surface, enumeration)));
            }
        }
    }

    private GeneratedFile file(Surface surface, String className, String template, Record content) {
        String path = surface.packageName().replace('.', '/') + "/" + className + ".java";
        return new GeneratedFile(path, templates.render(template, "f", content));
    }
}
