package dev.lockstep.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.model.Protocol;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PresentTablesTest {

    private final Loaded loaded = SpecificationLoader.load(Path.of("tables"));

    @Test
    void loadWithoutFault() {
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.orThrow().protocols()).extracting(Protocol::name).containsExactly("icmp", "ip", "tcp");
    }
}
