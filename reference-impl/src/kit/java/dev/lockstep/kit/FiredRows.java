package dev.lockstep.kit;

import dev.lockstep.stack.ip.IpLayer;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Notes which rows fire in which test, for {@code ./lockstep coverage}. What a test runs a stack with hands over the logs of rows
 * that the stack keeps anyway, so that the way of a segment is as it is without. When the JVM ends, {@code target/rows/CLASS.txt}
 * of the module gets a line {@code TEST ROW} for each, below one that tells the tables.
 */
public final class FiredRows {

    /** A property makes thousands of stacks: all but the latest are taken to be done with. */
    private static final int LATEST = 64;

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");

    private static final Map<String, FiredRows> BY_TEST = new TreeMap<>();

    static {
        if (!"off".equals(System.getProperty("lockstep.rows"))) { // what mutants fire says nothing of the tables
            Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of("target")), "write-rows"));
        }
    }

    private record Watched(List<String> ids, RowLog log) {}

    private final Deque<Watched> latest = new ArrayDeque<>();
    private final Set<String> fired = new TreeSet<>();

    private FiredRows() {}

    /** The rows of all protocols of a stack; returns the stack. */
    public static TcpStack watch(TcpStack stack) {
        watch(tcp(), stack.tcp().rows());
        watch(ip(), stack.ip().rows());
        watch(icmp(), stack.icmp().rows());
        return stack;
    }

    /** The rows of IP where there is no whole stack; returns the layer. */
    public static IpLayer watch(IpLayer layer) {
        watch(ip(), layer.rows());
        return layer;
    }

    /**
     * The rows of TCP where there are tables only; returns the log. What a field of a test holds belongs to its class, until this
     * is called again from within a test.
     */
    public static RowLog watchTcp(RowLog log) {
        watch(tcp(), log);
        return log;
    }

    /** What a test has fired so far. */
    static synchronized Set<String> of(String test) {
        FiredRows rows = BY_TEST.get(test);
        return rows == null ? Set.of() : rows.all();
    }

    private static synchronized void watch(List<String> ids, RowLog log) {
        test().ifPresent(test -> {
            FiredRows ofFields = BY_TEST.get(test.split("\\.")[0]);
            if (ofFields != null) {
                ofFields.latest.removeIf(watched -> watched.log() == log);
            }
            BY_TEST.computeIfAbsent(test, name -> new FiredRows()).add(new Watched(ids, log));
        });
    }

    private void add(Watched watched) {
        latest.removeIf(one -> one.log() == watched.log());
        latest.add(watched);
        if (latest.size() > LATEST) {
            take(latest.remove());
        }
    }

    private Set<String> all() {
        latest.forEach(this::take);
        return fired;
    }

    private void take(Watched watched) {
        for (int row = 0; row < watched.ids().size(); row++) {
            if (watched.log().count(row) > 0) {
                fired.add(watched.ids().get(row));
            }
        }
    }

    /** {@code TransferTest.one_test}, or {@code TransferTest} for what its fields hold; none outside of tests. */
    private static Optional<String> test() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.flatMap(frame -> test(frame).stream()).findFirst());
    }

    private static Optional<String> test(StackWalker.StackFrame frame) {
        Class<?> in = frame.getDeclaringClass();
        String name = in.getSimpleName();
        if (!name.endsWith("Test") && !name.endsWith("Properties")) {
            return Optional.empty();
        }
        if (frame.getMethodName().startsWith("<")) { // of an object or of the class
            return Optional.of(name);
        }
        try {
            Annotation[] annotations = in.getDeclaredMethod(
                            frame.getMethodName(), frame.getMethodType().parameterArray())
                    .getAnnotations();
            return Arrays.stream(annotations)
                            .anyMatch(one -> TESTS.contains(one.annotationType().getSimpleName()))
                    ? Optional.of(name + "." + frame.getMethodName())
                    : Optional.empty();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of a class that ran in part before, the tests that did not run now keep what they had, if the tables are the same. */
    private static synchronized void write(Path target) {
        if (!Files.isDirectory(target)) {
            return; // not started by the build
        }
        var files = new TreeMap<String, Map<String, Set<String>>>();
        BY_TEST.forEach((test, rows) -> files.computeIfAbsent(test.split("\\.")[0], name -> new TreeMap<>())
                .put(test, rows.all()));
        try {
            Path folder = Files.createDirectories(target.resolve("rows"));
            for (Map.Entry<String, Map<String, Set<String>>> file : files.entrySet()) {
                write(folder.resolve(file.getKey() + ".txt"), file.getValue());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot write the rows that tests fired", fault);
        }
    }

    private static void write(Path file, Map<String, Set<String>> tests) throws IOException {
        String head = "tables " + Tables.digest();
        var lines = new TreeSet<String>();
        if (Files.exists(file)) {
            List<String> before = Files.readAllLines(file);
            if (before.getFirst().equals(head)) {
                before.stream()
                        .skip(1)
                        .filter(line -> !tests.containsKey(line.split(" ")[0]))
                        .forEach(lines::add);
            }
        }
        tests.forEach((test, rows) -> rows.forEach(row -> lines.add(test + " " + row)));
        Files.writeString(file, head + "\n" + String.join("\n", lines) + "\n");
    }

    private static List<String> tcp() {
        return Arrays.stream(dev.lockstep.stack.tcp.table.Row.values())
                .map(dev.lockstep.stack.tcp.table.Row::id)
                .toList();
    }

    private static List<String> ip() {
        return Arrays.stream(dev.lockstep.stack.ip.table.Row.values())
                .map(dev.lockstep.stack.ip.table.Row::id)
                .toList();
    }

    private static List<String> icmp() {
        return Arrays.stream(dev.lockstep.stack.icmp.table.Row.values())
                .map(dev.lockstep.stack.icmp.table.Row::id)
                .toList();
    }
}
