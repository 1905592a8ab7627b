package dev.lockstep.generators.compile;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.java.JavaGenerator;
import dev.lockstep.spec.model.Specification;
import java.util.ArrayList;
import java.util.List;

/** From checked tables to classes. */
public final class TablesCompiler {

    private TablesCompiler() {}

    /**
     * The generated classes of some tables.
     *
     * @param digest what these tables are known by, see {@link dev.lockstep.generators.TablesDigest}
     * @param classPath where the hand-written classes are that they stand on, in the form of {@code java.class.path}
     */
    public static CompiledClasses compile(Specification specification, String digest, String classPath) {
        var generator = new JavaGenerator();
        List<GeneratedFile> sources = new ArrayList<>(generator.generate(specification));
        sources.add(generator.tables(digest));
        return MemoryCompiler.compile(sources, classPath);
    }
}
