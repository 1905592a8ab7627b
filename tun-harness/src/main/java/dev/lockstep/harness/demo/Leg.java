package dev.lockstep.harness.demo;

import dev.lockstep.harness.run.Amount;
import dev.lockstep.harness.run.Conversations.Totals;
import dev.lockstep.harness.target.StreamDigest;
import dev.lockstep.harness.target.Transfer;

/**
 * One file that went one way.
 *
 * @param way what the stack did: {@code serves curl}
 * @param transfer what became of it
 * @param segments of the stack, both ways
 * @param sentAgain segments with something that the stack had sent before
 */
record Leg(String way, Transfer transfer, long segments, long sentAgain) {

    /** @param before what all connections of the stack had done when it began, {@code after} when it ended */
    static Leg of(String way, Transfer transfer, Totals before, Totals after) {
        return new Leg(way, transfer, after.segments() - before.segments(), after.sentAgain() - before.sentAgain());
    }

    /** What is wrong with it, or null if the file arrived as it was sent. */
    String fault(StreamDigest sent) {
        return switch (transfer) {
            case Transfer.Failed(String reason, var took) -> "the stack " + way + ": " + reason;
            case Transfer.Done(StreamDigest got, var took) ->
                got.equals(sent) ? null : "the stack " + way + ": sent " + sent + ", arrived " + got;
        };
    }

    double megabytesPerSecond() {
        return switch (transfer) {
            case Transfer.Done done -> done.megabitsPerSecond() / 8;
            case Transfer.Failed failed -> 0;
        };
    }

    long nanos() {
        return switch (transfer) {
            case Transfer.Done(var content, var took) -> took.toNanos();
            case Transfer.Failed(var reason, var took) -> took.toNanos();
        };
    }

    /** {@code 7,183 segments, 141 sent again}. */
    String figures() {
        String again = sentAgain == 0 ? "none" : Amount.count(sentAgain);
        return Amount.of(segments, "segment") + ", " + again + " sent again";
    }
}
