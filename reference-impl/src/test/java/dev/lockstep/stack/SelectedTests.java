package dev.lockstep.stack;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs some tests in this JVM until the first fails: how {@code ./lockstep mutate} asks them about changed tables.
 *
 * <p>Arguments are the folder of compiled tests and a file with a test in each line, {@code TransferTest.one_test}, or
 * {@code TransferTest} for all of a class. The exit code is 0 if all pass, and 1 if one fails, which is the last line of output.
 */
final class SelectedTests {

    private SelectedTests() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Set<String> wanted = new HashSet<>(Files.readAllLines(Path.of(args[1])));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes(Path.of(args[0]), wanted).stream()
                        .map(name -> selectClass(name))
                        .toList())
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(isWanted(test, wanted)))
                .build();
        LauncherFactory.create().execute(request, new FirstFailure());
        System.exit(0);
    }

    /** The names of the classes with packages, of which the file tells only the last part. */
    private static List<String> classes(Path folder, Set<String> wanted) throws IOException {
        Set<String> simple = new TreeSet<>();
        wanted.forEach(test -> simple.add(test.split("\\.", 2)[0]));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> simple.contains(name.substring(name.lastIndexOf('.') + 1)))
                    .sorted()
                    .toList();
        }
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

    /** Ends the JVM, whatever it is about to do next. */
    private static final class FirstFailure implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                String name = test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(source -> simple((MethodSource) source))
                        .orElse(test.getDisplayName());
                System.out.println(name);
                System.out.flush();
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
