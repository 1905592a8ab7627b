package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Losses and what is done about them: RFC 6298, RFC 5681, RFC 6582. The peer's MSS is 1000, so that the congestion window starts at
 * 10000; the segments of {@link #flight} are 1001, 2001, 3001 and so on.
 */
class RecoveryTest {

    private final Conversation end = new Conversation().established();

    /** So many segments of 1000 bytes leave at once. */
    private static void flight(Conversation end, int segments) {
        end.send(1000 * segments).ignore();
        assertThat(end.tcb.sndQueued).isZero();
    }

    /** Acknowledges up to this number, so often. */
    private static Conversation acknowledges(Conversation end, int upto, int times) {
        for (int i = 0; i < times; i++) {
            end.arrives("<SEQ=201><ACK=" + upto + "><CTL=ACK>");
        }
        return end;
    }

    // ------------------------------------------------------------------------------------------------- the timer

    /** RFC 6298 §5, last note, and §3: the acknowledgement of what was sent twice says nothing about the round trip. */
    @Test
    void theTimeoutStaysDoubledUntilSomethingNewIsTimed() {
        flight(end, 1);
        end.expires(Timer.RETRANSMISSION)
                .expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>", "arm retransmission 2000ms");
        acknowledges(end, 2001, 1).ignore();
        end.send(1000)
                .expect(
                        "queue 1000 at 2001",
                        "<SEQ=2001><ACK=201><CTL=PSH,ACK><TEXT=1000>",
                        "arm retransmission 2000ms");
        end.later(50);
        acknowledges(end, 3001, 1).ignore();
        end.send(1000)
                .expect(
                        "queue 1000 at 3001",
                        "<SEQ=3001><ACK=201><CTL=PSH,ACK><TEXT=1000>",
                        "arm retransmission 1000ms");
    }

    /** RFC 9293 MUST-20: what counts are retransmissions of one segment; when it is acknowledged, and so timed, counting begins anew. */
    @Test
    void troubleIsCountedAnewAfterAMeasurement() {
        var bold = new Conversation(Parameters.defaults().with("CONGESTION", "none")).established();
        bold.send(1_000).ignore();
        bold.expires(Timer.RETRANSMISSION).expires(Timer.RETRANSMISSION).ignore();
        bold.send(1_000).ignore(); // timed
        acknowledges(bold, 3001, 1).ignore();
        bold.send(1_000).ignore();
        for (int i = 0; i < 3; i++) {
            bold.expires(Timer.RETRANSMISSION);
        }
        assertThat(bold.outcome(State.ESTABLISHED)).doesNotContain("trouble");
        bold.ignore().expires(Timer.RETRANSMISSION);
        assertThat(bold.outcome(State.ESTABLISHED)).contains("tell trouble");
    }

    /** RFC 6298 §3: the timed segment is itself sent again while a hole is repaired. */
    @Test
    void whatRepairSendsAgainIsNotTimed() {
        var hasty = new Conversation(Parameters.defaults().with("NAGLE", "false")).established();
        hasty.send(4500).ignore();
        acknowledges(hasty, 1001, 3).expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>");
        hasty.send(100).expect("queue 100 at 5501", "<SEQ=5501><ACK=201><CTL=PSH,ACK><TEXT=100>");
        acknowledges(hasty.later(50), 5001, 1)
                .expect("acknowledged 5001", "arm retransmission 1000ms", "<SEQ=5001><ACK=201><CTL=PSH,ACK><TEXT=600>");
        acknowledges(hasty.later(700), 5601, 1).ignore();
        assertThat(hasty.tcb.srtt).isEqualTo(100);
    }

    // ------------------------------------------------------------------------------------------------- growth

    /** RFC 5681 §3.1 (2): a segment acknowledged in ten pieces opens the window by one segment, not by ten. */
    @Test
    void slowStartCountsBytes() {
        flight(end, 10);
        for (int i = 1; i <= 10; i++) {
            acknowledges(end, 1001 + 100 * i, 1);
        }
        assertThat(end.tcb.cwnd).isEqualTo(11000);
        acknowledges(end, 6001, 1);
        assertThat(end.tcb.cwnd).isEqualTo(12000);
    }

    @Test
    void slowStartMayCountAcknowledgements() {
        var brisk = new Conversation(Parameters.defaults().with("BYTE.COUNTING", "false")).established();
        flight(brisk, 10);
        acknowledges(brisk, 1101, 1);
        assertThat(brisk.tcb.cwnd).isEqualTo(11000);
    }

    // ------------------------------------------------------------------------------------------------- fast recovery

    /** RFC 6582 §3.2: two holes, each filled as soon as it is known, and no more than one reduction for both. */
    @Test
    void aPartialAcknowledgementFillsTheNextHole() {
        flight(end, 10);
        acknowledges(end, 1001, 3).expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>");
        assertThat(end.tcb.ssthresh).isEqualTo(5000);
        assertThat(end.tcb.cwnd).isEqualTo(8000);
        acknowledges(end, 1001, 5).expect();
        assertThat(end.tcb.cwnd).isEqualTo(13000);
        // 4001 is missing too. The window gives up the 3000 acknowledged and takes back 1000.
        acknowledges(end, 4001, 1)
                .expect(
                        "acknowledged 4001",
                        "arm retransmission 1000ms",
                        "<SEQ=4001><ACK=201><CTL=PSH,ACK><TEXT=1000>");
        assertThat(end.tcb.cwnd).isEqualTo(11000);
        assertThat(end.tcb.ssthresh).isEqualTo(5000);
        // Everything has arrived: the window falls to what is in flight and one segment, here none and one.
        acknowledges(end, 11001, 1).expect("acknowledged 11001", "cancel retransmission");
        assertThat(end.tcb.recovering).isFalse();
        assertThat(end.tcb.cwnd).isEqualTo(2000);
    }

    /** RFC 6582 §3.2 step 3, the second of its two ways to end. */
    @Test
    void theWindowMayEndAtTheThreshold() {
        var bursting = new Conversation(Parameters.defaults().with("DEFLATE.TO.FLIGHT", "false")).established();
        flight(bursting, 10);
        acknowledges(bursting, 1001, 3);
        acknowledges(bursting, 11001, 1);
        assertThat(bursting.tcb.cwnd).isEqualTo(5000);
    }

    /** RFC 6582 §3.2 step 2: these duplicates come from segments that were in flight when the last recovery began. */
    @Test
    void duplicatesThatCoverNoMoreThanTheLastRecoveryStartNone() {
        flight(end, 5);
        acknowledges(end, 1001, 3);
        acknowledges(end, 6001, 1).ignore();
        flight(end, 2);
        acknowledges(end, 6001, 5).expect();
        assertThat(end.tcb.recovering).isFalse();
        assertThat(end.tcb.ssthresh).isEqualTo(2500);
        acknowledges(end, 7001, 1).ignore();
        acknowledges(end, 7001, 3).expect("<SEQ=7001><ACK=201><CTL=PSH,ACK><TEXT=1000>");
    }

    /** RFC 6582 §6: half of the sequence space later, a recovery long ago is still behind us. */
    @Test
    void anOldRecoveryIsNotAheadAfterHalfOfTheSequenceSpace() {
        flight(end, 5);
        acknowledges(end, 1001, 3);
        acknowledges(end, 6001, 1).ignore();
        assertThat(end.tcb.recover).isEqualTo(6001);
        flight(end, 1);
        acknowledges(end, 7001, 1).ignore();
        assertThat(end.tcb.recover).isEqualTo(7000);
    }

    // ------------------------------------------------------------------------------------------------- after a timeout

    /** RFC 5681 §3.1: from one segment up to ssthresh, while what was lost is sent again. */
    @Test
    void aTimeoutBeginsSlowStart() {
        flight(end, 10);
        end.expires(Timer.RETRANSMISSION)
                .expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=1000>", "arm retransmission 2000ms");
        assertThat(end.tcb.cwnd).isEqualTo(1000);
        acknowledges(end, 2001, 1)
                .expect(
                        "acknowledged 2001",
                        "arm retransmission 2000ms",
                        "<SEQ=2001><ACK=201><CTL=PSH,ACK><TEXT=1000>");
        assertThat(end.tcb.cwnd).isEqualTo(2000);
        acknowledges(end, 3001, 1).ignore();
        acknowledges(end, 4001, 1).ignore();
        acknowledges(end, 5001, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(5000);
        // At ssthresh the window grows by one segment for each round trip.
        acknowledges(end, 11001, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(5200);
    }

    /** RFC 6582 §3.2 step 4: fast recovery is over when the timer expires. */
    @Test
    void aTimeoutEndsFastRecovery() {
        flight(end, 5);
        acknowledges(end, 1001, 3).ignore();
        end.expires(Timer.RETRANSMISSION).ignore();
        assertThat(end.tcb.recovering).isFalse();
        acknowledges(end, 1001, 3).expect();
        assertThat(end.tcb.cwnd).isEqualTo(1000);
        acknowledges(end, 2001, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(2000);
    }

    /** RFC 5681 §3.1, after (4): the same segment again says nothing new about the network. */
    @Test
    void aSecondTimeoutKeepsTheThreshold() {
        var hasty = new Conversation(Parameters.defaults().with("NAGLE", "false")).established();
        flight(hasty, 9);
        hasty.send(999).ignore();
        hasty.expires(Timer.RETRANSMISSION).ignore();
        assertThat(hasty.tcb.ssthresh).isEqualTo(4999);
        hasty.close().expect("<SEQ=11000><ACK=201><CTL=FIN,ACK>");
        hasty.expires(Timer.RETRANSMISSION).ignore();
        assertThat(hasty.tcb.ssthresh).isEqualTo(4999);
        // Another segment is lost: that is news.
        acknowledges(hasty, 4001, 1).ignore();
        hasty.expires(Timer.RETRANSMISSION).ignore();
        assertThat(hasty.tcb.ssthresh).isEqualTo(3500);
    }
}
