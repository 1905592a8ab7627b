package dev.lockstep.harness.ladder;

import java.util.List;

/** Ladders for tests. */
final class Ladders {

    private Ladders() {}

    /** Everything that a ladder can show: calls, expiries, arrivals, all fates, crossing segments, a loop. */
    static Ladder eventful() {
        var syn = new Message(1, "<SEQ=6><CTL=SYN>");
        var lateSyn = new Message(2, "<SEQ=6><CTL=SYN>");
        var synAck = new Message(3, "<SEQ=3><ACK=7><CTL=SYN,ACK>");
        var ghost = new Message(4, "<SEQ=1><ACK=2><CTL=ACK>");
        var data = new Message(5, "<SEQ=7><ACK=4><CTL=FIN,PSH,ACK><WND=3><LEN=2>");
        var ack = new Message(6, "<SEQ=7><ACK=4><CTL=ACK>");
        List<LadderEvent> events = List.of(
                new LadderEvent.Step(
                        "1",
                        Side.LEFT,
                        new Cause.Call("OPEN active"),
                        "SYN-SENT",
                        List.of("open-active"),
                        List.of(
                                new Change("ISS", "0", "6"),
                                new Change("SND.UNA", "0", "6"),
                                new Change("SND.NXT", "0", "7")),
                        List.of(syn)),
                new LadderEvent.Mishap("2", syn, Side.RIGHT, Fate.LOST),
                new LadderEvent.Step(
                        "3",
                        Side.LEFT,
                        new Cause.Expiry("retransmission"),
                        "SYN-SENT",
                        List.of("rto-syn-sent", "resend-front-syn"),
                        List.of(new Change("RETRIES", "0", "1")),
                        List.of(lateSyn)),
                new LadderEvent.Mishap("4", lateSyn, Side.RIGHT, Fate.DUPLICATED),
                new LadderEvent.Step(
                        "5",
                        Side.RIGHT,
                        new Cause.Arrival(lateSyn),
                        "SYN-RECEIVED",
                        List.of("listen-syn"),
                        List.of(new Change("IRS", "0", "6"), new Change("RCV.NXT", "0", "7")),
                        List.of(synAck)),
                new LadderEvent.Step(
                        "6",
                        Side.LEFT,
                        new Cause.Arrival(synAck),
                        "ESTABLISHED",
                        List.of("syn-sent-ack-ok", "syn-sent-established", "transmit-nothing"),
                        List.of(new Change("SND.UNA", "6", "7")),
                        List.of(ack, data)),
                new LadderEvent.Mishap("7", ghost, Side.LEFT, Fate.FORGED),
                new LadderEvent.Mishap("8", ack, Side.RIGHT, Fate.OVERTAKEN),
                new LadderEvent.Remark("9", "the path changes"),
                new LadderEvent.Step(
                        "10",
                        Side.LEFT,
                        new Cause.Arrival(ghost),
                        "ESTABLISHED",
                        List.of("ack-old"),
                        List.of(),
                        List.of()),
                new LadderEvent.Step(
                        "11",
                        Side.RIGHT,
                        new Cause.Arrival(data),
                        "CLOSE-WAIT",
                        List.of("seq-ok"),
                        List.of(new Change("RCV.HELD", "{}", "{8, 9, 10, 11, 12, 13, 14, 15, 16, 17}")),
                        List.of(new Message(7, "<SEQ=4><ACK=10><CTL=ACK>"))));
        return new Ladder(
                "violated: Agreement",
                new Lane("A", "CLOSED"),
                new Lane("B", "LISTEN"),
                events,
                new Ending.Repeats(2),
                List.of(
                        "Agreement says:\n  both ends are ESTABLISHED => their sequence numbers agree with each other, in both directions, whatever the network did"));
    }
}
