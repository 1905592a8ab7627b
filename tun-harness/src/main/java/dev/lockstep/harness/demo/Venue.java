package dev.lockstep.harness.demo;

import dev.lockstep.harness.target.SeededFile;
import java.io.IOException;
import java.nio.file.Path;

/** Where the stack exchanges files, and with whom. */
interface Venue {

    /** For people: {@code on TUN, 10.77.0.2, with the kernel's TCP, 10.77.0.1}. */
    String description();

    /** @throws dev.lockstep.harness.EnvironmentException where it is not to be had */
    default void check() {}

    /**
     * Has the stack serve a file and fetch it.
     *
     * @param capture where packets are recorded
     */
    Run run(Conditions conditions, SeededFile file, Path capture) throws IOException, InterruptedException;
}
