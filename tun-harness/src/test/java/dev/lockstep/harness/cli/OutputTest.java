package dev.lockstep.harness.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class OutputTest {

    private static Output refusing(String why) {
        var output = new Output(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        });
        new PrintWriter(output, true, US_ASCII).println("a result");
        return output;
    }

    @Test
    void aFullDiskIsTold() {
        assertThat(refusing("No space left on device").loss()).hasValueSatisfying(fault -> {
            assertThat(fault).hasMessageContaining("No space left on device");
            assertThat(fault.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        });
    }

    @Test
    void aReaderWhoHasEnoughIsNoLoss() {
        assertThat(refusing("Broken pipe").loss()).isEmpty();
    }

    @Test
    void whatIsWrittenArrives() {
        var written = new ByteArrayOutputStream();
        var output = new Output(written);
        new PrintWriter(output, true, US_ASCII).println("a result");
        assertThat(written.toString(US_ASCII)).isEqualTo("a result" + System.lineSeparator());
        assertThat(output.loss()).isEmpty();
    }
}
