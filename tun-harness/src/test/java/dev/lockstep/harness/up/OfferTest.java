package dev.lockstep.harness.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferTest {

    @TempDir
    private Path folder;

    @Test
    void everyServiceHasItsUsualPort() {
        assertThat(Offer.parse(List.of("echo"), null)).isEqualTo(new Offer.Echo(7));
        assertThat(Offer.parse(List.of("discard"), null)).isEqualTo(new Offer.Discard(9));
        assertThat(Offer.parse(List.of("chargen"), null)).isEqualTo(new Offer.Chargen(19));
        assertThat(Offer.parse(List.of("http", folder.toString()), null)).isEqualTo(new Offer.Http(80, folder));
        assertThat(Offer.parse(List.of("echo"), 7007).port()).isEqualTo(7007);
    }

    @Test
    void whatCannotBeServedIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        refused(List.of("ehco"), null, "no such service");
        refused(List.of("http"), null, "the folder to serve is missing");
        refused(List.of("echo", "chargen"), null, "echo takes nothing more");
        refused(List.of("http", folder + "/missing"), null, "no such folder");
        refused(List.of("http", file.toString()), null, "not a folder");
        refused(List.of("echo"), 0, "no such port");
        refused(List.of("echo"), 65_536, "no such port");
    }

    private static void refused(List<String> words, Integer port, String reason) {
        assertThatThrownBy(() -> Offer.parse(words, port))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }
}
