package dev.lockstep.generators.java;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.spec.load.SpecificationLoader;
import java.nio.file.Path;
import java.util.List;

/** The tables of the checkout and of the tests, as Java. */
final class JavaSources {

    static final Path CHECKOUT = Path.of(System.getProperty("lockstep.home", ".."));
    static final Path TEST_TABLES = Path.of("src/test/resources/tables");

    private JavaSources() {}

    static List<GeneratedFile> of(Path tables) {
        return new JavaGenerator().generate(SpecificationLoader.load(tables).orThrow());
    }
}
