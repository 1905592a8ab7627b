package dev.lockstep.harness.check.tlc;

import dev.lockstep.harness.EnvironmentException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that holds TLC: the one that Lockstep brings along, or the one that {@code LOCKSTEP_TLA2TOOLS} names. */
public record TlcJar(Path path) {

    private static final String VARIABLE = "LOCKSTEP_TLA2TOOLS";
    private static final String FIX =
            "let " + VARIABLE + " name a tla2tools.jar, or unset it: Lockstep then takes the one it was built with";

    /** @throws EnvironmentException if the variable names something else */
    public static TlcJar locate() {
        return locate(System.getenv(VARIABLE));
    }

    static TlcJar locate(String named) {
        if (named == null || named.isBlank()) {
            return bundled();
        }
        Path path = Path.of(named).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new EnvironmentException(VARIABLE, "names a file that cannot be read: " + named, FIX);
        }
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("tlc2/TLC.class") == null) {
                throw new EnvironmentException(VARIABLE, "names a jar without TLC (tlc2/TLC.class): " + named, FIX);
            }
        } catch (IOException noJar) {
            throw new EnvironmentException(VARIABLE, "names a file that is no jar: " + named, FIX);
        }
        return new TlcJar(path);
    }

    /**
     * Whether this TLC has an option. Newer ones write a module beside each violation unless they are told not to, and older ones
     * know no such option.
     */
    boolean knows(String option) {
        try (var zip = new ZipFile(path.toFile())) {
            ZipEntry main = zip.getEntry("tlc2/TLC.class");
            return main != null
                    && new String(zip.getInputStream(main).readAllBytes(), StandardCharsets.ISO_8859_1)
                            .contains(option);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static TlcJar bundled() {
        try {
            return new TlcJar(Path.of(tlc2.TLC
                    .class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
