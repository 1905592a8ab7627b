package dev.lockstep.properties.agreement;

import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets TLC, in a JVM of its own, write down the state graph of a module.
 *
 * @param steps about how many are kept: of a model that is too large for all of them, a sample by the seed
 * @param folder holds all that belongs to it, and takes what TLC leaves behind
 */
record TlcGraph(Path folder, String module, long steps, long seed) {

    private static final long LONGEST_SECONDS = 600;
    private static final Pattern COUNT =
            Pattern.compile("([\\d,]+) states generated, [\\d,]+ distinct states found, 0 states left");

    Explored explore(Model model) throws IOException {
        Files.writeString(folder.resolve("Graph.cfg"), configuration());
        String said = run();
        Matcher count = COUNT.matcher(said);
        if (!count.find()) {
            throw new IOException("TLC did not come to its end:\n" + said);
        }
        Path graph = folder.resolve("graph.dot");
        DumpReader.Dump dump = DumpReader.read(graph, new Sample(steps, seed, DumpReader.edges(graph)));
        long generated = Long.parseLong(count.group(1).replace(",", ""));
        return new Explored(model, dump.graph(), generated, dump.steps());
    }

    /** The model's constants and behaviour; what it claims is not checked here. */
    private String configuration() throws IOException {
        String own = Files.readString(folder.resolve(module + ".cfg"));
        return own.substring(0, own.indexOf("\nINVARIANTS")) + "\nCHECK_DEADLOCK TRUE\n";
    }

    private String run() throws IOException {
        Path log = folder.resolve("tlc.log");
        Process tlc = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // Numbers without the points of a locale.
                        "-Duser.language=en",
                        // TLC unpacks its modules there, to names that two runs at once would share.
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        jar(),
                        "tlc2.TLC",
                        "-workers",
                        "1",
                        "-checkpoint",
                        "0",
                        // Otherwise it draws lots, and names of states are others each time.
                        "-fp",
                        "0",
                        "-seed",
                        "0",
                        "-metadir",
                        folder.resolve("states").toString(),
                        "-dump",
                        "dot,actionlabels",
                        "graph.dot",
                        "-config",
                        "Graph.cfg",
                        module + ".tla"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!tlc.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("TLC takes longer than " + LONGEST_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            tlc.destroyForcibly();
        }
        return Files.readString(log);
    }

    private static String jar() {
        String named = System.getenv("LOCKSTEP_TLA2TOOLS");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath().toString();
        }
        try {
            return Path.of(tlc2.TLC
                            .class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
