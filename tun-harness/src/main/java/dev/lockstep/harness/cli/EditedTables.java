package dev.lockstep.harness.cli;

import dev.lockstep.generators.TablesDigest;
import dev.lockstep.generators.compile.CompilationFailed;
import dev.lockstep.generators.compile.CompiledClasses;
import dev.lockstep.generators.compile.EditedClassLoader;
import dev.lockstep.generators.compile.Fit;
import dev.lockstep.generators.compile.MemoryCompiler;
import dev.lockstep.generators.compile.TablesCompiler;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.stack.table.Tables;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Tables that were edited since the build take effect without Maven: they are compiled in memory, and the command line starts
 * once more in a class loader that puts their classes in place of the build's.
 */
final class EditedTables {

    private EditedTables() {}

    /**
     * Runs the whole command line again on the tables that a verb wants, if they are not those of the build.
     *
     * @return the exit code of that run; nothing if the build's own classes are the right ones
     */
    static OptionalInt rerun(OnTables verb, PrintWriter out, PrintWriter err, String... args) throws IOException {
        Path tables = verb.tables() != null
                ? verb.tables()
                : Shown.from(Checkout.locate().tables());
        if (!Files.isDirectory(tables)) {
            throw Fault.badInput("there is no such folder of tables: " + tables, "name a folder such as spec/tables");
        }
        String digest = TablesDigest.of(tables);
        if (digest.equals(Tables.digest())) {
            return OptionalInt.empty();
        }
        err.println("lockstep: these tables are not those of the build, compiling them: " + tables);
        CompiledClasses classes = compile(load(tables, err), digest, tables);
        return OptionalInt.of(start(classes, out, err, args));
    }

    private static Specification load(Path tables, PrintWriter err) {
        Loaded loaded = SpecificationLoader.load(tables);
        loaded.diagnostics().stream().filter(Diagnostic::isError).forEach(err::println);
        return loaded.specification()
                .orElseThrow(
                        () -> Fault.badInput("these tables have errors: " + tables, "put right what is said above"));
    }

    private static CompiledClasses compile(Specification specification, String digest, Path tables) throws IOException {
        if (!MemoryCompiler.isAvailable()) {
            throw Fault.environment(
                    "edited tables need a compiler, and this Java has none",
                    "start Lockstep with a JDK 25, not with a JRE");
        }
        String classPath = System.getProperty("java.class.path");
        CompiledClasses classes;
        try {
            classes = TablesCompiler.compile(specification, digest, classPath);
        } catch (CompilationFailed fault) {
            throw Fault.badInput(
                            "what is generated from these tables is no Java:\n" + fault.getMessage(),
                            "./lockstep lint --tables " + tables + " may tell why; if not, it is a defect of Lockstep")
                    .because(fault);
        }
        List<String> faults = Fit.faults(classes, classPath);
        if (!faults.isEmpty()) {
            throw Fault.badInput(
                    "rebuild: these tables need another mechanism than the one that is built\n"
                            + faults.stream().collect(Collectors.joining("\n")),
                    "put the tables in place of spec/tables, change the mechanism in reference-impl to match,\n"
                            + "and start ./lockstep again, which builds");
        }
        return classes;
    }

    private static int start(CompiledClasses classes, PrintWriter out, PrintWriter err, String... args) {
        var loader = new EditedClassLoader(classes, Lockstep.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return (int) loader.loadClass(Lockstep.class.getName())
                    .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
                    .invoke(null, out, err, args);
        } catch (InvocationTargetException fault) {
            throw new IllegalStateException("the command line on edited tables failed", fault.getCause());
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("the command line cannot be started on edited tables", fault);
        }
    }
}
