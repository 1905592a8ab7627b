package dev.lockstep.harness.check.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which options a TLC has is read off its main class. */
class TlcJarTest {

    private static final String OPTION = "-noGenerateSpecTE";

    @TempDir
    private Path folder;

    private TlcJar jar(String classFile) throws IOException {
        Path path = folder.resolve("tla2tools.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("tlc2/TLC.class"));
            zip.write(classFile.getBytes(StandardCharsets.ISO_8859_1));
        }
        return TlcJar.locate(path.toString());
    }

    @Test
    void aNewerOne() throws IOException {
        assertThat(jar("\u0001\u0000\u0011" + OPTION + "\u0001").knows(OPTION)).isTrue();
    }

    @Test
    void anOlderOne() throws IOException {
        assertThat(jar("\u0001\u0000\u0008-metadir\u0001").knows(OPTION)).isFalse();
    }

    @Test
    void theOneThatLockstepBringsAlong() {
        assertThat(TlcJar.locate(null).knows("-metadir")).isTrue();
        assertThat(TlcJar.locate(null).knows(OPTION)).isFalse();
    }
}
