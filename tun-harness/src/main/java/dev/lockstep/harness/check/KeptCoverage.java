package dev.lockstep.harness.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What a check has left in its folder, for as long as the modules are those that it checked. */
public final class KeptCoverage {

    /** Written when TLC has gone through all states, and holds a number over the modules. */
    private static final String STAMP = "checked.txt";

    private KeptCoverage() {}

    /**
     * What the last check of a model has come by.
     *
     * @param out the folder that holds one for each model
     * @return nothing if there was no check, if it was not finished, or if tables, model or modules have changed since
     */
    public static Optional<Coverage> read(CheckTask task, Path out) throws IOException {
        Path folder = out.resolve(task.name());
        try {
            boolean isCurrent = Files.readString(folder.resolve(STAMP))
                    .strip()
                    .equals(ModuleDigests.of(task).modules());
            return isCurrent ? Optional.of(Coverage.read(folder.resolve(Checker.COVERAGE))) : Optional.empty();
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(STAMP));
    }

    static void stamp(CheckTask task, Path folder) throws IOException {
        Files.writeString(folder.resolve(STAMP), ModuleDigests.of(task).modules() + "\n");
    }
}
