package dev.lockstep.generators.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small mechanism, built with the toy tables, is run on edited ones. */
class EditedTablesTest {

    private static final Path TABLES = Path.of("src/test/resources/tables");
    private static final Path SUPPORT =
            Path.of(System.getProperty("lockstep.home", ".."), "reference-impl/src/main/java");

    /** Opens the toy's procedure for GONE, then says what it has become. */
    private static final String MECHANISM = """
            package dev.lockstep.stack.toy;
            import dev.lockstep.stack.toy.table.*;
            abstract class Half implements Effects {
                public long now() { return 0; }
            }
            public final class Mechanism extends Half {
                public void show(int at, int len, int taste, Flavour why) {}
                public void logIt(int effects) {}
                public void arm(Timer timer, long milliseconds) {}
                public void cancel(Timer timer) {}
                public void deleteTcb() {}
                public static String run() {
                    var rows = new dev.lockstep.stack.table.RowLog(Row.values().length);
                    var box = new Box(rows, Parameters.defaults());
                    Events.poke(box, new Poke(), Parameters.defaults(), new Mechanism());
                    int sour = FlavourSet.SOUR;
                    return box.state.title() + " " + sour + " " + dev.lockstep.stack.table.Tables.digest();
                }
            }
            """;

    @TempDir
    private static Path temporary;

    private static String classPath;

    /** A build: support, generated classes and mechanism in a folder of classes. */
    @BeforeAll
    static void build() throws IOException {
        Path classes = Files.createDirectory(temporary.resolve("classes"));
        classPath = classes.toString();
        write(MemoryCompiler.compile(support(), classPath), classes);
        write(TablesCompiler.compile(load(TABLES), "old", classPath), classes);
        var mechanism = new GeneratedFile("dev/lockstep/stack/toy/Mechanism.java", MECHANISM);
        write(MemoryCompiler.compile(List.of(mechanism), classPath), classes);
    }

    @Test
    void runsOnTablesWithAnotherRow() throws Exception {
        CompiledClasses edited = edit("to: NEW, then: stop", "to: OLD-1, then: stop", "poke.yaml");
        assertThat(Fit.faults(edited, classPath)).isEmpty();
        assertThat(run(edited)).isEqualTo("OLD-1 2 new");
    }

    @Test
    void runsOnTablesWithMoreInTheVocabulary() throws Exception {
        CompiledClasses edited = edit(
                "  B: {type: seq, start: 0}",
                "  B: {type: seq, start: 0}\n  D: {type: size, start: 0}",
                "vocabulary.yaml");
        assertThat(Fit.faults(edited, classPath)).isEmpty();
        assertThat(run(edited)).isEqualTo("NEW 2 new");
    }

    @Test
    void saysWhichEffectTheMechanismLacks() throws Exception {
        CompiledClasses edited = edit(
                "effects:",
                "effects:\n  ring: {slots: {TIMES: {type: count}, HUE: {type: colour}}}",
                "vocabulary.yaml");
        assertThat(Fit.faults(edited, classPath))
                .containsExactly("the mechanism must implement the effect ring(int, Colour) of toy Effects");
    }

    @Test
    void saysWhatTheMechanismUsesInVain() throws Exception {
        CompiledClasses edited = edit("alarm-clock", "egg-timer", "vocabulary.yaml", "poke.yaml");
        assertThat(Fit.faults(edited, classPath)).isEmpty(); // the mechanism names no timer
        edited = edit("flavour", "tastes", "vocabulary.yaml");
        assertThat(Fit.faults(edited, classPath))
                .contains(
                        "the mechanism uses toy FlavourSet, which these tables do not give",
                        "the mechanism must implement the effect show(int, int, int, Tastes) of toy Effects");
    }

    @Test
    void saysWhichConstantsHaveChanged() throws Exception {
        CompiledClasses edited = edit("[SWEET, SOUR]", "[SOUR, SWEET]", "vocabulary.yaml");
        assertThat(Fit.faults(edited, classPath))
                .contains("the mechanism has to be compiled with the new value of toy FlavourSet.SOUR");
    }

    @Test
    void aFaultOfTheCompilerNamesTheFile() {
        var broken = new GeneratedFile("a/B.java", "package a;\nclass B { int x = y; }\n");
        assertThatThrownBy(() -> MemoryCompiler.compile(List.of(broken), classPath))
                .isInstanceOf(CompilationFailed.class)
                .hasMessageStartingWith("a/B.java:2: cannot find symbol");
    }

    // ------------------------------------------------------------------------------------------------- helpers

    private static CompiledClasses edit(String from, String to, String... files) throws IOException {
        Path tables = Files.createTempDirectory(temporary, "tables");
        Path folder = Files.createDirectory(tables.resolve("toy"));
        for (String file : List.of("vocabulary.yaml", "poke.yaml")) {
            String text = Files.readString(TABLES.resolve("toy").resolve(file));
            if (List.of(files).contains(file)) {
                assertThat(text).contains(from);
                text = text.replace(from, to);
            }
            Files.writeString(folder.resolve(file), text);
        }
        return TablesCompiler.compile(load(tables), "new", classPath);
    }

    private static Specification load(Path tables) {
        return SpecificationLoader.load(tables).orThrow();
    }

    private String run(CompiledClasses edited) throws Exception {
        try (var built = new URLClassLoader(
                new URL[] {Path.of(classPath).toUri().toURL()}, getClass().getClassLoader())) {
            var loader = new EditedClassLoader(edited, built);
            return (String) loader.loadClass("dev.lockstep.stack.toy.Mechanism")
                    .getMethod("run")
                    .invoke(null);
        }
    }

    private static void write(CompiledClasses compiled, Path folder) throws IOException {
        for (var one : compiled.bytes().entrySet()) {
            Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
    }

    /** The hand-written classes that generated ones stand on; reference-impl is built after this module. */
    private static List<GeneratedFile> support() throws IOException {
        List<GeneratedFile> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(SUPPORT.resolve("dev/lockstep/stack/table"))) {
            for (Path file : files.sorted().toList()) {
                sources.add(new GeneratedFile(SUPPORT.relativize(file).toString(), Files.readString(file)));
            }
        }
        return sources;
    }
}
