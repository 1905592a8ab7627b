package dev.lockstep.harness.check.tlc;

import java.nio.file.Path;
import java.time.Duration;

/** Checks a model that has no end: what {@link NoOrphansTest} kills. */
public final class EndlessRun {

    private EndlessRun() {}

    public static void main(String[] args) {
        Toys.run(Path.of(args[0]), "Endless", "SPECIFICATION Spec;CHECK_DEADLOCK FALSE", Duration.ofMinutes(5));
    }
}
