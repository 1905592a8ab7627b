package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.spec.model.Type;
import java.util.Map;

/**
 * Sequence numbers of 32 bits for a TLC whose own numbers have 31: the lower 30 bits of each. Sums and differences carry over, and
 * so does every comparison of numbers less than 2^29 apart, as all are that a connection uses.
 *
 * <p>Numbers of an arriving segment may be anything. One that is far from where the control block counts, and that the control block
 * does not take on, is moved to where it is just as far before or behind, and with it what the answer says of it: {@code
 * SEQ=SEG.ACK}, {@code ACK=SEG.SEQ+SEG.LEN}. All others stay.
 */
record Numbers(long seqMoved, long ackMoved) {

    static final long MODULUS = 1L << 30;

    /** From here on a number is far. */
    private static final long FAR = (1L << 29) - (1L << 20);

    /** So far away a far number is moved to. */
    private static final long MOVED_TO = 1L << 28;

    /** What is computed from a number lies so near to it. */
    private static final long NEAR = 1L << 20;

    /** Of the segment that an error is about. */
    private static final String QUOTED = "REPORT.SEQ";

    private static final Numbers PLAIN = new Numbers(0, 0);

    /** @param before the variables that are known of the control block */
    static Numbers of(RunEvent event, Map<String, JsonNode> before, Names names) {
        if (event.fields().containsKey(QUOTED)) {
            return new Numbers(0, moved(event, QUOTED, before.get("SND.UNA"), names));
        }
        if (!event.fields().containsKey("SEG.SEQ")) {
            return PLAIN;
        }
        return new Numbers(
                moved(event, "SEG.SEQ", before.get("RCV.NXT"), names),
                moved(event, "SEG.ACK", before.get("SND.UNA"), names));
    }

    private static long moved(RunEvent event, String field, JsonNode reference, Names names) {
        long number = event.fields().get(field).longValue();
        long ahead = distance(number, reference == null ? 0 : reference.longValue());
        if (Math.abs(ahead) < FAR || takesOn(event, number, names)) {
            return 0;
        }
        return (ahead < 0 ? -MOVED_TO : MOVED_TO) - ahead;
    }

    private static boolean takesOn(RunEvent event, long number, Names names) {
        return event.set().entrySet().stream()
                .filter(one -> names.variables.containsKey(one.getKey())
                        && names.variables.get(one.getKey()).type() == Type.Simple.SEQ)
                .anyMatch(one -> isNear(one.getValue().longValue(), number));
    }

    private static boolean isNear(long one, long other) {
        return Math.abs(distance(one, other)) < NEAR;
    }

    /** {@code one - other} as Java's rows compute it. */
    static long distance(long one, long other) {
        return (int) (one - other);
    }

    /** A number that stays where it is. */
    static long plain(long number) {
        return Math.floorMod(number, MODULUS);
    }

    /** The field of a segment that arrives. */
    long field(String name, long number) {
        return switch (name) {
            case "SEG.SEQ" -> plain(number + seqMoved);
            case "SEG.ACK", QUOTED -> plain(number + ackMoved);
            default -> plain(number);
        };
    }

    /** {@code SEQ} of a segment sent in answer to this event. */
    long sentSeq(long number, RunEvent event) {
        return plain(number
                + (ackMoved != 0 && event.fields().containsKey("SEG.ACK") && isNear(number, number(event, "SEG.ACK"))
                        ? ackMoved
                        : 0));
    }

    /** {@code ACK} of a segment sent in answer to this event. */
    long sentAck(long number, RunEvent event) {
        return plain(number + (seqMoved != 0 && isNear(number, number(event, "SEG.SEQ")) ? seqMoved : 0));
    }

    private static long number(RunEvent event, String field) {
        return event.fields().get(field).longValue();
    }

    /** The number of 32 bits that the tables mean, where the run says another one. */
    static long meant(long tables, long run) {
        long ahead = Math.floorMod(tables - run + MODULUS / 2, MODULUS) - MODULUS / 2;
        return (run + ahead) & 0xFFFF_FFFFL;
    }
}
