package dev.lockstep.generators.compile;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.java.JavaGenerator;
import dev.lockstep.spec.model.Specification;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles the few classes in which tables differ from others that the build has compiled. The rest are those of the build, which the
 * class path holds: a change of one row takes a tenth of the time that all classes take.
 */
public final class ChangedTables {

    /** Where a row stands says nothing of what it does. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(//|/?\\*).*\\R");

    private static final Pattern LINE = Pattern.compile("(\\.yaml(?::|\", ))\\d+");

    private final Map<String, String> before;

    /** @param from the tables of the build */
    public ChangedTables(Specification from) {
        before = generate(from).stream().collect(Collectors.toMap(GeneratedFile::path, ChangedTables::meaning));
    }

    /**
     * The classes that differ: none if the tables mean the same, all if not only what rows do has changed, since classes may hold
     * copies of each other's constants.
     *
     * @param classPath with all classes of the build, in the form of {@code java.class.path}
     * @throws CompilationFailed when the compiler rejects them
     */
    public CompiledClasses compile(Specification changed, String classPath) {
        List<GeneratedFile> all = generate(changed);
        List<GeneratedFile> different = all.stream()
                .filter(file -> !meaning(file).equals(before.get(file.path())))
                .toList();
        if (different.isEmpty()) {
            return new CompiledClasses(Map.of());
        }
        boolean only = all.size() == before.size()
                && different.stream()
                        .map(GeneratedFile::path)
                        .allMatch(path -> before.containsKey(path) && !path.endsWith("/Row.java"));
        return MemoryCompiler.compile(only ? different : all, classPath);
    }

    private static List<GeneratedFile> generate(Specification specification) {
        return new JavaGenerator().generate(specification);
    }

    private static String meaning(GeneratedFile file) {
        return LINE.matcher(COMMENT.matcher(file.text()).replaceAll("")).replaceAll("$1");
    }
}
