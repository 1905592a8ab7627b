package dev.lockstep.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs some tests until the first fails: how {@code ./lockstep mutate} asks them about changed tables, one after the other in one
 * JVM, since starting it would take longer than most tests.
 *
 * <p>Each line of standard input asks once. It names a folder of classes that come before all others, a tabulator, and a file with
 * a test in each line, {@code TransferTest.one_test}, or {@code TransferTest} for all of a class; classes run in the order of that
 * file. The answer is a line as well: {@code passed}, or {@code failed TransferTest.one_test}. The argument is the class path of what
 * is loaded anew for each question: the tests, and the classes under test; its first folder holds the tests.
 *
 * <p>Tests with the tag {@code by-lot} are never asked, since they draw other cases each time and their verdict would say nothing
 * about the next run, nor are those with the tag {@code long}.
 */
final class SelectedTests {

    private final String classPath;
    private final Map<String, List<String>> names;
    private final Launcher launcher = LauncherFactory.create();

    private SelectedTests(String classPath) throws IOException {
        this.classPath = classPath;
        this.names = names(Path.of(classPath.split(File.pathSeparator)[0]));
    }

    public static void main(String[] args) throws IOException {
        var tests = new SelectedTests(args[0]);
        PrintStream answers = System.out;
        System.setOut(System.err); // for what tests print
        var questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String[] words = line.split("\t");
            Optional<String> failed = tests.firstFailure(words[0], Files.readAllLines(Path.of(words[1])));
            answers.println(failed.map(test -> "failed " + test).orElse("passed"));
            answers.flush();
        }
        System.exit(0); // whatever threads a test has left behind
    }

    private Optional<String> firstFailure(String folder, List<String> wanted) throws IOException {
        var byClass = new LinkedHashMap<String, Set<String>>();
        wanted.forEach(test -> byClass.computeIfAbsent(test.split("\\.")[0], name -> new TreeSet<>())
                .add(test));
        try (var loader = new AnewLoader(folder + File.pathSeparator + classPath)) {
            Thread.currentThread().setContextClassLoader(loader);
            for (Map.Entry<String, Set<String>> one : byClass.entrySet()) {
                for (String name : names.getOrDefault(one.getKey(), List.of())) {
                    Optional<String> failed = firstFailure(loader.loadClass(name), one.getValue());
                    if (failed.isPresent()) {
                        return failed;
                    }
                }
            }
            return Optional.empty();
        } catch (ClassNotFoundException fault) {
            throw new IOException("a class of tests is gone", fault);
        }
    }

    private Optional<String> firstFailure(Class<?> of, Set<String> wanted) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(of))
                .filters(excludeTags("by-lot", "long"), (PostDiscoveryFilter)
                        test -> FilterResult.includedIf(isWanted(test, wanted)))
                .build();
        var failures = new Failures();
        launcher.execute(request, failures);
        return failures.names.stream().findFirst();
    }

    /** The names of the classes with packages, by their last parts, which several may have. */
    private static Map<String, List<String>> names(Path folder) throws IOException {
        var names = new HashMap<String, List<String>>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .sorted()
                    .forEach(name -> names.computeIfAbsent(
                                    name.substring(name.lastIndexOf('.') + 1), simple -> new ArrayList<>())
                            .add(name));
        }
        return names;
    }

    private static boolean isWanted(TestDescriptor test, Set<String> wanted) {
        return !(test.getSource().orElse(null) instanceof MethodSource method)
                || wanted.contains(simple(method))
                || wanted.contains(simple(method).split("\\.")[0]);
    }

    private static String simple(MethodSource method) {
        String name = method.getClassName();
        return name.substring(name.lastIndexOf('.') + 1) + "." + method.getMethodName();
    }

    private static final class Failures implements TestExecutionListener {

        private final List<String> names = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                names.add(test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(source -> simple((MethodSource) source))
                        .orElse(test.getDisplayName()));
            }
        }
    }
}
