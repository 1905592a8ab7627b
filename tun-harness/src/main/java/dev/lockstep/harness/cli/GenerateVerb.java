package dev.lockstep.harness.cli;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.GeneratedFolder;
import dev.lockstep.generators.java.JavaGenerator;
import dev.lockstep.generators.tla.TlaGenerator;
import dev.lockstep.harness.OutFolder;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what is made from tables to a folder, to be read or to be taken elsewhere. */
@Command(
        name = "generate",
        description = "Write the Java and the TLA+ of the tables to a folder.",
        footer = {
            "",
            "The folder holds java/ and tla/. Written again, it is brought up to date: files that are no longer"
                    + " generated go, files that are not ours stay."
        })
final class GenerateVerb implements Callable<Integer> {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The folder of tables; spec/tables of this checkout if left out.")
    private Path tables;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
    private Path folder;

    @Option(names = "--force", description = "Write into a folder that holds other files, too.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        OutFolder.refuseUnusable(folder);
        Specification specification = load();
        var out = new GeneratedFolder(folder);
        if (out.isForeign() && !force) {
            throw Fault.badInput(
                    "the folder holds files that are not ours: " + folder,
                    "name another one, or write into it by --force");
        }
        List<GeneratedFile> java = below("java/", new JavaGenerator().generate(specification));
        List<GeneratedFile> tla = below(
                "tla/",
                specification.protocols().stream()
                        .flatMap(protocol -> TlaGenerator.generate(protocol).stream())
                        .toList());
        List<GeneratedFile> all = new ArrayList<>(java);
        all.addAll(tla);
        out.write(all);
        spec.commandLine().getOut().printf("%d Java classes and %s in %s%n", java.size(), modules(tla.size()), folder);
        return ExitCode.DONE;
    }

    private static String modules(int count) {
        return count == 1 ? "1 TLA+ module" : count + " TLA+ modules";
    }

    private Specification load() {
        Path from = tables != null ? tables : Shown.from(Checkout.locate().tables());
        Loaded loaded = SpecificationLoader.load(from);
        loaded.diagnostics().forEach(spec.commandLine().getErr()::println);
        return loaded.specification()
                .orElseThrow(() -> Fault.badInput("these tables have errors: " + from, "put right what is said above"));
    }

    private static List<GeneratedFile> below(String parent, List<GeneratedFile> files) {
        return files.stream()
                .map(file -> new GeneratedFile(parent + file.path(), file.text()))
                .toList();
    }
}
