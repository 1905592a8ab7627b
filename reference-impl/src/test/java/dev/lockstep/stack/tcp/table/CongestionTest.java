package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * How many segments may leave: RFC 5681, RFC 6582, RFC 6928, told by what leaves. The peer's MSS is 1000 and its window never in the
 * way, so that what is in flight is the congestion window; the segments are 1001, 2001, 3001 and so on.
 */
class CongestionTest {

    /** Of all sequence numbers, but for less than a segment. */
    private static final int NEARLY_HALF = Integer.MAX_VALUE - 600;

    private final Conversation end = new Conversation().established();

    private static Conversation acknowledges(Conversation end, int upto, int times) {
        for (int i = 0; i < times; i++) {
            end.arrives("<SEQ=201><ACK=" + upto + "><CTL=ACK>");
        }
        return end;
    }

    /** With more to send than the window lets go, what is in flight is the window. */
    private static int window(Conversation end) {
        end.send(60_000).ignore();
        return end.tcb.sndNxt - end.tcb.sndUna;
    }

    private static String again(int seq) {
        return "<SEQ=" + seq + "><ACK=201><CTL=PSH,ACK><TEXT=1000>";
    }

    // ------------------------------------------------------------------------------------------------- the first
    // window

    /** RFC 6928 §2 (1): min (10*MSS, max (2*MSS, 14600)), with a large MSS no more than two segments. */
    @Test
    void theFirstWindowIsTwoSegmentsOfALargeSize() {
        var jumbo = new Conversation(Parameters.defaults().with("MSS.RECEIVE", "8960"));
        jumbo.open(Opening.ACTIVE)
                .arrives("<SEQ=200><ACK=1001><CTL=SYN,ACK><MSS=8960>")
                .ignore();
        assertThat(window(jumbo)).isEqualTo(2 * 8960);
    }

    @Test
    void theFirstWindowIsTenSegmentsButNoMoreThan14600Bytes() {
        assertThat(window(end)).isEqualTo(10_000);
        var larger = new Conversation(Parameters.defaults().with("MSS.RECEIVE", "2000"));
        larger.open(Opening.ACTIVE)
                .arrives("<SEQ=200><ACK=1001><CTL=SYN,ACK><MSS=2000>")
                .ignore();
        assertThat(window(larger)).isEqualTo(14_000); // seven whole segments
    }

    /** RFC 6928 §2: a SYN lost once may be an accident; lost twice, it is one segment (RFC 5681 §3.1). */
    @Test
    void theFirstWindowIsOneSegmentWhenTheSynWasLostTwice() {
        assertThat(window(opened(1))).isEqualTo(10_000);
        assertThat(window(opened(2))).isEqualTo(1_000);
    }

    private static Conversation opened(int lost) {
        var late = new Conversation().open(Opening.ACTIVE);
        for (int i = 0; i < lost; i++) {
            late.expires(Timer.RETRANSMISSION);
        }
        return late.arrives("<SEQ=200><ACK=1001><CTL=SYN,ACK><MSS=1000>").ignore();
    }

    /** RFC 6582 §3.2 step 1: the number that recovery has to pass is the ISS, whatever became of the SYN before. */
    @Test
    void aLostSynDoesNotKeepTheFirstSegmentFromFastRetransmit() {
        var late = opened(1);
        window(late);
        acknowledges(late, 1001, 2).expect();
        acknowledges(late, 1001, 1).expect(again(1001));
    }

    /** After a SYN that was lost twice the window grows by slow start as well (RFC 5681 §3.1). */
    @Test
    void slowStartFollowsAWindowOfOneSegment() {
        var late = opened(2);
        assertThat(window(late)).isEqualTo(1_000);
        acknowledges(late, 2001, 1).ignore();
        assertThat(late.tcb.sndNxt - late.tcb.sndUna).isEqualTo(2_000);
        acknowledges(late, 4001, 1).ignore();
        assertThat(late.tcb.sndNxt - late.tcb.sndUna).isEqualTo(3_000);
    }

    @Test
    void nothingIsSentAgainAtOnceWhereTheSynWasLostTwice() {
        var late = opened(2);
        late.send(900).ignore();
        acknowledges(late, 1001, 2).expect();
        acknowledges(late, 1001, 1).expect("<SEQ=1001><ACK=201><CTL=PSH,ACK><TEXT=900>");
    }

    // ------------------------------------------------------------------------------------------------- three in a row

    /** RFC 5681 §3.2: the third in a row; one that acknowledges something begins a new row, in slow start ... */
    @Test
    void duplicatesCountAnewAfterSomethingNewInSlowStart() {
        window(end);
        acknowledges(end, 1001, 2).expect();
        acknowledges(end, 2001, 1).ignore();
        acknowledges(end, 2001, 2).expect();
        acknowledges(end, 2001, 1).expect(again(2001));
    }

    /** ... and in congestion avoidance. */
    @Test
    void duplicatesCountAnewAfterSomethingNewInCongestionAvoidance() {
        inAvoidance();
        end.send(3_000).ignore();
        acknowledges(end, 8001, 2).expect();
        acknowledges(end, 9001, 1).ignore();
        acknowledges(end, 9001, 2).expect();
        acknowledges(end, 9001, 1).expect(again(9001));
    }

    /** One of five segments was lost, which made ssthresh 2500; all before 8001 is acknowledged. */
    private void inAvoidance() {
        end.send(5_000).ignore();
        acknowledges(end, 1001, 3).ignore();
        acknowledges(end, 6001, 1).ignore();
        end.send(2_000).ignore();
        acknowledges(end, 7001, 1).ignore();
        acknowledges(end, 8001, 1).ignore();
        assertThat(end.tcb.cwnd).isGreaterThan(end.tcb.ssthresh);
        end.ignore();
    }

    /** RFC 6582 §3.2 step 3: after a recovery it takes three again. */
    @Test
    void duplicatesCountAnewAfterARecovery() {
        end.send(5_000).ignore();
        acknowledges(end, 1001, 7).ignore();
        end.send(3_000).ignore();
        acknowledges(end, 7001, 1).ignore(); // more than was sent before the recovery
        assertThat(end.tcb.recovering).isFalse();
        acknowledges(end, 7001, 2).expect();
        acknowledges(end, 7001, 1).expect(again(7001));
    }

    // ------------------------------------------------------------------------------------------------- recovery

    /** RFC 5681 §3.2 (2) (3), equation 4: ssthresh is never less than two segments; the three that came again have left the network. */
    @Test
    void aRecoveryOfFewSegmentsKeepsTwo() {
        var bursting = new Conversation(Parameters.defaults().with("DEFLATE.TO.FLIGHT", "false")).established();
        bursting.send(3_000).ignore();
        acknowledges(bursting, 1001, 3).expect(again(1001));
        acknowledges(bursting, 4001, 1).ignore(); // all that was sent before
        assertThat(window(bursting)).isEqualTo(2_000);
        end.send(3_000).ignore();
        acknowledges(end, 1001, 3).expect(again(1001));
        assertThat(window(end)).isEqualTo(5_000);
    }

    /** RFC 6582 §3.2 step 3 (1): what is in flight and one segment, so that the end of a recovery is no burst. */
    @Test
    void aRecoveryEndsWithWhatIsInFlightAndOneSegment() {
        end.send(10_000).ignore();
        acknowledges(end, 1001, 8).ignore();
        assertThat(window(end)).isEqualTo(13_000);
        acknowledges(end, 11001, 1).ignore();
        assertThat(end.tcb.sndNxt - end.tcb.sndUna).isEqualTo(4_000);
    }

    /** RFC 6582 §3.2 step 3: a whole segment that was acknowledged makes room for the one sent again, a part of one does not. */
    @Test
    void aPartialAcknowledgementDeflatesTheWindow() {
        end.send(10_000).ignore();
        acknowledges(end, 1001, 3).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(8_000);
        acknowledges(end, 2001, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(8_000);
        acknowledges(end, 2501, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(7_500);
    }

    /** RFC 6298 §3: the acknowledgement of a segment that fast retransmit has repeated tells nothing of the round trip. */
    @Test
    void whatFastRetransmitSendsAgainIsNotTimed() {
        end.send(4_000).ignore();
        acknowledges(end, 1001, 3).ignore();
        acknowledges(end.later(900), 5001, 1).ignore();
        end.send(1_000)
                .expect(
                        "queue 1000 at 5001",
                        "<SEQ=5001><ACK=201><CTL=PSH,ACK><TEXT=1000>",
                        "arm retransmission 1000ms");
    }

    /** RFC 6298 §3: a segment that was timed and fills the next hole to its last byte. */
    @Test
    void whatRepairSendsAgainToItsEndIsNotTimed() {
        var hasty = new Conversation(Parameters.defaults().with("NAGLE", "false")).established();
        hasty.send(4_500).ignore();
        acknowledges(hasty, 1001, 3).ignore();
        hasty.send(500).expect("queue 500 at 5501", "<SEQ=5501><ACK=201><CTL=PSH,ACK><TEXT=500>");
        acknowledges(hasty, 5001, 1)
                .expect(
                        "acknowledged 5001",
                        "arm retransmission 1000ms",
                        "<SEQ=5001><ACK=201><CTL=PSH,ACK><TEXT=1000>");
        acknowledges(hasty.later(900), 6001, 1).ignore();
        hasty.send(1_000)
                .expect(
                        "queue 1000 at 6001",
                        "<SEQ=6001><ACK=201><CTL=PSH,ACK><TEXT=1000>",
                        "arm retransmission 1000ms");
    }

    // ------------------------------------------------------------------------------------------------- after a timeout

    /** RFC 5681 §3.1, equation 4: two segments at least, and from there on a segment for each round trip. */
    @Test
    void aTimeoutOfFewSegmentsKeepsTwo() {
        end.send(3_000).ignore();
        end.expires(Timer.RETRANSMISSION).ignore();
        acknowledges(end, 2001, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(2_000);
        acknowledges(end, 3001, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(2_500);
    }

    /** RFC 5681 §3.1 (2): half of one and a half would be less, and growth then not by what is acknowledged. */
    @Test
    void aTimeoutOfOneSegmentAndAHalfKeepsTwo() {
        end.send(1_500).ignore();
        end.expires(Timer.RETRANSMISSION).ignore();
        acknowledges(end, 1501, 1).ignore();
        assertThat(end.tcb.cwnd).isEqualTo(1_500);
    }

    /** RFC 5681 §3.1 (3): where the formula gives nothing the window still grows, by one byte. */
    @Test
    void congestionAvoidanceGrowsByAByteAtLeast() {
        inAvoidance();
        end.tcb.sndMss = 48;
        end.send(48).ignore();
        int before = end.tcb.cwnd;
        acknowledges(end, 8049, 1).ignore();
        assertThat(end.tcb.cwnd - before).isEqualTo(1);
    }

    // ------------------------------------------------------------------------------------------------- long afterwards

    /** RFC 6582 §6: numbers come round, and a recovery of nearly half of them ago is none of now; in slow start ... */
    @Test
    void anOldRecoveryDoesNotKeepFromAnotherInSlowStart() {
        end.tcb.recover = 1001 - NEARLY_HALF;
        longAfterwards(1001);
    }

    /** ... and in congestion avoidance. */
    @Test
    void anOldRecoveryDoesNotKeepFromAnotherInCongestionAvoidance() {
        inAvoidance();
        end.tcb.recover = 8001 - NEARLY_HALF;
        longAfterwards(8001);
    }

    private void longAfterwards(int una) {
        end.send(4_000).ignore();
        acknowledges(end, una + 500, 1).ignore();
        acknowledges(end, una + 1_000, 1).ignore();
        acknowledges(end, una + 1_000, 3).expect(again(una + 1_000));
    }
}
