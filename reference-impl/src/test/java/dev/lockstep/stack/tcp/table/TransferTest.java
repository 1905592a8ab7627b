package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.table.Ranges;
import org.junit.jupiter.api.Test;

/** Text in both directions: RFC 9293 §3.8, RFC 6298, RFC 5681. The peer's MSS is 1000. */
class TransferTest {

    private final Conversation end = new Conversation().established();

    @Test
    void textIsSentInFullSegmentsAndTheRestWithPsh() {
        end.send(2500)
                .expect(
                        "queue 2500 at 1001",
                        "<SEQ=1001><ACK=201><CTL=ACK><TEXT=1000>",
                        "arm retransmission 1000ms",
                        "<SEQ=2001><ACK=201><CTL=ACK><TEXT=1000>");
        assertThat(end.tcb.sndQueued).isEqualTo(500);
        end.later(30)
                .arrives("<SEQ=201><ACK=3001><CTL=ACK>")
                .expect(
                        "acknowledged 3001",
                        "cancel retransmission",
                        "<SEQ=3001><ACK=201><CTL=PSH,ACK><TEXT=500>",
                        "arm retransmission 1000ms");
    }

    @Test
    void withoutNagleTheRestIsSentAtOnce() {
        var hasty = new Conversation(Parameters.defaults().with("NAGLE", "false")).established();
        hasty.send(1500)
                .expect(
                        "queue 1500 at 1001",
                        "<SEQ=1001><ACK=201><CTL=ACK><TEXT=1000>",
                        "arm retransmission 1000ms",
                        "<SEQ=2001><ACK=201><CTL=PSH,ACK><TEXT=500>");
    }

    @Test
    void textInOrderIsDeliveredAndAcknowledged() {
        end.arrives("<SEQ=201><ACK=1001><CTL=PSH,ACK><TEXT=100>")
                .expect("keep [201,301)", "deliver 100 from 201", "<SEQ=1001><ACK=301><CTL=ACK><WND=65435>");
        end.receive(100).expect("take 100");
    }

    @Test
    void theWindowOpensInSteps() {
        var small = new Conversation(
                        Parameters.defaults().with("RCV.BUFFER", "4000").with("RCV.STEP", "1000"))
                .established();
        small.arrives("<SEQ=201><ACK=1001><CTL=ACK><TEXT=1000>").ignore();
        small.arrives("<SEQ=1201><ACK=1001><CTL=ACK><TEXT=1000>").ignore();
        small.receive(999).expect("take 999");
        small.receive(1).expect("take 1", "<SEQ=1001><ACK=2201><CTL=ACK><WND=3000>");
    }

    @Test
    void textAheadOfAGapWaitsForIt() {
        end.arrives("<SEQ=301><ACK=1001><CTL=ACK><TEXT=100>").expect("keep [301,401)", "<SEQ=1001><ACK=201><CTL=ACK>");
        end.arrives("<SEQ=501><ACK=1001><CTL=ACK><TEXT=100>").expect("keep [501,601)", "<SEQ=1001><ACK=201><CTL=ACK>");
        assertThat(end.tcb.rcvHeld).hasToString("{[301,401) [501,601)}");
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK><TEXT=150>")
                .expect("keep [201,351)", "deliver 200 from 201", "<SEQ=1001><ACK=401><CTL=ACK><WND=65335>");
        assertThat(end.tcb.rcvHeld).hasToString("{[501,601)}");
    }

    /** It will come again, so it is not kept; what fills a gap or grows a piece still is. */
    @Test
    void textBehindMoreGapsThanAreCountedIsAcknowledgedAndNotKept() {
        for (int piece = 1; piece <= Ranges.CAPACITY; piece++) {
            int at = 201 + 20 * piece;
            end.arrives("<SEQ=" + at + "><ACK=1001><CTL=ACK><TEXT=10>")
                    .expect("keep [" + at + "," + (at + 10) + ")", "<SEQ=1001><ACK=201><CTL=ACK>");
        }
        int beyond = 201 + 20 * (Ranges.CAPACITY + 1);
        end.arrives("<SEQ=" + beyond + "><ACK=1001><CTL=ACK><TEXT=10>").expect("<SEQ=1001><ACK=201><CTL=ACK>");
        end.arrives("<SEQ=211><ACK=1001><CTL=ACK><TEXT=10>").expect("keep [211,221)", "<SEQ=1001><ACK=201><CTL=ACK>");
    }

    @Test
    void textOutsideTheWindowIsAnsweredAndNotTaken() {
        end.arrives("<SEQ=101><ACK=1001><CTL=ACK><TEXT=100>").expect("<SEQ=1001><ACK=201><CTL=ACK>");
        end.arrives("<SEQ=101><ACK=1001><CTL=ACK><TEXT=150>")
                .expect("keep [201,251)", "deliver 50 from 201", "<SEQ=1001><ACK=251><CTL=ACK><WND=65485>");
    }

    @Test
    void sequenceNumbersPassZero() {
        var high = new Conversation();
        high.open(Opening.ACTIVE)
                .arrives("<SEQ=4294967290><ACK=1001><CTL=SYN,ACK>")
                .ignore();
        high.arrives("<SEQ=4294967291><ACK=1001><CTL=ACK><TEXT=10>")
                .expect("keep [4294967291,5)", "deliver 10 from 4294967291", "<SEQ=1001><ACK=5><CTL=ACK><WND=65525>");
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgain() {
        end.send(1000).ignore();
        end.expires(Timer.RETRANSMISSION)
                .expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>", "arm retransmission 2000ms");
        end.expires(Timer.RETRANSMISSION)
                .expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>", "arm retransmission 4000ms");
        assertThat(end.tcb.cwnd).isEqualTo(1000);
        end.arrives("<SEQ=201><ACK=2001><CTL=ACK>").expect("acknowledged 2001", "cancel retransmission");
        assertThat(end.tcb.retries).isZero();
    }

    @Test
    void threeDuplicatesSendTheFrontAgain() {
        end.send(5000).ignore();
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK>").expect();
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK>").expect();
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK>").expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>");
        assertThat(end.tcb.recovering).isTrue();
        assertThat(end.tcb.ssthresh).isEqualTo(2500);
        assertThat(end.tcb.cwnd).isEqualTo(5500);
    }

    @Test
    void aClosedWindowIsProbed() {
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK><WND=0>").expect();
        end.send(10).expect("queue 10 at 1001", "arm persist 1000ms");
        end.expires(Timer.PERSIST).expect("<SEQ=1001><ACK=201><CTL=ACK><TEXT=1>", "arm retransmission 1000ms");
        end.arrives("<SEQ=201><ACK=1002><CTL=ACK><WND=1000>")
                .expect(
                        "acknowledged 1002",
                        "cancel retransmission",
                        "<SEQ=1002><ACK=201><CTL=PSH,ACK><TEXT=9>",
                        "arm retransmission 1000ms");
    }

    @Test
    void ourClosedWindowIsProbedAndAnswered() {
        var small = new Conversation(Parameters.defaults().with("RCV.BUFFER", "100")).established();
        small.arrives("<SEQ=201><ACK=1001><CTL=ACK><TEXT=100>")
                .expect("keep [201,301)", "deliver 100 from 201", "<SEQ=1001><ACK=301><CTL=ACK><WND=0>");
        small.arrives("<SEQ=301><ACK=1001><CTL=ACK><TEXT=1>").expect("<SEQ=1001><ACK=301><CTL=ACK><WND=0>");
    }

    // ------------------------------------------------------------------------------------------------- what is timed

    /** RFC 6298 §2.3, §3: the first segment, and all of it; 100 ms were measured of the SYN. */
    @Test
    void aSegmentIsTimedUntilItsLastByteIsAcknowledged() {
        end.send(2000).later(900).ignore();
        end.arrives("<SEQ=201><ACK=1501><CTL=ACK>").expect("acknowledged 1501", "arm retransmission 1000ms");
        end.arrives("<SEQ=201><ACK=2001><CTL=ACK>").expect("acknowledged 2001", "arm retransmission 1148ms");
    }

    @Test
    void aSegmentThatIsLessThanFullIsTimedToo() {
        end.send(700).later(900).ignore();
        end.arrives("<SEQ=201><ACK=1501><CTL=ACK>").expect("acknowledged 1501", "arm retransmission 1000ms");
        end.arrives("<SEQ=201><ACK=1701><CTL=ACK>").ignore();
        end.send(10)
                .expect("queue 10 at 1701", "<SEQ=1701><ACK=201><CTL=PSH,ACK><TEXT=10>", "arm retransmission 1148ms");
    }

    @Test
    void textWithAFinIsTimedUntilTheFinIsAcknowledged() {
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK><WND=0>").send(5).close().ignore();
        end.arrives("<SEQ=201><ACK=1001><CTL=ACK>")
                .expect("<SEQ=1001><ACK=201><CTL=FIN,PSH,ACK><TEXT=5>", "arm retransmission 1000ms", "cancel persist");
        end.later(900).arrives("<SEQ=201><ACK=1006><CTL=ACK>").expect("acknowledged 1006", "arm retransmission 1000ms");
    }

    // ------------------------------------------------------------------------------------------------- one timer

    /** RFC 9293 §3.8.6.1: probes end when the window opens, whatever it has room for. */
    @Test
    void whatLeavesEndsTheProbes() {
        var hasty = new Conversation(Parameters.defaults().with("NAGLE", "false")).established();
        hasty.arrives("<SEQ=201><ACK=1001><CTL=ACK><WND=0>").ignore();
        hasty.send(3000).expect("queue 3000 at 1001", "arm persist 1000ms");
        hasty.arrives("<SEQ=201><ACK=1001><CTL=ACK><WND=1000>")
                .expect("<SEQ=1001><ACK=201><CTL=ACK><TEXT=1000>", "arm retransmission 1000ms", "cancel persist");
        hasty.arrives("<SEQ=201><ACK=2001><CTL=ACK><WND=0>").ignore();
        hasty.arrives("<SEQ=201><ACK=2001><CTL=ACK><WND=2000>").ignore();
        hasty.arrives("<SEQ=201><ACK=4001><CTL=ACK><WND=0>").ignore();
        hasty.send(600).expect("queue 600 at 4001", "arm persist 1000ms");
        hasty.arrives("<SEQ=201><ACK=4001><CTL=ACK><WND=600>")
                .expect("<SEQ=4001><ACK=201><CTL=PSH,ACK><TEXT=600>", "arm retransmission 1000ms", "cancel persist");
    }

    /** RFC 9293 §3.8.6.2.1 (3): half of the largest window ever, which was 900. */
    @Test
    void aPartThatASmallWindowHoldsIsSentAgainLikeAnyOther() {
        var hasty = new Conversation(Parameters.defaults().with("NAGLE", "false"));
        hasty.open(Opening.ACTIVE)
                .later(100)
                .arrives("<SEQ=200><ACK=1001><CTL=SYN,ACK><MSS=1000><WND=900>")
                .ignore();
        hasty.arrives("<SEQ=201><ACK=1001><CTL=ACK><WND=0>").ignore();
        hasty.send(3000).expect("queue 3000 at 1001", "arm persist 1000ms");
        hasty.arrives("<SEQ=201><ACK=1001><CTL=ACK><WND=450>")
                .expect("<SEQ=1001><ACK=201><CTL=ACK><TEXT=450>", "arm retransmission 1000ms", "cancel persist");
    }
}
