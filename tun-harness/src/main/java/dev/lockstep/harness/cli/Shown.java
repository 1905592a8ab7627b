package dev.lockstep.harness.cli;

import java.nio.file.Path;

/** How a folder of Lockstep's own is named to the user. */
final class Shown {

    private Shown() {}

    /** Relative to the working folder if it lies below it, so that {@code spec/tables/tcp/close.yaml:12:3} can be clicked. */
    static Path from(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : absolute;
    }
}
