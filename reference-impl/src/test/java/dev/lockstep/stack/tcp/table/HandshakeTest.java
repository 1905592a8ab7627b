package dev.lockstep.stack.tcp.table;

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
                .expect("tell connected", "acknowledged 1001", "cancel retransmission")
                .in(State.ESTABLISHED)
                .fired(
                        Row.SEQ_OK,
                        Row.ACK_ON,
                        Row.ACK_ESTABLISHED,
                        Row.NEWRENO_START,
                        Row.ACK_NEW,
                        Row.RTT_FIRST,
                        Row.RTO_MEASURED,
                        Row.REARM_NOTHING_IN_FLIGHT,
                        Row.NEW_ACK_CONGESTION,
                        Row.NEWRENO_SLOW_START,
                        Row.WINDOW_UPDATE,
                        Row.FIN_UNACKNOWLEDGED,
                        Row.TEXT_NONE,
                        Row.GATHER_NOTHING,
                        Row.ARRIVAL_TRANSMIT,
                        Row.TRANSMIT_NOTHING,
                        Row.PERSIST_NOT_NEEDED,
                        Row.ACKNOWLEDGED);
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
        end.open(Opening.PASSIVE).arrives("<SEQ=90><CTL=SYN>").ignore();
        end.arrives("<SEQ=91><CTL=RST>")
                .expect("unbind", "cancel retransmission")
                .in(State.LISTEN);
        end.arrives("<SEQ=100><CTL=SYN>").in(State.SYN_RECEIVED);
    }

    @Test
    void nobodyListens() {
        end.arrives("<SEQ=100><CTL=SYN><TEXT=10>").expect("<SEQ=0><ACK=111><CTL=RST,ACK><WND=0>");
        end.arrives("<SEQ=100><ACK=77><CTL=ACK>").expect("<SEQ=77><CTL=RST><WND=0>");
        end.arrives("<SEQ=100><CTL=RST>").expect().in(State.CLOSED);
    }

    @Test
    void synIsRepeatedWithGrowingIntervalsAndGivenUp() {
        var impatient = new Conversation(Parameters.defaults().with("R2.SYN", "2"));
        impatient.open(Opening.ACTIVE).ignore();
        impatient.expires(Timer.RETRANSMISSION).expect("<SEQ=1000><CTL=SYN><MSS=1460>", "arm retransmission 2000ms");
        impatient.expires(Timer.RETRANSMISSION).expect("<SEQ=1000><CTL=SYN><MSS=1460>", "arm retransmission 4000ms");
        impatient
                .expires(Timer.RETRANSMISSION)
                .expect("tell timed-out", "delete")
                .in(State.CLOSED);
    }
}
