package dev.lockstep.harness.mutate;

import dev.lockstep.generators.compile.ChangedTables;
import dev.lockstep.generators.compile.CompilationFailed;
import dev.lockstep.generators.compile.CompiledClasses;
import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.InputException;
import dev.lockstep.harness.coverage.TestRows;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.mutation.Mutant;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The tests of a module that fire a changed row, those that fire the fewest rows first: they are quick, and speak of this row. A mutant
 * whose rows no test fires is not noticed here.
 */
final class JavaTests implements Stage {

    private static final String MAKE = "./lockstep test builds and runs them; --tests none does without";

    /** All tests of the unchanged tables take less than this part of what the tests of one mutant may take. */
    private static final int TIMES = 5;

    /** Whose tests: those of the stack, and the properties of runs in simulated worlds. */
    enum Module {
        STACK("reference-impl", "stack's tests", Fate.TEST),
        PROPERTIES("properties", "properties", Fate.PROPERTY);

        private final String folder;
        private final String words;
        private final Fate fate;

        Module(String folder, String words, Fate fate) {
            this.folder = folder;
            this.words = words;
            this.fate = fate;
        }

        String folder() {
            return folder;
        }
    }

    private final Module module;
    private final TestRows tests;
    private final TestJvm jvm;
    private final ChangedTables tables;
    private final Path work;
    private Duration limit;

    /**
     * @param home the checkout
     * @param tests which fire which rows
     * @param unchanged the tables of the build
     * @param work a folder for compiled mutants
     * @param limit of time for the tests of one mutant
     */
    JavaTests(Module module, Path home, TestRows tests, Specification unchanged, Path work, Duration limit)
            throws IOException {
        this.module = module;
        this.tests = tests;
        this.tables = new ChangedTables(unchanged);
        this.work = work;
        this.limit = limit;
        Path folder = home.resolve(module.folder);
        List<Path> own = Stream.of(folder, home.resolve(Module.STACK.folder))
                .distinct()
                .flatMap(of -> Stream.of(of.resolve("target/test-classes"), of.resolve("target/classes")))
                .toList();
        this.jvm = new TestJvm(
                own,
                Files.readString(folder.resolve("target/test.classpath")).strip(),
                folder,
                work.resolve("tests.log"));
    }

    /**
     * The tests as they were built and run last.
     *
     * @param home the checkout
     * @param digest of the tables that are changed
     * @throws EnvironmentException if they were not, or with other tables
     */
    static JavaTests of(Module module, Path home, String digest, Specification unchanged, Path work, Duration limit)
            throws IOException {
        Path target = home.resolve(module.folder).resolve("target");
        TestRows rows = TestRows.read(home, digest);
        if (!Files.exists(target.resolve("test.classpath")) || !Files.isDirectory(target.resolve("test-classes"))) {
            throw new EnvironmentException("mutate", "the " + module.words + " are not built", MAKE);
        }
        TestRows ours = new TestRows(only(rows.byRow(), target.resolve("rows")), rows.classes(), rows.outdated());
        if (ours.byRow().isEmpty()) {
            throw new EnvironmentException("mutate", "the " + module.words + " have not run with these tables", MAKE);
        }
        Files.createDirectories(work);
        return new JavaTests(module, home, ours, unchanged, work, limit);
    }

    /** The tests of this module: others need other classes. */
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

    /**
     * From then on mutants have no more than some times what this took.
     *
     * @throws InputException if a test fails as the tables are: then no mutant could be told from them
     */
    void refuseFailing(Specification specification) throws IOException {
        long began = System.nanoTime();
        Optional<Judgement> found = run(specification, all());
        limit = shorter(limit, Duration.ofNanos(System.nanoTime() - began).multipliedBy(TIMES));
        if (found.isPresent()) {
            throw new InputException(
                    "the " + module.words,
                    "one fails as the tables are: " + found.get().by(),
                    "./lockstep test shows why; --tests none does without");
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
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
            write(tables.compile(specification, jvm.classPath()), classes);
        } catch (CompilationFailed fault) {
            return Optional.of(new Judgement(
                    Fate.BROKEN,
                    "no Java: " + fault.getMessage().lines().findFirst().orElse("")));
        }
        Path list = Files.write(work.resolve("tests.txt"), fewestRowsFirst(chosen));
        try {
            return jvm.firstFailure(classes, list, limit).map(test -> new Judgement(module.fate, test));
        } catch (TimeoutException slow) {
            return Optional.of(new Judgement(module.fate, "the " + module.words + " do not end"));
        } catch (TestJvm.BrokenJvm fault) {
            return Optional.of(new Judgement(Fate.BROKEN, fault.getMessage()));
        }
    }

    private List<String> fewestRowsFirst(Collection<String> chosen) {
        Map<String, Integer> rows = new TreeMap<>();
        tests.byRow().values().forEach(ofRow -> ofRow.forEach(test -> rows.merge(test, 1, Integer::sum)));
        return chosen.stream()
                .sorted(Comparator.<String>comparingInt(rows::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What the mutant before has changed is as in the build again. */
    private static void write(CompiledClasses compiled, Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> former = Files.walk(folder)) {
                former.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> one : compiled.bytes().entrySet()) {
            Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
    }

    @Override
    public void close() {
        jvm.close();
    }
}
