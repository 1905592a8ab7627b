package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.5: how connections are opened. */
class HandshakeTest {

    private final Conversation end = new Conversation();

    /** Figure 6, the side that calls. */
    @Test
    void active() {
        end.open(Opening.ACTIVE)
                .expect("<SEQ=1000><CTL=SYN><MSS=1460>", "arm retransmission 1000ms")
                .in(State.SYN_SENT);
        end.later(40)
                .arrives("<SEQ=300><ACK=1001><CTL=SYN,ACK><MSS=1400>")
                .expect("acknowledged 1001", "cancel retransmission", "tell connected", "<SEQ=1001><ACK=301><CTL=ACK>")
                .in(State.ESTABLISHED);
    }

    /** Figure 6, the side that is called. */
    @Test
    void passive() {
        end.open(Opening.PASSIVE).expect().in(State.LISTEN);
        end.arrives("<SEQ=100><CTL=SYN><MSS=1400>")
                .expect("bind", "<SEQ=1000><ACK=101><CTL=SYN,ACK><MSS=1460>", "arm retransmission 1000ms")
                .in(State.SYN_RECEIVED);
        end.later(40)
                .arrives("<SEQ=101><ACK=1001><CTL=ACK>")
                .expect("acknowledged 1001", "cancel retransmission", "accept", "tell connected")
                .in(State.ESTABLISHED)
                .fired(
                        Row.SEQ_OK,
                        Row.ACK_ON,
                        Row.ACK_ESTABLISHED,
                        Row.NEWRENO_START,
                        Row.RTT_FIRST,
                        Row.RTO_MEASURED,
                        Row.REARM_NOTHING_IN_FLIGHT,
                        Row.ACK_GROWS_NOTHING,
                        Row.ACK_OLD,
                        Row.WINDOW_UPDATE,
                        Row.FIN_UNACKNOWLEDGED,
                        Row.TEXT_NONE,
                        Row.GATHER_NOTHING,
                        Row.ARRIVAL_TRANSMIT,
                        Row.TRANSMIT_NOTHING,
                        Row.PERSIST_NOT_NEEDED,
                        Row.ACKNOWLEDGE,
                        Row.ACK_AT_ONCE_NONE);
    }

    /**
     * Figure 7; but there the SYN,ACK opens the connection, while by the first check of §3.10.7.4 it begins before the window.
     * It is answered by an ACK, and the ACK that the other side answers with opens it.
     */
    @Test
    void simultaneous() {
        end.open(Opening.ACTIVE).ignore();
        end.arrives("<SEQ=300><CTL=SYN>")
                .expect("<SEQ=1000><ACK=301><CTL=SYN,ACK><MSS=1460>", "arm retransmission 1000ms")
                .in(State.SYN_RECEIVED);
        end.arrives("<SEQ=300><ACK=1001><CTL=SYN,ACK>").in(State.SYN_RECEIVED).expect("<SEQ=1001><ACK=301><CTL=ACK>");
        end.arrives("<SEQ=301><ACK=1001><CTL=ACK>").in(State.ESTABLISHED);
        // Our SYN was sent twice, so that nobody knows which one was acknowledged (RFC 6298 §3).
        assertThat(end.tcb.rttMeasured).isFalse();
    }

    /** RFC 5681 §3.1, RFC 6928 §2: neither the SYN,ACK nor its acknowledgement opens the congestion window. */
    @Test
    void theHandshakeDoesNotGrowTheCongestionWindow() {
        end.open(Opening.ACTIVE)
                .arrives("<SEQ=300><ACK=1001><CTL=SYN,ACK><MSS=1400>")
                .in(State.ESTABLISHED);
        assertThat(end.tcb.cwnd).isEqualTo(14000);
        var called = new Conversation().open(Opening.PASSIVE);
        called.arrives("<SEQ=100><CTL=SYN><MSS=1400>")
                .arrives("<SEQ=101><ACK=1001><CTL=ACK>")
                .in(State.ESTABLISHED);
        assertThat(called.tcb.cwnd).isEqualTo(14000);
    }

    /** RFC 6928 §2 (1): large segments are fewer, but two at least. */
    @Test
    void theInitialWindowIsLimitedInBytes() {
        var jumbo = new Conversation(Parameters.defaults().with("MSS.RECEIVE", "8960"));
        jumbo.open(Opening.ACTIVE).arrives("<SEQ=300><ACK=1001><CTL=SYN,ACK><MSS=8960>");
        assertThat(jumbo.tcb.cwnd).isEqualTo(17920);
        var less = new Conversation(Parameters.defaults().with("MSS.RECEIVE", "4000"));
        less.open(Opening.ACTIVE).arrives("<SEQ=300><ACK=1001><CTL=SYN,ACK><MSS=4000>");
        assertThat(less.tcb.cwnd).isEqualTo(14600);
    }

    /** RFC 6298 §5.7, with 6928 §2: after one lost SYN data starts with an RTO of 3 s, and with the whole initial window. */
    @Test
    void afterALostSynDataStartsWithThreeSeconds() {
        end.open(Opening.ACTIVE).expires(Timer.RETRANSMISSION).ignore();
        end.arrives("<SEQ=300><ACK=1001><CTL=SYN,ACK><MSS=1000>").ignore();
        assertThat(end.tcb.cwnd).isEqualTo(10000);
        end.send(1000)
                .expect(
                        "queue 1000 at 1001",
                        "<SEQ=1001><ACK=301><CTL=PSH,ACK><TEXT=1000>",
                        "arm retransmission 3000ms");
    }

    /** RFC 6928 §2: the SYN,ACK was lost more than once. */
    @Test
    void afterTwoLostSynsTheInitialWindowIsOneSegment() {
        end.open(Opening.PASSIVE).arrives("<SEQ=100><CTL=SYN><MSS=1000>");
        end.expires(Timer.RETRANSMISSION).expires(Timer.RETRANSMISSION).ignore();
        end.arrives("<SEQ=101><ACK=1001><CTL=ACK>").in(State.ESTABLISHED).ignore();
        end.send(5000)
                .expect("queue 5000 at 1001", "<SEQ=1001><ACK=101><CTL=ACK><TEXT=1000>", "arm retransmission 3000ms");
    }

    /** RFC 5681 §3.1: no lost SYN leaves the initial window as it is. */
    @Test
    void theInitialWindowMayBeOneSegmentAfterAnyLostSyn() {
        var strict = new Conversation(Parameters.defaults().with("INITIAL.WINDOW.RETRIES", "0"));
        strict.open(Opening.ACTIVE).expires(Timer.RETRANSMISSION);
        strict.arrives("<SEQ=300><ACK=1001><CTL=SYN,ACK><MSS=1000>");
        assertThat(strict.tcb.cwnd).isEqualTo(1000);
    }

    @Test
    void refused() {
        end.open(Opening.ACTIVE).ignore();
        end.arrives("<SEQ=0><ACK=1001><CTL=RST,ACK>")
                .expect("tell refused", "delete")
                .in(State.CLOSED);
    }

    /** Figure 9: a segment of a connection that the other side has forgotten. */
    @Test
    void halfOpen() {
        end.open(Opening.ACTIVE).ignore();
        end.arrives("<SEQ=300><ACK=100><CTL=ACK>")
                .expect("<SEQ=100><CTL=RST><WND=0>")
                .in(State.SYN_SENT);
    }

    /** Figure 8: an old duplicate SYN comes first. */
    @Test
    void oldDuplicate() {
        String listening = end.open(Opening.PASSIVE).tcb.toString();
        end.arrives("<SEQ=90><CTL=SYN><WND=7><MSS=100>")
                .expires(Timer.RETRANSMISSION)
                .ignore();
        end.arrives("<SEQ=91><CTL=RST>")
                .expect("unbind", "cancel retransmission")
                .in(State.LISTEN);
        end.tcb.rttStart = 0; // means nothing while nothing is timed
        assertThat(end.tcb).hasToString(listening);
        end.arrives("<SEQ=100><CTL=SYN>").in(State.SYN_RECEIVED);
    }

    /** RFC 9293 §3.10.7.4, second check: whatever users and peer did meanwhile, the next peer finds a listener that knows nothing. */
    @Test
    void nothingIsLeftOfAPeerThatWent() {
        String listening = end.open(Opening.PASSIVE).tcb.toString();
        end.arrives("<SEQ=90><CTL=SYN><WND=7><MSS=100>")
                .sendUrgent(5)
                .tune(Option.KEEP_ALIVE, true, 0)
                .tune(Option.USER_TIMEOUT, true, 60_000)
                .ignore();
        end.arrives("<SEQ=95><CTL=RST>").expect("arm keep-alive 7200000ms", "<SEQ=1001><ACK=91><CTL=ACK>");
        end.expires(Timer.RETRANSMISSION).ignore();
        end.arrives("<SEQ=91><CTL=RST>")
                .expect(
                        "arm keep-alive 7200000ms",
                        "unbind",
                        "cancel retransmission",
                        "cancel keep-alive",
                        "cancel user")
                .in(State.LISTEN);
        end.tcb.rttStart = 0; // these mean nothing while nothing is timed, nobody was challenged and no time is set
        end.tcb.challengeLast = 0;
        end.tcb.userTimeout = 0;
        end.tcb.progress = 0;
        assertThat(end.tcb).hasToString(listening);
    }

    @Test
    void nobodyListens() {
        end.arrives("<SEQ=100><CTL=SYN><TEXT=10>").expect("<SEQ=0><ACK=111><CTL=RST,ACK><WND=0>");
        end.arrives("<SEQ=100><ACK=77><CTL=ACK>").expect("<SEQ=77><CTL=RST><WND=0>");
        end.arrives("<SEQ=100><CTL=RST>").expect().in(State.CLOSED);
        end.arrives("<SEQ=100><CTL=FIN>").expect("<SEQ=0><ACK=101><CTL=RST,ACK><WND=0>");
    }

    @Test
    void synIsRepeatedWithGrowingIntervalsAndGivenUp() {
        var impatient = new Conversation(Parameters.defaults().with("R1", "1").with("R2.SYN", "2"));
        impatient.open(Opening.ACTIVE).ignore();
        impatient.expires(Timer.RETRANSMISSION).expect("<SEQ=1000><CTL=SYN><MSS=1460>", "arm retransmission 2000ms");
        impatient
                .expires(Timer.RETRANSMISSION)
                .expect("advise", "tell trouble", "<SEQ=1000><CTL=SYN><MSS=1460>", "arm retransmission 4000ms");
        impatient
                .expires(Timer.RETRANSMISSION)
                .expect("tell timed-out", "delete")
                .in(State.CLOSED);
    }
}
