package dev.lockstep.generators.java;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.spec.load.SpecificationLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of the checkout and of the tests, as Java. */
final class JavaSources {

    static final Path CHECKOUT = Path.of(System.getProperty("lockstep.home", ".."));
    static final Path TEST_TABLES = Path.of("src/test/resources/tables");

    private JavaSources() {}

    static List<GeneratedFile> of(Path tables) {
        return new JavaGenerator().generate(SpecificationLoader.load(tables).orThrow());
    }

    /** The hand-written classes that generated ones stand on; reference-impl is built after this module. */
    static List<GeneratedFile> support() {
        Path folder = CHECKOUT.resolve("reference-impl/src/main/java");
        try (Stream<Path> files = Files.list(folder.resolve("dev/lockstep/stack/table"))) {
            List<GeneratedFile> sources = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                sources.add(new GeneratedFile(folder.relativize(file).toString(), Files.readString(file)));
            }
            return sources;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
