package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.6 and §3.5.3: how connections end. */
class TeardownTest {

    private final Conversation end = new Conversation().established();

    /** Figure 12, the side that closes first. */
    @Test
    void weCloseFirst() {
        end.close()
                .expect("<SEQ=1001><ACK=201><CTL=FIN,ACK>", "arm retransmission 1000ms")
                .in(State.FIN_WAIT_1);
        end.arrives("<SEQ=201><ACK=1002><CTL=ACK>")
                .expect("acknowledged 1002", "cancel retransmission", "tell closed")
                .in(State.FIN_WAIT_2);
        end.arrives("<SEQ=201><ACK=1002><CTL=FIN,ACK>")
                .expect("tell peer-closed", "arm time-wait 240000ms", "<SEQ=1002><ACK=202><CTL=ACK>")
                .in(State.TIME_WAIT);
        end.arrives("<SEQ=201><ACK=1002><CTL=FIN,ACK>")
                .expect("<SEQ=1002><ACK=202><CTL=ACK>", "arm time-wait 240000ms")
                .in(State.TIME_WAIT);
        end.expires(Timer.TIME_WAIT).expect("leave", "delete").in(State.CLOSED);
    }

    /** §3.10.3, CLOSE-WAIT: any remaining data can be used, though it be less than the user asked for. */
    @Test
    void theRestOfTheStreamIsLessThanWasAskedFor() {
        end.arrives("<SEQ=201><ACK=1001><CTL=FIN,ACK><TEXT=10>").ignore().in(State.CLOSE_WAIT);
        end.receive(4).expect("take 4");
        end.receive(20).expect("take 6");
        end.receive(20).expect("refuse closing");
    }

    /** Figure 12, the other side. */
    @Test
    void theOtherSideClosesFirst() {
        end.arrives("<SEQ=201><ACK=1001><CTL=FIN,ACK>")
                .expect("tell peer-closed", "<SEQ=1001><ACK=202><CTL=ACK>")
                .in(State.CLOSE_WAIT);
        end.send(10)
                .expect("queue 10 at 1001", "<SEQ=1001><ACK=202><CTL=PSH,ACK><TEXT=10>", "arm retransmission 1000ms");
        end.close().expect("<SEQ=1011><ACK=202><CTL=FIN,ACK>").in(State.LAST_ACK);
        end.arrives("<SEQ=202><ACK=1012><CTL=ACK>")
                .expect("acknowledged 1012", "cancel retransmission", "leave", "tell closed", "delete")
                .in(State.CLOSED);
    }

    /** Figure 13. */
    @Test
    void bothAtOnce() {
        end.close().ignore();
        end.arrives("<SEQ=201><ACK=1001><CTL=FIN,ACK>")
                .expect("tell peer-closed", "<SEQ=1002><ACK=202><CTL=ACK>")
                .in(State.CLOSING);
        end.arrives("<SEQ=202><ACK=1002><CTL=ACK>")
                .expect("acknowledged 1002", "cancel retransmission", "tell closed", "arm time-wait 240000ms")
                .in(State.TIME_WAIT);
    }

    @Test
    void theFinWaitsForTheTextBeforeIt() {
        end.send(2500).ignore();
        end.close().expect("<SEQ=3001><ACK=201><CTL=FIN,PSH,ACK><TEXT=500>").in(State.FIN_WAIT_1);
    }

    @Test
    void aFinAheadOfAGapWaitsForIt() {
        end.arrives("<SEQ=301><ACK=1001><CTL=FIN,ACK><TEXT=10>")
                .expect("keep [301,311)", "<SEQ=1001><ACK=201><CTL=ACK>")
                .in(State.ESTABLISHED);
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK><TEXT=100>")
                .expect(
                        "keep [201,301)",
                        "deliver 110 from 201",
                        "tell peer-closed",
                        "<SEQ=1001><ACK=312><CTL=ACK><WND=65425>")
                .in(State.CLOSE_WAIT);
    }

    @Test
    void resetExactlyAtTheEdge() {
        end.arrives("<SEQ=201><CTL=RST>").expect("tell reset", "delete").in(State.CLOSED);
    }

    /** RFC 5961 §3.2. */
    @Test
    void resetInsideTheWindowIsChallenged() {
        end.arrives("<SEQ=202><CTL=RST>").expect("<SEQ=1001><ACK=201><CTL=ACK>").in(State.ESTABLISHED);
    }

    @Test
    void resetOutsideTheWindowIsIgnored() {
        end.arrives("<SEQ=200><CTL=RST>").expect().in(State.ESTABLISHED);
    }

    /** RFC 5961 §4.2. */
    @Test
    void aSynInsideTheWindowIsChallenged() {
        end.arrives("<SEQ=201><CTL=SYN>").expect("<SEQ=1001><ACK=201><CTL=ACK>").in(State.ESTABLISHED);
    }

    /** RFC 5681 §2: the SYN is not acknowledged yet, so that nothing can be acknowledged once more; the FIN waits behind it. */
    @Test
    void acknowledgementsOfNothingDoNotSendTheFinInPlaceOfTheSyn() {
        var early = new Conversation();
        early.open(Opening.PASSIVE).arrives("<SEQ=100><CTL=SYN>").ignore();
        early.close().expect("<SEQ=1001><ACK=101><CTL=FIN,ACK>").in(State.FIN_WAIT_1);
        for (int i = 0; i < 4; i++) {
            early.arrives("<SEQ=101><ACK=1000><CTL=ACK>").expect();
        }
        assertThat(early.tcb.recovering).isFalse();
        early.expires(Timer.RETRANSMISSION)
                .expect("<SEQ=1000><ACK=101><CTL=SYN,ACK><MSS=1460>", "arm retransmission 2000ms");
    }

    @Test
    void weAbort() {
        end.abort().expect("<SEQ=1001><CTL=RST>", "tell reset", "delete").in(State.CLOSED);
    }

    @Test
    void callsThatCannotBeDone() {
        end.open(Opening.ACTIVE).expect("refuse already-exists");
        var listening = new Conversation().open(Opening.PASSIVE).ignore();
        listening.open(Opening.PASSIVE).expect("refuse already-exists").in(State.LISTEN);
        end.close().ignore();
        end.close().expect("refuse closing");
        end.send(1).expect("refuse closing");
        var closed = new Conversation();
        closed.send(1).expect("refuse no-connection");
        closed.receive(1).expect("refuse no-connection");
        closed.close().expect("refuse no-connection");
        closed.abort().expect("refuse no-connection");
    }
}
