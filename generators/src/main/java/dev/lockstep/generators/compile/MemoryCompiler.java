package dev.lockstep.generators.compile;

import dev.lockstep.generators.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Runs the compiler of this JVM on sources in memory; what it makes stays in memory. */
public final class MemoryCompiler {

    /** Faults reported of one compilation; the rest follow from them. */
    private static final int MOST_FAULTS = 5;

    private MemoryCompiler() {}

    /** Whether this JVM comes with a compiler: a JDK does, a mere runtime does not. */
    public static boolean isAvailable() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /**
     * Compiles sources.
     *
     * @param classPath what else they refer to, in the form of {@code java.class.path}
     * @throws CompilationFailed when the compiler rejects them
     * @throws IllegalStateException without a compiler
     */
    public static CompiledClasses compile(List<GeneratedFile> sources, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this JVM has no compiler");
        }
        var faults = new DiagnosticCollector<JavaFileObject>();
        try (var files =
                new MemoryFiles(compiler.getStandardFileManager(faults, Locale.ROOT, StandardCharsets.UTF_8))) {
            List<String> options =
                    List.of("-proc:none", "-implicit:none", "-Xlint:none", "-g", "-classpath", classPath);
            var inputs = sources.stream().map(MemorySource::new).toList();
            boolean done =
                    compiler.getTask(null, files, faults, options, null, inputs).call();
            if (!done) {
                throw new CompilationFailed(describe(faults));
            }
            return files.compiled();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String describe(DiagnosticCollector<JavaFileObject> faults) {
        return faults.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST_FAULTS)
                .map(MemoryCompiler::describe)
                .collect(Collectors.joining("\n"));
    }

    private static String describe(Diagnostic<? extends JavaFileObject> fault) {
        String file = fault.getSource() == null ? "" : fault.getSource().getName() + ":" + fault.getLineNumber() + ": ";
        return file + fault.getMessage(Locale.ROOT);
    }
}
