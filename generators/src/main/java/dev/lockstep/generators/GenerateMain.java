package dev.lockstep.generators;

import dev.lockstep.generators.java.JavaGenerator;
import dev.lockstep.generators.tla.TlaGenerator;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the build of {@code reference-impl} runs: tables in, Java and TLA+ out.
 *
 * <p>Usage: {@code GenerateMain --tables DIR --java-out DIR --tla-out DIR}.
 */
public final class GenerateMain {

    private GenerateMain() {}

    public static void main(String[] args) throws IOException {
        Path tables = null;
        Path javaOut = null;
        Path tlaOut = null;
        for (int i = 0; i + 1 < args.length; i += 2) {
            Path value = Path.of(args[i + 1]);
            switch (args[i]) {
                case "--tables" -> tables = value;
                case "--java-out" -> javaOut = value;
                case "--tla-out" -> tlaOut = value;
                default -> usage("unknown option " + args[i]);
            }
        }
        if (tables == null || javaOut == null || tlaOut == null || args.length % 2 != 0) {
            usage("an option or its value is missing");
            return;
        }
        if (!Files.isDirectory(tables)) {
            usage("no such folder of tables: " + tables);
        }
        generate(tables.normalize(), javaOut, tlaOut);
    }

    private static void generate(Path tables, Path javaOut, Path tlaOut) throws IOException {
        Loaded loaded = SpecificationLoader.load(tables);
        loaded.diagnostics().forEach(GenerateMain::print);
        if (loaded.specification().isEmpty()) {
            System.exit(1);
        }
        Specification specification = loaded.orThrow();
        var generator = new JavaGenerator();
        List<GeneratedFile> java = new ArrayList<>(generator.generate(specification));
        java.add(generator.tables(TablesDigest.of(tables)));
        new GeneratedFolder(javaOut).write(java);
        new GeneratedFolder(tlaOut).write(tla(specification));
    }

    /** In the way Maven does, so that whoever reads its output for faults finds these. */
    private static void print(Diagnostic diagnostic) {
        String mark = diagnostic.isError() ? "[ERROR] " : "[WARNING] ";
        diagnostic.toString().lines().forEach(line -> System.out.println(mark + line));
    }

    private static List<GeneratedFile> tla(Specification specification) {
        return specification.protocols().stream()
                .flatMap(protocol -> TlaGenerator.generate(protocol).stream())
                .toList();
    }

    private static void usage(String fault) {
        System.err.println("GenerateMain: " + fault);
        System.err.println("usage: GenerateMain --tables DIR --java-out DIR --tla-out DIR");
        System.exit(2);
    }
}
