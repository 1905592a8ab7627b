package dev.lockstep.properties.link;

/**
 * What one direction of a link has done so far.
 *
 * @param offered packets that came in
 * @param delivered packets that came out
 * @param lost packets that {@code loss=} took
 * @param corrupted packets with a flipped bit
 * @param duplicated packets that came twice
 * @param reordered packets that a later one overtook
 * @param queueDrops packets for which {@code queue=} had no room
 * @param overflows packets dropped because more were under way than this program keeps: not an impairment asked for
 */
public record LinkCounts(
        long offered,
        long delivered,
        long lost,
        long corrupted,
        long duplicated,
        long reordered,
        long queueDrops,
        long overflows) {

    /** How many are inside now: held back, queued or delayed. */
    public long underWay() {
        return offered + duplicated - lost - queueDrops - overflows - delivered;
    }

    /** For people: what happened, leaving out what did not. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(delivered)
                .append(" of ")
                .append(offered)
                .append(" delivered");
        append(text, lost, "lost");
        append(text, corrupted, "corrupted");
        append(text, duplicated, "duplicated");
        append(text, reordered, "reordered");
        append(text, queueDrops, "dropped at the queue");
        append(text, overflows, "dropped for want of memory");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
