package dev.lockstep.harness.check.tlc;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs TLC.
 *
 * @param java the JDK that runs us
 * @param cache makes the JVM start faster, if there is one
 */
public record Tlc(Path java, TlcJar jar, Optional<Path> cache) {

    private static final Duration FOR_EVER = Duration.ofDays(3650);

    /** Of newer versions: no module that shows a violation once more, which would lie about in the folder. */
    private static final String NO_MODULE = "-noGenerateSpecTE";

    /** @throws dev.lockstep.harness.EnvironmentException if {@code LOCKSTEP_TLA2TOOLS} names something else than TLC */
    public static Tlc locate() {
        return new Tlc(Path.of(System.getProperty("java.home"), "bin", "java"), TlcJar.locate(), Optional.empty());
    }

    /** Runs it to its end, or to the limit of time. */
    public TlcReport run(TlcJob job, Consumer<Counts> progress) throws IOException {
        var listener = new Listener(progress, job.simulation().isPresent() ? Counts.NO_RUNS : Counts.NONE);
        var messages = new TlcMessages(listener::message, listener::plain, listener::count);
        Path scratch = Files.createTempDirectory("lockstep-tlc-");
        try (var process = TlcProcess.start(command(job, scratch), job.folder(), scratch)) {
            int exitCode = process.listen(job.log(), job.limit().orElse(FOR_EVER), messages::line);
            messages.endOfOutput();
            return listener.report(exitCode, process.timedOut());
        }
    }

    private List<String> command(TlcJob job, Path scratch) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(jvmOptions(job.small()));
        cache.ifPresent(
                file -> command.addAll(List.of("-XX:AOTCache=" + file, "-Xlog:disable", "-Xlog:all=error:stderr")));
        command.add("-Djava.io.tmpdir=" + scratch);
        // Numbers without the commas and points of a locale.
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
        job.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", jar.path() + File.pathSeparator + ourselves()));
        command.add("dev.lockstep.harness.check.inside.TlcMain");
        command.addAll(List.of("-tool", "-workers", Integer.toString(job.workers()), "-checkpoint", "0"));
        // Otherwise it draws lots, and finds another counterexample each time.
        command.addAll(job.simulation().map(Simulation::options).orElse(List.of("-fp", "0", "-seed", "0")));
        if (!job.small() && job.simulation().isEmpty()) {
            // Otherwise it goes through the graph once more whenever that has grown by a tenth.
            command.addAll(List.of("-lncheck", "final"));
        }
        if (jar.knows(NO_MODULE)) {
            command.add(NO_MODULE);
        }
        command.addAll(List.of("-metadir", scratch.resolve("states").toString()));
        command.addAll(List.of("-config", job.config(), job.module() + ".tla"));
        return command;
    }

    /** For what takes a second, starting up is most of the work. */
    private static List<String> jvmOptions(boolean small) {
        return small ? List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1") : List.of("-XX:+UseParallelGC");
    }

    /** Our own jar, or our folder of classes in a test. */
    private static Path ourselves() {
        try {
            return Path.of(Tlc.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
