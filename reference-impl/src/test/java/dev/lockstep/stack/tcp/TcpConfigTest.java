package dev.lockstep.stack.tcp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.tcp.table.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpConfigTest {

    /** Without text in its segments `transmit-full` would say `again` for ever; without a buffer nothing would ever arrive. */
    @ParameterizedTest
    @CsvSource({
        "MSS.RECEIVE,         0,      profile-mss",
        "MSS.RECEIVE,         65456,  profile-mss",
        "MSS.RECEIVE,         47,     profile-mss",
        "MSS.DEFAULT,         0,      profile-mss",
        "MSS.MIN,             0,      profile-mss",
        "RCV.BUFFER,          0,      profile-rcv-buffer",
        "RCV.BUFFER,          65536,  profile-rcv-buffer",
        "INITIAL.WINDOW,      0,      profile-initial-window",
        "INITIAL.WINDOW,      10001,  profile-initial-window",
        "DUPLICATE.THRESHOLD, 0,      profile-duplicate-threshold",
    })
    void isRefusedWhereTheProofsDoNotHold(String parameter, String value, String invariant) {
        TcpConfig config = TcpConfig.defaults(new SipKey(1, 2));
        Parameters changed = Parameters.defaults().with(parameter, value);
        assertThatThrownBy(() -> config.withParameters(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(invariant);
    }
}
