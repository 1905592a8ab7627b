package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 6298 §2, §3: what is measured, and the timeout that follows from it. */
class RoundTripTest {

    private final Conversation end = new Conversation(Parameters.defaults().with("RTO.MIN", "1ms")).established();

    /** The SYN took 100 ms: SRTT = 100, RTTVAR = 50, and the timeout is SRTT + 4 * RTTVAR. */
    @Test
    void theFirstMeasurementCountsWhole() {
        end.send(1000)
                .expect(
                        "queue 1000 at 1001",
                        "<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>",
                        "arm retransmission 300ms");
    }

    /** 200 ms: RTTVAR = 3/4 * 50 + 1/4 * |100 - 200|, SRTT = 7/8 * 100 + 1/8 * 200, in whole milliseconds. */
    @Test
    void theNextOnesAreSmoothed() {
        end.send(1000).later(200).arrives("<SEQ=201><ACK=2001><CTL=ACK>").ignore();
        assertThat(end.tcb.srtt).isEqualTo(112);
        assertThat(end.tcb.rttvar).isEqualTo(62);
        end.send(1000)
                .expect(
                        "queue 1000 at 2001",
                        "<SEQ=2001><ACK=201><CTL=PSH,ACK><TEXT=1000>",
                        "arm retransmission 360ms");
    }

    /** Karn: the acknowledgement might be that of the first copy, 350 ms ago, or of the second, 50 ms ago. */
    @Test
    void whatWasSentTwiceIsNotMeasured() {
        end.send(1000).later(300).expires(Timer.RETRANSMISSION);
        end.later(50).arrives("<SEQ=201><ACK=2001><CTL=ACK>").ignore();
        assertThat(end.tcb.srtt).isEqualTo(100);
        assertThat(end.tcb.rttvar).isEqualTo(50);
        assertThat(end.tcb.rto).isEqualTo(600);
    }

    /** RFC 5681 §3.1 (3): beyond the threshold a round trip opens the window by about a segment. */
    @Test
    void beyondTheThresholdTheWindowGrowsByASegmentInARoundTrip() {
        end.send(10_000).ignore();
        end.tcb.ssthresh = 10_000;
        for (int i = 1; i <= 10; i++) {
            end.arrives("<SEQ=201><ACK=" + (1001 + 1000 * i) + "><CTL=ACK>");
        }
        assertThat(end.tcb.cwnd).isBetween(10_900, 11_000);
    }
}
