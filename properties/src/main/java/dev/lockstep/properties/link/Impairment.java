package dev.lockstep.properties.link;

import java.util.List;

/**
 * One thing that a link does to packets, as {@link #parse} reads it from text such as
 * {@code loss=2%,reorder=2%,depth=3,delay=10ms}.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><td>{@code loss=2%}</td><td>that share of packets vanishes</td></tr>
 * <tr><td>{@code corrupt=0.1%}</td><td>one bit of that share is flipped</td></tr>
 * <tr><td>{@code duplicate=1%}</td><td>that share arrives twice</td></tr>
 * <tr><td>{@code rate=100mbit}, {@code queue=64KB}</td>
 *     <td>a bottleneck; what does not fit into its queue is lost. Default queue: {@link Rate#defaultQueue}</td></tr>
 * <tr><td>{@code reorder=2%}, {@code depth=3}</td>
 *     <td>that share is overtaken by the next {@code depth} packets; default 1</td></tr>
 * <tr><td>{@code delay=20ms}, {@code jitter=5ms}</td>
 *     <td>every packet waits, by 15 to 25 ms here; jitter alone never reorders</td></tr>
 * </table>
 *
 * <p>However they are written, they act in the order of this table.
 */
public sealed interface Impairment {

    /** @param share of the packets, 0 to 1 */
    record Loss(double share) implements Impairment {
        public Loss {
            checkShare(share);
        }
    }

    /** @param share of the packets, 0 to 1 */
    record Corrupt(double share) implements Impairment {
        public Corrupt {
            checkShare(share);
        }
    }

    /** @param share of the packets, 0 to 1 */
    record Duplicate(double share) implements Impairment {
        public Duplicate {
            checkShare(share);
        }
    }

    /**
     * @param bitsPerSecond of IP datagrams, link headers not counted
     * @param queueBytes how many bytes may wait, the one being sent among them
     */
    record Rate(long bitsPerSecond, int queueBytes) implements Impairment {

        private static final int SMALLEST_QUEUE = 128 * 1024;

        public Rate {
            if (bitsPerSecond <= 0 || queueBytes <= 0) {
                throw new IllegalArgumentException("rate and queue must be positive");
            }
        }

        /** What 100 ms at that rate fill, but at least two of the longest datagrams. */
        public static int defaultQueue(long bitsPerSecond) {
            return Math.clamp(bitsPerSecond / 8 / 10, SMALLEST_QUEUE, 64 * 1024 * 1024);
        }
    }

    /**
     * @param share of the packets, 0 to 1
     * @param depth how many later packets overtake one that is held back, 1 or more
     */
    record Reorder(double share, int depth) implements Impairment {
        public Reorder {
            checkShare(share);
            if (depth < 1) {
                throw new IllegalArgumentException("depth " + depth + " is less than 1");
            }
        }
    }

    /**
     * @param nanos mean wait, 0 or more
     * @param jitterNanos how far a single wait may be off, either way; at most {@code nanos}
     */
    record Delay(long nanos, long jitterNanos) implements Impairment {
        public Delay {
            if (nanos < 0 || jitterNanos < 0 || jitterNanos > nanos) {
                throw new IllegalArgumentException("delay " + nanos + " ns, jitter " + jitterNanos + " ns");
            }
        }
    }

    /**
     * Reads options separated by commas; blanks around them do not matter, and an empty text means a perfect link.
     *
     * @throws ImpairmentSyntaxException for a name that does not exist or comes twice, a value that cannot be read, or
     *     an option without the one it belongs to
     */
    static List<Impairment> parse(String text) {
        return new ImpairmentParser(text).parse();
    }

    /** The text that {@link #parse} reads back as the same impairments. */
    static String describe(List<Impairment> impairments) {
        return String.join(",", impairments.stream().map(ImpairmentText::of).toList());
    }

    private static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
        }
    }
}
