package dev.lockstep.spec.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes and tests of a checkout, by name. It reads source text, so that it can tell of all modules, also of those that
 * are built later.
 */
public final class SourceTree {

    private static final Pattern ANNOTATION =
            Pattern.compile("\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Example)\\b.*");
    private static final Pattern METHOD = Pattern.compile("\\s+(?:[\\w<>\\[\\], ]+ )?(\\w+)\\(.*");

    private final Map<String, List<Path>> classes = new TreeMap<>();
    private final Map<String, List<Path>> testClasses = new TreeMap<>();
    private final Map<String, Set<String>> tests = new TreeMap<>();

    private SourceTree() {}

    /**
     * @param root the folder of the modules
     * @throws UncheckedIOException if it cannot be read
     */
    public static SourceTree of(Path root) {
        var tree = new SourceTree();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                collect(module.resolve("src/main/java"), tree.classes);
                collect(module.resolve("src/test/java"), tree.testClasses);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return tree;
    }

    private static void collect(Path folder, Map<String, List<Path>> into) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file -> into.computeIfAbsent(className(file), name -> new ArrayList<>())
                                .add(file));
            }
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** Simple names of the classes that are no tests, one for each file. */
    public Set<String> classes() {
        return Collections.unmodifiableSet(classes.keySet());
    }

    /** Simple names of classes that may hold tests. */
    public Set<String> testClasses() {
        return Collections.unmodifiableSet(testClasses.keySet());
    }

    /** The tests of all classes of this name, by the names of their methods; none if there is no such class. */
    public Set<String> tests(String testClass) {
        return tests.computeIfAbsent(testClass, this::read);
    }

    /** A method is a test if one of the lines between it and the empty line above begins with an annotation that says so. */
    private Set<String> read(String testClass) {
        var found = new TreeSet<String>();
        testClasses.getOrDefault(testClass, List.of()).forEach(file -> read(file, found));
        return found;
    }

    private static void read(Path file, Set<String> found) {
        boolean annotated = false;
        for (String line : lines(file)) {
            Matcher method = METHOD.matcher(line);
            if (line.isBlank()) {
                annotated = false;
            } else if (ANNOTATION.matcher(line).matches()) {
                annotated = true;
            } else if (annotated && !line.contains("@") && method.matches()) {
                found.add(method.group(1));
                annotated = false;
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
