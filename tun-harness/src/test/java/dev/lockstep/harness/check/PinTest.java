package dev.lockstep.harness.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A count goes where it belongs, and all else stays as it was written. */
class PinTest {

    @TempDir
    private Path folder;

    private String pinned(String model, String text) throws IOException {
        Path file = folder.resolve("open.yaml");
        Files.writeString(file, text);
        Pin.write(file, model, 77);
        return Files.readString(file);
    }

    @Test
    void ofTheModelAtTheTop() throws IOException {
        assertThat(pinned("open", "deep:\n  distinct: 1\nfaults: 1\ndistinct: 2,000 # so many\n"))
                .isEqualTo("deep:\n  distinct: 1\nfaults: 1\ndistinct: 77 # so many\n");
        assertThat(pinned("open", "faults: 1")).isEqualTo("faults: 1\ndistinct: 77\n");
    }

    @Test
    void ofTheVariantBelowDeep() throws IOException {
        assertThat(
                        pinned(
                                "open-deep",
                                "distinct: 2\ndeep:  # more\n    faults: 3\n    distinct: 1 # many\n    title: deeper\nfaults: 1\n"))
                .isEqualTo(
                        "distinct: 2\ndeep:  # more\n    faults: 3\n    distinct: 77 # many\n    title: deeper\nfaults: 1\n");
    }

    @Test
    void ofTheVariantForTheFirstTime() throws IOException {
        assertThat(pinned(
                        "open-deep", "deep:\n  faults: 3\n# why\n\n  endpoints:\n    A: {}\n\n# behind\ndistinct: 2\n"))
                .isEqualTo(
                        "deep:\n  faults: 3\n# why\n\n  endpoints:\n    A: {}\n  distinct: 77\n\n# behind\ndistinct: 2\n");
        assertThat(pinned("open-deep", "distinct: 2\ndeep:\n  faults: 3"))
                .isEqualTo("distinct: 2\ndeep:\n  faults: 3\n  distinct: 77");
    }

    /** Deeper down the word means something else. */
    @Test
    void nothingElseIsCalledSo() throws IOException {
        assertThat(pinned("open-deep", "deep:\n  endpoints:\n    distinct: 4\n"))
                .isEqualTo("deep:\n  endpoints:\n    distinct: 4\n  distinct: 77\n");
    }

    @Test
    void aVariantInBraces() {
        assertThatThrownBy(() -> pinned("open-deep", "deep: {faults: 3}\ndistinct: 2\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("deep:");
    }
}
