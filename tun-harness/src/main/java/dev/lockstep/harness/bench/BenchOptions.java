package dev.lockstep.harness.bench;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code bench} was asked to do.
 *
 * @param runs samples of each wire, 1 to 100
 * @param each how long a sample takes, up to a minute
 * @param json where to write the report for machines, if anywhere
 * @param settings parameters of the tables, {@code RCV.STEP=2920}
 */
public record BenchOptions(int runs, Duration each, Optional<Path> json, List<String> settings) {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public BenchOptions {
        settings = List.copyOf(settings);
        if (runs < 1 || runs > 100) {
            throw new InputException("--runs " + runs, "not between 1 and 100", "5 is usual");
        }
        if (each.compareTo(SHORTEST) < 0 || each.compareTo(LONGEST) > 0) {
            throw new InputException("--seconds " + each.toMillis() / 1e3, "not between 0.01 and 60", "1 is usual");
        }
        json.ifPresent(BenchOptions::refuseUnwritable);
    }

    private static void refuseUnwritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(folder)) {
            throw new InputException(
                    "--json " + file,
                    Files.isDirectory(file) ? "this is a folder" : "the folder does not exist",
                    "name a file, e.g. bench.json");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new EnvironmentException("--json " + file, "this user may not write there", "name another file");
        }
    }
}
