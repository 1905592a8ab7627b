package dev.lockstep.harness.mutate;

import dev.lockstep.generators.compile.CompilationFailed;
import dev.lockstep.generators.compile.CompiledClasses;
import dev.lockstep.generators.compile.TablesCompiler;
import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.InputException;
import dev.lockstep.harness.coverage.TestRows;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.mutation.Mutant;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * The tests of the generated stack, those that fire a changed row, in a JVM of its own: a mutant may go round for ever. A mutant
 * whose rows no test fires is not noticed here.
 *
 * @param classPath of the tests: folders and jars
 * @param tests which fire which rows
 * @param module the folder of {@code reference-impl}
 * @param work a folder for compiled mutants
 * @param limit of time for the tests of one mutant
 */
record JavaTests(String classPath, TestRows tests, Path module, Path work, Duration limit) implements Stage {

    private static final String RUNNER = "dev.lockstep.stack.SelectedTests";

    private static final String MAKE = "./lockstep test builds and runs them; --tests none does without";

    /**
     * The tests as they were built and run last.
     *
     * @param home the checkout
     * @param digest of the tables that are changed
     * @throws EnvironmentException if they were not, or with other tables
     */
    static JavaTests of(Path home, String digest, Path work, Duration limit) throws IOException {
        Path module = home.resolve("reference-impl");
        Path classPath = module.resolve("target/test.classpath");
        Path compiled = module.resolve("target/test-classes");
        TestRows rows = TestRows.read(home, digest);
        if (!Files.exists(classPath) || !Files.isDirectory(compiled)) {
            throw new EnvironmentException("mutate", "the stack's tests are not built", MAKE);
        }
        TestRows ours =
                new TestRows(only(rows.byRow(), module.resolve("target/rows")), rows.classes(), rows.outdated());
        if (ours.byRow().isEmpty()) {
            throw new EnvironmentException("mutate", "the stack's tests have not run with these tables", MAKE);
        }
        String path = compiled + ":" + module.resolve("target/classes") + ":"
                + Files.readString(classPath).strip();
        return new JavaTests(path, ours, module, work, limit);
    }

    /** The tests of this module: others need more than the stack. */
    private static Map<String, SortedSet<String>> only(Map<String, SortedSet<String>> all, Path rows) {
        Map<String, SortedSet<String>> kept = new TreeMap<>();
        all.forEach((row, tests) -> {
            var here = new TreeSet<>(tests);
            here.removeIf(test -> !Files.exists(rows.resolve(test.split("\\.", 2)[0] + ".txt")));
            if (!here.isEmpty()) {
                kept.put(row, here);
            }
        });
        return kept;
    }

    /** @throws InputException if a test fails as the tables are: then no mutant could be told from them */
    void refuseFailing(Specification specification) throws IOException {
        Optional<Judgement> found = run(specification, all());
        if (found.isPresent()) {
            throw new InputException(
                    "the stack's tests",
                    "one fails as the tables are: " + found.get().by(),
                    "./lockstep test shows why; --tests none does without");
        }
    }

    @Override
    public Optional<Judgement> look(Mutant mutant, Specification specification) throws IOException {
        SortedSet<String> chosen = new TreeSet<>();
        mutant.reach().forEach(row -> chosen.addAll(tests.of(row)));
        if (mutant.reach().isEmpty()) {
            chosen.addAll(all());
        }
        return chosen.isEmpty() ? Optional.empty() : run(specification, chosen);
    }

    private SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>();
        tests.byRow().values().forEach(all::addAll);
        return all;
    }

    private Optional<Judgement> run(Specification specification, SortedSet<String> chosen) throws IOException {
        Path classes = work.resolve("classes");
        try {
            write(TablesCompiler.compile(specification, "mutant", classPath), classes);
        } catch (CompilationFailed fault) {
            return Optional.of(new Judgement(
                    Fate.BROKEN,
                    "no Java: " + fault.getMessage().lines().findFirst().orElse("")));
        }
        Path list = Files.write(work.resolve("tests.txt"), chosen);
        Path log = work.resolve("tests.log");
        Process process = new ProcessBuilder(command(classes, list))
                .directory(module.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(new Judgement(Fate.TEST, "the stack's tests do not end"));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the stack's tests ran");
        } finally {
            process.destroyForcibly();
        }
        return verdict(process.exitValue(), Files.readAllLines(log));
    }

    private static Optional<Judgement> verdict(int exitCode, List<String> log) {
        return switch (exitCode) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Judgement(Fate.TEST, log.isEmpty() ? "" : log.getLast()));
            default ->
                Optional.of(new Judgement(
                        Fate.BROKEN,
                        "the stack's tests ended with " + exitCode + (log.isEmpty() ? "" : ": " + log.getLast())));
        };
    }

    private List<String> command(Path classes, Path list) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dlockstep.rows=off", // what mutants fire says nothing of the tables
                "-cp",
                classes.toAbsolutePath() + ":" + classPath,
                RUNNER,
                module.resolve("target/test-classes").toString(),
                list.toAbsolutePath().toString());
    }

    /** Each mutant has the same classes as the one before, but for what is changed. */
    private static void write(CompiledClasses compiled, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> one : compiled.bytes().entrySet()) {
            Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
    }
}
