package dev.lockstep.spec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.z3.Native;
import com.microsoft.z3.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Z3's native library is kept. */
class NativeZ3Test {

    private static final String PREFIX = "com/microsoft/z3";

    @TempDir
    private Path home;

    private final AtomicInteger opened = new AtomicInteger();

    @AfterEach
    void keepNowhere() {
        NativeZ3.keepIn(null);
    }

    private void load() {
        NativeZ3.load(PREFIX, name -> {
            opened.incrementAndGet();
            return Native.class.getResourceAsStream(name);
        });
    }

    private Path folder() throws IOException {
        try (var folders = Files.list(home)) {
            return folders.toList().getFirst();
        }
    }

    @Test
    void theVersionInTheFingerprintIsTheOneThatRuns() {
        assertThat(Version.getString()).startsWith(Prover.Z3_VERSION);
        assertThat(Prover.VERSION).endsWith(Prover.Z3_VERSION);
    }

    @Test
    void isUnpackedOnceAndKept() throws IOException {
        NativeZ3.keepIn(home);
        load();
        assertThat(opened).hasPositiveValue();
        assertThat(folder().getFileName().toString()).startsWith("z3-" + Prover.Z3_VERSION);
        opened.set(0);
        load();
        assertThat(opened).hasValue(0);
    }

    @Test
    void aDamagedLibraryIsReplaced() throws IOException {
        NativeZ3.keepIn(home);
        load();
        Path library;
        try (var files = Files.list(folder())) {
            library = files.filter(file -> file.toString().contains("z3java"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(library);
        byte[] damaged = whole.clone();
        damaged[1000] ^= 1;
        Files.delete(library); // it is mapped into this process, which must not see the damage
        Files.write(library, damaged);
        load();
        assertThat(Files.readAllBytes(library)).isEqualTo(whole);
        try (var folders = Files.list(home)) {
            assertThat(folders).hasSize(1);
        }
    }

    @Test
    void aFolderOpenToOthersIsNotTrusted() throws IOException {
        NativeZ3.keepIn(home);
        load();
        folder().toFile().setWritable(true, false);
        opened.set(0);
        load();
        assertThat(opened).hasPositiveValue();
        assertThat(Files.getPosixFilePermissions(folder())).hasSize(3);
    }

    @Test
    void withoutAFolderItIsUnpackedForThisRun() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        NativeZ3.keepIn(file.resolve("below a file"));
        load();
        assertThat(opened).hasPositiveValue();
    }

    @Test
    void aMachineWithoutLibraryIsToldSo() {
        NativeZ3.keepIn(home);
        assertThatThrownBy(() -> NativeZ3.load(PREFIX, name -> null))
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessageContaining("no Z3 for this kind of machine");
        assertThat(MissingProver.because(new ExceptionInInitializerError(new UnsatisfiedLinkError("no Z3")))
                        .what())
                .isEqualTo("Z3, which proves the tables, does not run on this machine: no Z3");
    }
}
