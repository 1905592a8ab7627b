package dev.lockstep.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.tcp.table.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Parameters of(int mtu, String... settings) {
        return Settings.forLink(mtu, 0x0a00_0001, 24, List.of(settings)).tcp().parameters();
    }

    /** RFC 9293 §3.7.1: 20 bytes of IP and 20 of TCP leave the rest to text. */
    @Test
    void segmentsFitIntoTheLink() {
        assertThat(of(600).mssReceive()).isEqualTo(560);
        assertThat(of(600).rcvStep()).isEqualTo(560);
        assertThat(of(1_500).mssReceive()).isEqualTo(Parameters.defaults().mssReceive());
        assertThat(of(1_500).rcvStep()).isEqualTo(Parameters.defaults().rcvStep());
    }

    @Test
    void whatIsSetIsSet() {
        Parameters parameters = of(600, "MSS.RECEIVE=536");
        assertThat(parameters.mssReceive()).isEqualTo(536);
        assertThat(parameters.rcvStep()).isEqualTo(560);
    }
}
