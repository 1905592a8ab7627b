package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.with;

import org.junit.jupiter.api.Test;

/** RFC 5961 §7: how many segments of somebody who may not be the peer are answered. At most ten in five seconds. */
class ChallengeTest {

    private static final String RST_IN_THE_WINDOW = "<SEQ=102><CTL=RST>";
    private static final String SYN_OUTSIDE_THE_WINDOW = "<SEQ=90000><CTL=SYN>";
    private static final String SYN_IN_THE_WINDOW = "<SEQ=200><CTL=SYN>";
    private static final String ACK_OF_WHAT_WAS_NEVER_SENT = "<SEQ=101><ACK=400><CTL=ACK>";
    private static final String CHALLENGE = "<SEQ=301><ACK=101><CTL=ACK>";

    @Test
    void ten_challenges_are_sent_and_no_more() {
        challenged(established(), 10, RST_IN_THE_WINDOW)
                .in(RST_IN_THE_WINDOW)
                .silent()
                .later(4_999)
                .in(RST_IN_THE_WINDOW)
                .silent()
                .later(1)
                .in(RST_IN_THE_WINDOW)
                .out(CHALLENGE)
                .told();
    }

    /** Whoever goes on asking each second gets ten answers, and the next when five seconds have passed since the tenth. */
    @Test
    void in_no_five_seconds_are_there_more_than_ten() {
        Conversation conversation = established();
        for (int i = 0; i < 10; i++) {
            conversation.in(RST_IN_THE_WINDOW).out(CHALLENGE).later(1_000);
        }
        for (int i = 0; i < 4; i++) {
            conversation.in(RST_IN_THE_WINDOW).silent().later(1_000);
        }
        challenged(conversation, 10, RST_IN_THE_WINDOW).in(RST_IN_THE_WINDOW).silent();
    }

    @Test
    void all_challenges_count_together() {
        Conversation conversation = established();
        challenged(conversation, 3, RST_IN_THE_WINDOW);
        challenged(conversation, 3, SYN_OUTSIDE_THE_WINDOW);
        challenged(conversation, 2, SYN_IN_THE_WINDOW);
        challenged(conversation, 2, ACK_OF_WHAT_WAS_NEVER_SENT);
        conversation
                .in(RST_IN_THE_WINDOW)
                .in(SYN_OUTSIDE_THE_WINDOW)
                .in(SYN_IN_THE_WINDOW)
                .in(ACK_OF_WHAT_WAS_NEVER_SENT)
                .silent()
                .told();
    }

    @Test
    void number_and_time_are_parameters() {
        challenged(
                        established(config -> with("CHALLENGE.ACK.LIMIT", "2")
                                .andThen(with("CHALLENGE.ACK.PERIOD", "500ms"))
                                .apply(config)),
                        2,
                        SYN_IN_THE_WINDOW)
                .in(SYN_IN_THE_WINDOW)
                .later(499)
                .in(SYN_IN_THE_WINDOW)
                .silent()
                .later(1)
                .in(SYN_IN_THE_WINDOW)
                .out(CHALLENGE);
    }

    /** The other side may have lost our acknowledgements, and repeats itself until it gets one. */
    @Test
    void text_that_came_before_is_acknowledged_however_often() {
        Conversation conversation =
                established().in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>").out("<ACK=104>");
        for (int i = 0; i < 100; i++) {
            conversation.in("<SEQ=101><ACK=301><CTL=ACK><TEXT=abc>").out("<SEQ=301><ACK=104><CTL=ACK>");
        }
    }

    /** Or else a third party could tell from its own connection what happens on this one (CVE-2016-5696). */
    @Test
    void each_connection_counts_for_itself() {
        Conversation conversation = challenged(established(), 10, RST_IN_THE_WINDOW);
        conversation.in(RST_IN_THE_WINDOW).silent();
        other(conversation, "<SEQ=100><CTL=SYN>");
        conversation.out("<SEQ=300><ACK=101><CTL=SYN,ACK>");
        other(conversation, "<SEQ=101><ACK=301><CTL=ACK>");
        conversation.silent();
        other(conversation, RST_IN_THE_WINDOW);
        conversation.out(CHALLENGE).silent();
    }

    private static void other(Conversation conversation, String segment) {
        conversation.in(Notation.datagram(segment, Conversation.PEER, 5_001, Conversation.US, 80));
    }

    private static Conversation challenged(Conversation conversation, int times, String by) {
        for (int i = 0; i < times; i++) {
            conversation.in(by).out(CHALLENGE);
        }
        return conversation.silent();
    }
}
