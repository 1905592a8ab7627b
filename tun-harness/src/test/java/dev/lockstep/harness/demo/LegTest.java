package dev.lockstep.harness.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.target.StreamDigest;
import dev.lockstep.harness.target.Transfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LegTest {

    private static StreamDigest digest(String text) throws IOException {
        return StreamDigest.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void whatArrivedIsComparedWithWhatWasSent() throws IOException {
        var leg = new Leg("serves curl", new Transfer.Done(digest("abc"), Duration.ofMillis(1)), 10, 0);
        assertThat(leg.fault(digest("abc"))).isNull();
        assertThat(leg.fault(digest("abd"))).startsWith("the stack serves curl: sent 3 bytes, SHA-256 ");
        assertThat(leg.figures()).isEqualTo("10 segments, none sent again");
    }

    @Test
    void whatFailedSaysWhy() throws IOException {
        var leg = new Leg("serves curl", new Transfer.Failed("connection reset", Duration.ofMillis(1)), 10, 2);
        assertThat(leg.fault(digest(""))).isEqualTo("the stack serves curl: connection reset");
        assertThat(leg.figures()).isEqualTo("10 segments, 2 sent again");
    }
}
