package dev.lockstep.harness.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that outputs are compared with, byte by byte. With {@code -Dlockstep.golden.write=true} they are written anew, for a
 * reviewer to look at what changed.
 */
public final class Golden {

    private static final Path FOLDER =
            Path.of(System.getProperty("lockstep.home", ".."), "tun-harness/src/test/resources/golden");

    private Golden() {}

    public static void assertGolden(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("lockstep.golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).as(name).isEqualTo(Files.readString(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
